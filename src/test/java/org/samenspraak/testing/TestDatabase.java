package org.samenspraak.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;

/** One PostgreSQL for all tests of the JVM. It may forget everything when the machine stops, so it is quick. */
public class TestDatabase {

    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    static String url() {
        return SERVER.getJdbcUrl("postgres", "postgres");
    }

    /** An empty database beside the shared one, for an application that needs its own. */
    public static String another(String name) {
        var jdbc = new JdbcTemplate(SERVER.getPostgresDatabase());
        if (jdbc.queryForList("select 1 from pg_database where datname = ?", name)
                .isEmpty()) {
            jdbc.execute("create database " + name);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("timezone", "UTC")
                    .setRegisterShutdownHook(false)
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the applications, which still use it while they stop. */
    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
