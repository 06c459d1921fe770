package org.samenspraak.advice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.kernel.CaseId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** A question that changes while it is out; the councils have until 1 October 2026. */
class QuestionPagesTest extends AdviceScenario {

    private static final String NEW = "Hoe maken we de schoolomgeving veilig en groen?";
    private static final LocalDate LAST = LocalDate.of(2026, 10, 1);

    @Autowired
    private Points points;

    @Autowired
    private Documents documents;

    @Autowired
    private Letters letters;

    private CaseId request;
    private CaseId ofYouth;
    private CaseId ofCulture;

    @BeforeEach
    void askThree() {
        request = sentOut();
        ofYouth = caseOf(request, youth);
        ofCulture = caseOf(request, culture);
    }

    @Test
    void tellsTheCouncilsWhatIsDifferentAndKeepsTheTerm() throws Exception {
        change("department-youth", 1, NEW, "De raad van bestuur vroeg groen.", "no")
                .andExpect(redirectedUrl("/zaken/" + view(request).number()));

        assertThat(known(ofYouth, "Task_WriteAdvice"))
                .containsEntry("question", NEW)
                .containsEntry(
                        "changed",
                        "De raad van bestuur vroeg groen.\nVraag:\nWeg: “veilig?”\nErbij: “veilig en groen?”");
        assertThat(lastDay(ofYouth)).isEqualTo(LAST);
        assertThat(letters()).isEqualTo(3);
        mvc.perform(get("/zaken/" + view(request).number()).with(role("department-youth")))
                .andExpect(content().string(containsString("Versie 2")))
                .andExpect(content().string(containsString("Erbij: “veilig en groen?”")));
    }

    @Test
    void beginsTheTermAnewAndAsksWhoAnsweredAgain() throws Exception {
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        wait(10);
        change("participation-office", 1, NEW, "Er komt groen bij.", "yes").andExpect(status().is3xxRedirection());

        var last = LocalDate.of(2026, 10, 12); // 30 days from 11 September is a Sunday
        assertThat(lastDay(ofYouth)).isEqualTo(last);
        assertThat(lastDay(ofCulture)).isEqualTo(last);
        assertThat(lastDay(request)).isEqualTo(last);
        assertThat(clocks.find(ofCulture, "advice", null).orElseThrow().lines())
                .anyMatch(line -> line.contains("de vraag is gewijzigd: Er komt groen bij."));

        var stands = "Uw raad antwoordde al. Dat antwoord blijft gelden als u niets doet.";
        assertThat(known(ofYouth, "Task_WriteAdvice").get("changed")).asString().contains(stands);
        assertThat(known(ofCulture, "Task_WriteAdvice").get("changed"))
                .asString()
                .doesNotContain(stands);
        assertThat(letter(ofYouth)).contains(stands);
        assertThat(letter(ofCulture)).doesNotContain(stands);
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank.", "Plant een boom."));
        assertThat(points.of(ofYouth))
                .extracting(point -> point.words().text() + " " + point.questionVersion())
                .containsExactly("Zet een bank. 1", "Plant een boom. 2");
        assertThat(value(ofYouth, "late")).isEqualTo("false");
    }

