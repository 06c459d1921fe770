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
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.correspondence.LetterTexts.Typed;
import org.samenspraak.correspondence.OwnTexts;
import org.samenspraak.correspondence.OwnTexts.NewText;
import org.samenspraak.kernel.Actor;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that sends what nobody wrote is found before it runs. */
class NamedTextsIT extends PostgresIT {

    private static final String SENDS = "correspondence.letter(&#39;withdrawal-intention&#39;)";

    private static final Actor BOSS = Actor.resident("Beheerder");

    @Autowired
    private ModelCheck check;

    @Autowired
    private OwnTexts own;

    @Autowired
    private LetterTexts texts;

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
                "correspondence.mail(&#39;../general/progress&#39;)",
                "correspondence.mail(&#39;prompt&#39;)",
                "correspondence.letter(&#39;progress&#39;)"
            })
    void refusesALetterThatNobodyWrote(String sends) throws IOException {
        assertThat(findings(sends)).singleElement().satisfies(finding -> {
            assertThat(finding.element()).contains("Step_LetterIntention");
            assertThat(finding.messageKey()).isEqualTo("process.check.step-text");
        });
    }

    /** No programmer is needed for it: an administrator writes it, and from then on a model may send it. */
    @Test
    void letsALetterOfTheCityThroughOnceItIsPublished() throws IOException {
        var sends = "correspondence.letter(&#39;our-own-letter&#39;)";
        own.add(new NewText("our-own-letter", "recognition", "LETTER", null), BOSS);
        assertThat(findings(sends)).hasSize(1);

        var draft = texts.save("our-own-letter", "nl", new Typed("Bedankt", "Dag {{council}}", 0, 0), BOSS);
        assertThat(findings(sends)).hasSize(1);
        texts.publish("our-own-letter", "nl", draft, "Nieuw", BOSS);

        assertThat(findings(sends)).isEmpty();
        assertThat(findings("correspondence.mail(&#39;our-own-letter&#39;)")).hasSize(1);
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
