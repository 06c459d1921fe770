package org.samenspraak.web;

import java.io.IOException;
import java.util.Locale;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Look.class)
class WebSetup implements WebMvcConfigurer {

    static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Bean
    static MessageSource messageSource(ResourcePatternResolver files, Look look) throws IOException {
        return new Texts(files, look.strictTexts());
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new Languages();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LocaleChangeInterceptor() {
            {
                setParamName(PublicSide.LANGUAGE);
            }

            @Override
            protected Locale parseLocaleValue(String value) {
                return PublicSide.language(value);
            }
        });
    }

    /** Ids in addresses; what is no id is a bad request. */
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, CaseId.class, CaseId::parse);
        registry.addConverter(String.class, CouncilId.class, CouncilId::parse);
        registry.addConverter(String.class, AreaId.class, AreaId::parse);
        registry.addConverter(String.class, PersonId.class, PersonId::parse);
    }
}
