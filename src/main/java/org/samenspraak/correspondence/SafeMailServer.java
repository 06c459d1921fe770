package org.samenspraak.correspondence;

import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * What settings say nothing of: a server that is silent is given up, its certificate has to be its own, and a password goes over
 * TLS only.
 */
@Component
class SafeMailServer implements BeanPostProcessor {

    private static final Map<String, String> ALWAYS = Map.of(
            "connectiontimeout", "15000",
            "timeout", "30000",
            "writetimeout", "30000",
            "ssl.checkserveridentity", "true",
            "starttls.enable", "true");

    private static final Map<String, String> WITH_PASSWORD = Map.of("auth", "true", "starttls.required", "true");

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof JavaMailSenderImpl server) {
            fill(server);
        }
        return bean;
    }

    static void fill(JavaMailSenderImpl server) {
        ALWAYS.forEach((key, value) -> fill(server, key, value));
        if (StringUtils.hasText(server.getUsername())) {
            WITH_PASSWORD.forEach((key, value) -> fill(server, key, value));
        }
    }

    private static void fill(JavaMailSenderImpl server, String key, String value) {
        server.getJavaMailProperties().putIfAbsent("mail.smtp." + key, value);
        server.getJavaMailProperties().putIfAbsent("mail.smtps." + key, value);
    }
}
