package org.samenspraak;

import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/** Lets {@code @Scheduled} methods run; {@code samenspraak.scheduled=false} stops them all, tests call them by hand. */
@Configuration
@EnableScheduling
class Schedules {

    /** Leaving {@code @EnableScheduling} out is not enough: the store of sessions switches it on as well. */
    @Bean
    @ConditionalOnBooleanProperty(name = "samenspraak.scheduled", havingValue = false)
    static BeanDefinitionRegistryPostProcessor stopped() {
        return registry ->
                registry.removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
    }
}
