package org.samenspraak.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server that keeps what it confirmed, on a data folder that nobody else uses. */
record EmbeddedServer(EmbeddedPostgres postgres, FileChannel lock) {

    /** Of the binaries in the pom; they can't read a folder of another major version. */
    static final String MAJOR_VERSION = "17";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static EmbeddedServer startOn(DataFolder folder) {
        var lock = folder.lock();
        try {
            folder.prepareFirstStart();
            folder.refuseOtherVersion(MAJOR_VERSION);
            stopLeftover(folder);
            var server = new EmbeddedServer(start(folder), lock);
            folder.firstStartSucceeded();
            return server;
        } catch (IOException | IllegalStateException e) {
            LOG.error("PostgreSQL:\n{}", folder.lastWords());
            throw new CannotStart("embedded.start.broken", e, folder.path(), folder.log());
        }
    }

    /** The library is made for tests and starts the server with {@code -F}; here what was confirmed must be on disk. */
    private static EmbeddedPostgres start(DataFolder folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.database())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("timezone", "UTC")
                .setOutputRedirector(Redirect.to(folder.log().toFile()))
                .setErrorRedirector(Redirect.appendTo(folder.log().toFile()))
                .start();
    }

    /** A program that was killed leaves its server behind; it goes down in order before a new one comes up. */
    private static void stopLeftover(DataFolder folder) throws IOException {
        var leftover = folder.leftover();
        if (leftover == null) {
            return;
        }
        leftover.destroy();
        try {
            leftover.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new CannotStart("embedded.start.leftover", e, folder.path(), "" + leftover.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    void stop() {
        try (lock) {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
