package org.samenspraak.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class ParameterNamesTest {

    private static final Pattern KEY = Pattern.compile("(?m)^ *- key: (\\S+)");

    private static final Pattern CHOICES = Pattern.compile("choices: \\[(.*)]");

    private final ParameterTexts texts = new ParameterTexts(messages(), key -> Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void hasAWordForEveryShippedParameter(String language) throws Exception {
        LocaleContextHolder.setLocale(Locale.forLanguageTag(language));
        for (var regulation : new String[] {
            "hasselt", "enschede-2024", "advies-standaard", "gent-wijkbudget-2020", "halle-burgerbudget"
        }) {
            var yaml = Files.readString(Path.of("src/main/resources/regulations", regulation + ".yaml"));
            assertThat(KEY.matcher(yaml).results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .allSatisfy(key -> assertThat(texts.name(key))
                            .as(key)
                            .isNotEqualTo(key)
                            .doesNotContain("."));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void hasAWordForEveryShippedChoice(String language) throws Exception {
        var messages = messages();
        try (var files = Files.list(Path.of("src/main/resources/regulations"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(CHOICES.matcher(Files.readString(file)).results())
                        .flatExtracting(found ->
                                List.of(found.group(1).replace("\"", "").split(", *")))
                        .allSatisfy(choice -> assertThat(messages.getMessage(
                                        "regulation.choice." + choice, null, "", Locale.forLanguageTag(language)))
                                .as(file + ": " + choice)
                                .isNotEmpty());
            }
        }
    }

    @Test
    void showsAParameterThatOnlyACityHasAsItIsWritten() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));

        assertThat(texts.name("own")).isEqualTo("own");
        assertThat(texts.name("own.thing")).isEqualTo("own.thing");
        assertThat(texts.name("check.next-working-day")).isEqualTo("aanvraag nakijken: einde op een werkdag");
    }

    @AfterEach
    void reset() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/regulation", "messages/deadlines");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
