package org.samenspraak.correspondence;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorrespondenceSettings.class)
class CorrespondenceSetup {

    @Bean
    LinkSecret linkSecret(CorrespondenceSettings settings) {
        return settings.secret() == null || settings.secret().isBlank()
                ? LinkSecret.keptIn(settings.secretFile())
                : LinkSecret.of(settings.secret());
    }
}
