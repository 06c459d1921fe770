package org.samenspraak.testing;

import java.util.List;
import org.mockito.Mockito;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.Submissions;
import org.samenspraak.process.Decisions;
import org.samenspraak.process.EngineClock;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.Ordered;

/** Keeps the context whole while some facades are not beans yet; goes with the last of them. */
class StandIns implements BeanDefinitionRegistryPostProcessor, Ordered {

    private static final List<Class<?>> FACADES = List.of(
            Processes.class,
            Tasks.class,
            Decisions.class,
            EngineClock.class,
            Letters.class,
            Intake.class,
            Drafts.class,
            Submissions.class);

    @Override
    public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
        if (registry instanceof ConfigurableListableBeanFactory beans) {
            FACADES.stream()
                    .filter(facade -> beans.getBeanNamesForType(facade, false, false).length == 0)
                    .forEach(facade -> register(registry, facade));
        }
    }

    private static <T> void register(BeanDefinitionRegistry registry, Class<T> facade) {
        registry.registerBeanDefinition(facade.getName(), new RootBeanDefinition(facade, () -> Mockito.mock(facade)));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
