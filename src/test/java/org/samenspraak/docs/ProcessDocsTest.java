package org.samenspraak.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessDocsTest {

    private static final Path PAGE = Path.of("docs", "processes.md");

    @Test
    void docsTellWhatTheModelsSay() throws IOException {
        var expected = ProcessDocs.write();
        if (Boolean.getBoolean("samenspraak.write-docs")) {
            Files.writeString(PAGE, expected);
        }

        assertThat(Files.readString(PAGE))
                .as(
                        "docs/processes.md; write it anew with mvn test -Dtest=ProcessDocsTest -Dsamenspraak.write-docs=true")
                .isEqualTo(expected);
    }
}
