package org.samenspraak.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * How sessions are kept in the database. Only types that belong in a session are read back; what can't be read, after an
 * update for instance, is as if it were not there, so that somebody signs in again instead of seeing an error.
 */
@Configuration
class SessionConfiguration {

    private static final ObjectInputFilter ALLOWED =
            ObjectInputFilter.Config.createFilter("maxbytes=2000000;java.base/*;"
                    + "org.springframework.security.**;org.springframework.web.servlet.*;org.springframework.util.*;"
                    + "org.samenspraak.**;!*");

    @Bean
    ConversionService springSessionConversionService() {
        var conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, SessionConfiguration::read);
        return conversion;
    }

    /** Two requests of one session, by a double click for instance, may both put the same new part into it. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsAtOnce() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    static @Nullable Object read(byte[] bytes) {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            in.setObjectInputFilter(ALLOWED);
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LoggerFactory.getLogger(SessionConfiguration.class)
                    .warn("Part of a session can't be read: {}", e.toString());
            return null;
        }
    }
}
