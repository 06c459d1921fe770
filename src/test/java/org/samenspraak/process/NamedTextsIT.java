package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that sends what nobody wrote is found before it runs. */
class NamedTextsIT extends PostgresIT {

    private static final String SENDS = "correspondence.letter(&#39;withdrawal-intention&#39;)";

    @Autowired
    private ModelCheck check;

    @Test
    void letsTheLettersOfTheOfficeThrough() throws IOException {
        assertThat(findings(SENDS)).isEmpty();
        assertThat(findings("correspondence.mail(&#39;progress&#39;)")).isEmpty();
    }

    /** "engagement" is a part of letters, none itself. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "correspondence.letter(&#39;nobody-wrote-this&#39;)",
                "correspondence.letter(&#39;../recognition/withdrawal-intention&#39;)",
                "correspondence.letter(&#39;engagement&#39;)",
                "correspondence.mail(&#39;nobody-wrote-this&#39;)",
                "correspondence.mail(&#39;../mail/progress&#39;)"
            })
    void refusesALetterThatNobodyWrote(String sends) throws IOException {
        assertThat(findings(sends)).singleElement().satisfies(finding -> {
            assertThat(finding.element()).contains("Step_LetterIntention");
            assertThat(finding.messageKey()).isEqualTo("process.check.step-text");
        });
    }

    private List<Finding> findings(String sends) throws IOException {
        return check.check(files(sends)).stream().filter(Finding::isError).toList();
    }

    private static Map<String, byte[]> files(String sends) throws IOException {
        var files = new HashMap<String, byte[]>();
        for (var folder : List.of("processes/recognition", "forms/recognition")) {
            try (var found = Files.list(Path.of(folder))) {
                for (var file : found.toList()) {
                    var text = Files.readString(file).replace(SENDS, sends);
                    files.put(file.getFileName().toString(), text.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }
}
