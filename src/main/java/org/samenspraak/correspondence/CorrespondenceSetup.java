package org.samenspraak.correspondence;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

@Configuration(proxyBeanMethods = false)
class CorrespondenceSetup {

    /** An office on one machine (demo) keeps its own secret next to its data; every other one is given it. */
    @Bean
    LinkSecret linkSecret(CorrespondenceSettings settings, Environment environment) {
        var secret = Objects.requireNonNullElse(settings.links().secret(), "");
        return secret.isBlank() && environment.matchesProfiles("demo")
                ? LinkSecret.keptIn(Path.of(environment.getProperty("samenspraak.data", "data"), "links.secret"))
                : LinkSecret.of(secret);
    }

    @Bean
    LetterSettings letterSettings(CorrespondenceSettings settings) {
        return settings.letters();
    }

    /** Mails are written plain too; pages keep the resolver of Spring Boot. */
    @Bean
    static ITemplateResolver plainMails() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setResolvablePatterns(Set.of("mail/*.txt"));
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setOrder(1);
        return resolver;
    }
}
