package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.LetterPreviews;
import org.samenspraak.correspondence.LetterTexts;
import org.samenspraak.council.Standing;
import org.samenspraak.testing.PdfUa;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A Dutch municipality: its own application, for its regulation, its holidays and how to object come with the jurisdiction. */
@Tag("full")
@TestPropertySource(
        properties = {
            "samenspraak.municipality.jurisdiction=NL",
            "samenspraak.municipality.zone=Europe/Amsterdam",
            "samenspraak.municipality.name=Gemeente Enschede",
            "samenspraak.letters.english=true"
        })
class EnschedeProcessTest extends LetterScenario {

    private static final String OBJECTION = "Stuur binnen 6 weken na de datum van deze brief een bezwaarschrift";

    @Autowired
    private LetterTexts texts;

    @Autowired
    private LetterPreviews previews;

    @Test
    void registersABodyOnTheFirstLevelWithoutADecision() {
        var caseId = apply(Map.of("members", members("woman", "man")));
        assertThat(view(caseId).regulation().toString()).contains("enschede-2024");
        assertThat(letter(caseId, "application-received")).contains("Gemeente Enschede");

        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "Een actieve groep."));
        check(caseId, Map.of());

        assertThat(view(caseId).outcome()).isEqualTo("registered");
        var council = council(caseId);
        assertThat(council.standing()).isEqualTo(Standing.REGISTERED);
        assertThat(council.level()).isEqualTo("basis");
        assertThat(council.until()).isNull();
        assertThat(letter(caseId, "registration-confirmed")).contains("14 september 2026", "basis");
        assertThat(open(term(caseId))).isEmpty();
    }

    /** Where the law allows it, every text is there in English too: to change, to try, and behind the Dutch one. */
    @Test
    void writesInEnglishToo() throws Exception {
        assertThat(letter(apply(), "application-received"))
                .contains(
                        "Wij kregen uw aanvraag", "We received your application", "14 September 2026", "working days");
        assertThat(texts.all("en")).hasSizeGreaterThan(15).allSatisfy(text -> {
            assertThat(texts.problems(text.name(), "en", texts.edited(text.name(), "en")))
                    .as(text.name())
                    .isEmpty();
            PdfUa.isAccessible(previews.pdf(text.name(), "en", ""));
        });
    }

    @Test
    void letsAnybodyApplyInEnglish() throws Exception {
        mvc.perform(get("/aanvraag/recognition").param("lang", "en"))
                .andExpect(content().string(containsString("hreflang=\"nl\"")));
    }

    @Test
    void supplementsBeforeItIsRegistered() {
        var caseId = apply();
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "Grenzen niet duidelijk."));
        check(caseId, Map.of("complete", "", "missing", "De grenzen ontbreken."));
        assertThat(open(caseId)).containsExactly("Task_Supplement");

        answer(caseId, "Task_Supplement", application(Map.of("boundaries", "Tussen spoor en singel.")));
        check(caseId, Map.of());

        assertThat(council(caseId).standing()).isEqualTo(Standing.REGISTERED);
    }

    @Test
    void saysHowToObjectWhenItIsSetAside() {
        var caseId = apply();
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "Grenzen niet duidelijk."));
        check(caseId, Map.of("complete", "", "missing", "De grenzen ontbreken."));
        wait(60);
        answer(caseId, "Task_DecideNotHandled", notHandled());

        assertThat(letter(caseId, "not-handled"))
                .contains("Er kwam geen aanvulling.", "Dan kunt u bezwaar maken", "burgemeester en wethouders")
                .doesNotContain("schepenen", "klacht");
    }

    @Test
    void takesARegistrationAway() {
        var caseId = apply();
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "Een actieve groep."));
        check(caseId, Map.of());

        var withdrawal = withdraw(caseId, "withdrawn");

        assertThat(letter(withdrawal, "withdrawal-intention"))
                .contains("inschrijving")
                .doesNotContain("erken");
        assertThat(letter(withdrawal, "recognition-withdrawn"))
                .contains("Uw inschrijving is ingetrokken")
                .doesNotContain("erken");

        assertThat(council(caseId).standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(letter(withdrawal, "recognition-withdrawn"))
                .contains(OBJECTION, "Genomen door het college van burgemeester en wethouders")
                .doesNotContain("schepenen", "klacht");
        assertThat(view(withdrawal).outcome()).isEqualTo("withdrawn");
    }
}
