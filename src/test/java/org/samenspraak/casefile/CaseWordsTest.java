package org.samenspraak.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.StaticMessageSource;

class CaseWordsTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @AfterEach
    void forgetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void searchesWithoutAccentsAndSigns() {
        assertThat(SearchWords.of("Erkenning Dorpsraad Sint-Lambrechts-Herk, café 't Öl"))
                .containsExactly("erkenning", "dorpsraad", "sint", "lambrechts", "herk", "cafe", "t", "ol");
    }

    @Test
    void leavesNothingOfAQueryToInject() {
        assertThat(SearchWords.asked("run' | !kst:*")).isEqualTo("run kst");
        assertThat(SearchWords.asked(" ' & ")).isEmpty();
        assertThat(SearchWords.asked(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "End_Granted, granted",
        "End_NotHandled, not-handled",
        "End_Granted_WithConditions, granted-with-conditions",
        "Over, over"
    })
    void readsTheOutcomeFromTheEndEvent(String element, String outcome) {
        assertThat(CaseEvents.outcome(element)).isEqualTo(outcome);
    }

    @Test
    void putsArgumentsIntoATimelineTextByName() {
        LocaleContextHolder.setLocale(DUTCH);
        var messages = new StaticMessageSource();
        messages.addMessage("timeline.case.ended", DUTCH, "Zaak's einde: {outcome|outcome}, {who} op {day|date}{none}");
        messages.addMessage("outcome.granted", DUTCH, "erkend");

        assertThat(new TimelineTexts(messages, key -> key)
                        .of(entry("case.ended", Map.of("outcome", "granted", "who", "$1 {day}", "day", "2026-11-02"))))
                .isEqualTo("Zaak's einde: erkend, $1 {day} op 2 november 2026");
        assertThat(new TimelineTexts(messages, key -> key).of(entry("unknown", Map.of())))
                .isEqualTo("unknown");
        messages.addMessage("timeline.clock.started", DUTCH, "Termijn {term|deadlines.term}");
        assertThat(new TimelineTexts(messages, key -> "boom bekijken")
                        .of(entry("clock.started", Map.of("term", "boom"))))
                .isEqualTo("Termijn boom bekijken");
    }

    private static Timeline.Entry entry(String kind, Map<String, String> args) {
        return new Timeline.Entry(1, Instant.EPOCH, kind, args, null, "", null);
    }
}
