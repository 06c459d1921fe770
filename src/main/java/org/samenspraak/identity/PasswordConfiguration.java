package org.samenspraak.identity;

import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * bcrypt, because it needs no further library (Argon2 would bring Bouncy Castle) and no memory that an attacker can use up.
 * The hash names its method, so that another can follow.
 */
@Configuration
@EnableConfigurationProperties(IdentitySettings.class)
class PasswordConfiguration {

    @Bean
    PasswordEncoder passwordEncoder(IdentitySettings settings) {
        return new DelegatingPasswordEncoder(
                "bcrypt",
                Map.of("bcrypt", new BCryptPasswordEncoder(settings.signIn().hashStrength())));
    }
}
