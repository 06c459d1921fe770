package org.samenspraak.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

/**
 * Starts an office on one machine when nobody says where the database is: a PostgreSQL that keeps its data in the folder
 * {@code samenspraak.data}, and the profile {@code demo}. With {@code spring.datasource.url} set it does nothing.
 */
class EmbeddedDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String LIBRARY = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) {
            return;
        }
        if (!ClassUtils.isPresent(LIBRARY, null)) {
            throw new CannotStart("embedded.start.no-database", null);
        }
        var folder = DataFolder.of(environment.getProperty("samenspraak.data", "data"));
        var server = EmbeddedServer.startOn(folder);
        SpringApplication.getShutdownHandlers().add(server::stop);
        var settings = Map.<String, Object>of(
                "spring.datasource.url", server.url(),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "");
        environment.getPropertySources().addFirst(new MapPropertySource("embeddedDatabase", settings));
        addDemo(environment);
        log.info("The data is kept in {}. To begin anew: stop the office and remove that folder.", folder.path());
    }

    /** The files of profiles were read before the folder was known, so those of the demo are read here. */
    private static void addDemo(ConfigurableEnvironment environment) {
        environment.addActiveProfile("demo");
        try {
            new YamlPropertySourceLoader()
                    .load("demo", new ClassPathResource("application-demo.yml"))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the initializers of tests, which may name a database. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
