package org.samenspraak.publication;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.util.EnumSet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublicationSettings.class)
class PublicationSetup {

    @Bean
    static KeptAnswers keptAnswers(PublicationSettings settings) {
        return new KeptAnswers(settings, System::nanoTime);
    }

    @Bean
    static FilterRegistrationBean<PublicGate> publicGate(PublicationSettings settings, KeptAnswers kept)
            throws IOException {
        var busy = new ClassPathResource("public-busy.html").getContentAsByteArray();
        var filter = new FilterRegistrationBean<>(new PublicGate(settings, kept, System::nanoTime, busy));
        // before sessions and who is signed in
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return filter;
    }
}
