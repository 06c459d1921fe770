package org.samenspraak.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Mails to residents that may be printed: on paper nothing leads to a link, or asks to answer a mail. */
class PersonLetterTextsTest {

    private static final Path TEXTS = Path.of("letters", "wijkbudget");

    /** To who gave an e-mail address only. */
    private static final String MAILED_ONLY = "(idea-confirm|round-survey.*)\\.(nl|en)";

    @Test
    void sayOnPaperWhatCanBeDoneWithoutALink() throws IOException {
        try (var files = Files.list(TEXTS)) {
            for (var file : files.sorted().toList()) {
                var name = file.getFileName().toString().replace(".md", "");
                var text = Files.readString(file);
                if (text.contains("link: idea") && !name.matches(MAILED_ONLY)) {
                    assertThat(onPaper(text)).as(name).doesNotContainPattern("(?i)\\blink\\b|(deze|this) mail");
                }
            }
        }
    }

    private static String onPaper(String text) {
        var told = List.of(
                Map.of("subject", "a", "reason", "b", "changes", "c", "term", "d", "taken", "e", "objection", "f"));
        return TextTemplate.read(text.substring(text.indexOf("\n---\n")), "body")
                .write(
                        name -> name.equals(FieldGuide.PAPER) ? true : name.equals("told") ? told : "x",
                        part -> TextTemplate.read("", "body"),
                        UnaryOperator.identity());
    }
}