    @Test
    void whatACouncilSentStandsWhenItSaysNothingAnew() throws Exception {
        answer(ofYouth, "Task_WriteAdvice", advice("Zet een bank."));
        change("department-youth", 1, NEW, "Er komt groen bij.", "yes").andExpect(status().is3xxRedirection());
        wait(32);
        assertThat(letter(ofYouth, "advice-silence")).contains("Het advies dat uw raad eerder stuurde, blijft gelden.");
        assertThat(letter(ofCulture, "advice-silence"))
                .contains("In het dossier staat nu: geen advies binnen de termijn.")
                .doesNotContain("blijft gelden");
        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));

        assertThat(view(ofYouth).outcome()).isEqualTo("advice");
        assertThat(points.of(ofYouth)).hasSize(1);
    }

    @Test
    void refusesInWordsAndKeepsWhatWasTyped() throws Exception {
        change("department-youth", 1, NEW, "", "no")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Schrijf waarom u de vraag wijzigt.")))
                .andExpect(content().string(containsString(NEW)));
        change("department-youth", 1, "Hoe maken we de schoolomgeving veilig?", "Zomaar.", "no")
                .andExpect(content().string(containsString("Er is niets veranderd")));
        change("department-youth", 1, "x".repeat(6_001), "Groen.", "no")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("U schreef er 6.001.")));
        change("department-youth", 7, NEW, "Groen.", "no")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Een collega wijzigde de vraag intussen.")));
        assertThat(letters()).isZero();
    }

    @Test
    void takesNewDocumentsAlongAndSaysWhichAreNew() throws Exception {
        mvc.perform(multipart(url())
                        .file(new MockMultipartFile(
                                "file", "Plan versie 2.txt", "text/plain", "Meer groen.".getBytes(UTF_8)))
                        .param("seen", "1")
                        .param("subject", "Schoolomgeving Kuringen")
                        .param("question", "Hoe maken we de schoolomgeving veilig?")
                        .param("stillOpen", "Alles behalve de ligging van de school.")
                        .param("reason", "Het plan is bijgewerkt.")
                        .param("restart", "no")
                        .with(csrf())
                        .with(role("department-youth")))
                .andExpect(redirectedUrl("/zaken/" + view(request).number()));

        assertThat(known(ofYouth, "Task_WriteAdvice"))
                .containsEntry("changed", "Het plan is bijgewerkt.\nNieuw document: Plan versie 2.txt");
        for (var council : List.of(ofYouth, ofCulture)) {
            assertThat(documents.of(council)).extracting(Documents.Row::name).contains("Plan versie 2.txt");
        }
        assertThat(letter(ofYouth))
                .contains(
                        "Nieuwe documenten Plan versie 2.txt",
                        "De termijn verandert niet. De laatste dag is 1 oktober 2026.");
        mvc.perform(get("/zaken/" + view(request).number()).with(role("department-youth")))
                .andExpect(content().string(containsString("Nieuw document: Plan versie 2.txt")));
        change("department-youth", 2, NEW, "Er komt groen bij.", "no").andExpect(status().is3xxRedirection());
        assertThat(documents.of(ofYouth)).extracting(Documents.Row::name).containsOnlyOnce("Plan versie 2.txt");
    }

    @Test
    void moreTimeThatWasAskedLapsesWhenTheTermBeginsAnewAndTheCouncilReadsSo() throws Exception {
        answer(ofYouth, "Task_WriteAdvice", moreTime(LocalDate.of(2026, 10, 20)));
        wait(1);
        change("department-youth", 1, NEW, "Er komt groen bij.", "yes").andExpect(status().is3xxRedirection());

        assertThat(open(ofYouth)).containsExactly("Task_WriteAdvice");
        assertThat(letter(ofYouth))
                .contains("Uw raad vroeg meer tijd, tot en met 20 oktober 2026. Die vraag vervalt")
                .contains("U hebt nu tijd tot en met 2 oktober 2026.");
        assertThat(letter(ofCulture)).contains("De termijn begint opnieuw. U hebt tijd tot en met 2 oktober 2026.");
        assertThat(lastDay(ofYouth)).isEqualTo(LocalDate.of(2026, 10, 2));
        run();
        answer(ofYouth, "Task_WriteAdvice", moreTime(LocalDate.of(2026, 10, 21)));
        assertThat(open(ofYouth)).contains("Task_DecideMoreTime");
    }

    @Test
    void moreTimeThatWasGivenStaysWhenItIsLaterThanTheNewTerm() throws Exception {
        answer(ofYouth, "Task_WriteAdvice", moreTime(LocalDate.of(2026, 10, 20)));
        answer(ofYouth, "Task_DecideMoreTime", Map.of("moreTime", "granted", "decisionReason", "Dat kan."));
        change("department-youth", 1, NEW, "Er komt groen bij.", "yes").andExpect(status().is3xxRedirection());

        assertThat(lastDay(ofYouth)).isEqualTo(LocalDate.of(2026, 10, 20));
        assertThat(letter(ofYouth)).contains("Die blijft: u hebt tijd tot en met 20 oktober 2026.");
    }

    @Test
    void isForWhoAskedAndForTheOffice() throws Exception {
        mvc.perform(get(url()).with(role("department-youth")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Hoe maken we de schoolomgeving veilig?")));
        mvc.perform(get(url()).param("lang", "en").with(role("participation-office")))
                .andExpect(content().string(containsString("Change the question")));
        mvc.perform(get(url()).with(role("finance"))).andExpect(status().isForbidden());
        change("finance", 1, NEW, "Groen.", "no").andExpect(status().isForbidden());
        mvc.perform(get("/adviesvragen/" + ofYouth + "/vraag").with(role("participation-office")))
                .andExpect(status().isNotFound());
    }

    @Test
    void isOverWhenTheRepliesAreWritten() throws Exception {
        wait(31);
        for (var said : List.of("no", "yes")) {
            change("department-youth", 1, NEW, "Groen.", said)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Wijzigen kan niet.")));
        }
    }

    private ResultActions change(String role, int seen, String question, String reason, String restart)
            throws Exception {
        return mvc.perform(post(url())
                .param("seen", "" + seen)
                .param("subject", "Schoolomgeving Kuringen")
                .param("question", question)
                .param("stillOpen", "Alles behalve de ligging van de school.")
                .param("reason", reason)
                .param("restart", restart)
                .param("lastDay", "")
                .with(csrf())
                .with(role(role)));
    }

    private String url() {
        return "/adviesvragen/" + request + "/vraag";
    }

    private String letter(CaseId council) throws IOException {
        return letter(council, "question-changed");
    }

    private String letter(CaseId council, String template) throws IOException {
        var bytes = new ByteArrayOutputStream();
        documents.write(letters.latest(council, template).orElseThrow(), bytes);
        try (var read = Loader.loadPDF(bytes.toByteArray())) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }

    private int letters() {
        return jdbc.sql("select count(*) from correspondence_letter where template = 'question-changed'")
                .query(Integer.class)
                .single();
    }
}
