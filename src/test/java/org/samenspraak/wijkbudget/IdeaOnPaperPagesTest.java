package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Documents.Audience;
import org.samenspraak.identity.AreaLimit;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PdfUa;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who has no e-mail address hands in, hears and asks by paper what others do by a link. */
class IdeaOnPaperPagesTest extends IdeaScenario {

    @Autowired
    private Documents documents;

    @Autowired
    private BudgetWords words;

    @Autowired
    private UndecidedIdeas undecided;

    @Autowired
    private IdeaMails mails;

    @Test
    void takesAnIdeaWithoutAMailOnPaperOnlyWithItsScanAndWithinTheCall() throws Exception {
        refused(enter(null, false), "Vul een e-mailadres in");
        refused(enter(today(), false), "een scan of een foto van het getekende papier");
        refused(enter(OPENS.minusDays(1), true), "dan loopt de oproep");
        refused(enter(today(), "formulier.txt", "Een bank.".getBytes(StandardCharsets.UTF_8)), "jpg, png, pdf");
        assertThat(ideas.open(round)).isEmpty();

        enter(today(), true).andExpect(status().is3xxRedirection());

        assertThat(ideas.open(round)).hasSize(1);
    }

    @Test
    void takesWhatCameInTimeInAfterTheCallToo() throws Exception {
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        mvc.perform(get("/aanvraag/wijkbudget-proposal"))
                .andExpect(content().string(not(containsString("Brugse Poort"))));
        mvc.perform(get("/start/wijkbudget-proposal").with(role("participation-office")))
                .andExpect(content().string(containsString("Brugse Poort")));
        refused(enter(null, false), "Vul een e-mailadres in");

        enter(days(round, Phase.CALL).ends(), true).andExpect(status().is3xxRedirection());
        run();

        var idea = ideas.open(round).get(0);
        assertThat(open(idea)).containsExactly("Task_Moderate");
        assertThat(undecided.counts(round)).containsExactly(new UndecidedIdeas.Count("UNDECIDED", 1, 1));
        assertThat(waiting())
                .filteredOn(letter -> letter.name().equals("buur 2"))
                .hasSize(1);
        assertThat(mails.signUntil(ideas.get(idea)))
                .isEqualTo(days(round, Phase.ADMISSIBILITY).ends());
        answer(idea, "Task_Moderate", Map.of("publish", "yes"));
        run();
        assertThat(open(idea)).containsExactly("Task_Check");
    }

    @Test
    void refusesWhatCameTooLateWithALetterAndLetsSomebodyElseLookAgain() throws Exception {
        goTo(days(round, Phase.ADMISSIBILITY).begins());

        enter(today(), true).andExpect(status().is3xxRedirection());
        run();

        var idea = ideas.open(round).get(0);
        assertThat(open(idea)).isEmpty();
        assertThat(state(idea)).isEqualTo(Idea.State.REFUSED);
        assertThat(undecided.counts(round)).isEmpty();
        assertThat(waiting()).hasSize(1);
        assertThat(text(pdf(waiting().get(0).document())))
                .contains(
                        "te laat binnen",
                        "kwam binnen op " + words.dutchDay(today()),
                        "tot en met " + words.dutchDay(days(round, Phase.CALL).ends()),
                        "met een brief of aan de balie");

        care.askAgain(ideas.get(idea), "Het zat al zondag in uw bus.", CLERK);
        run();
        answer(idea, "Task_LookAgain", Map.of("verdict", "admitted", "reviewReason", "De bus was niet geleegd."));
        run();
        assertThat(open(idea)).containsExactly("Task_Moderate");
        assertThat(waiting()).extracting(IdeaLetters.Waiting::name).contains("buur 2");
        answer(idea, "Task_Moderate", Map.of("publish", "yes"));
        run();
        answer(idea, "Task_Check", check("refused", "checkReason", "Het is een winkel."));
        assertThat(care.mayAskAgain(ideas.get(idea))).isTrue();
    }

    @Test
    void closesWhatCameTooLateWhenNobodyAsksToLookAgain() throws Exception {
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        enter(today(), true).andExpect(status().is3xxRedirection());
        run();
        var idea = ideas.open(round).get(0);

        goTo(clocks.find(idea, IdeaCare.LOOK_AGAIN, null)
                .orElseThrow()
                .lastDay()
                .plusDays(1));

        assertThat(view(idea).outcome()).isEqualTo("refused");
    }

    @Test
    void countsOnPaperOnlyWhoseSignatureIsOnTheForm() throws Exception {
        var idea = onPaper();

        assertThat(open(idea)).containsExactly("Task_Moderate");
        assertThat(supporters.of(idea))
                .extracting(Idea.Supporter::name, Idea.Supporter::confirmed)
                .containsExactly(
                        tuple("Rosa Maes", true), tuple("buur 0", true), tuple("buur 1", true), tuple("buur 2", false));
        assertThat(waiting())
                .as("who signed knows it")
                .extracting(IdeaLetters.Waiting::name)
                .containsExactlyInAnyOrder("Rosa Maes", "buur 2");
    }

    @Test
    void writesWhatAMailWouldSayAsALetterForTheOfficeToBring() throws Exception {
        var idea = onPaper();
        answer(idea, "Task_Moderate", Map.of("publish", "yes"));
        goTo(days(round, Phase.ADMISSIBILITY).begins());
        answer(idea, "Task_Check", check("refused", "checkReason", "Het is een winkel."));

        var letter = waiting().get(waiting().size() - 1);
        var last = clocks.find(idea, IdeaCare.LOOK_AGAIN, null).orElseThrow().lastDay();
        var pdf = pdf(letter.document());
        PdfUa.isAccessible(pdf);
        assertThat(text(pdf))
                .contains(
                        "Rosa Maes",
                        "Kerkplein 1",
                        "Beste Rosa Maes",
                        "Het is een winkel.",
                        "met een brief of aan de balie",
                        "tot en met " + words.dutchDay(last),
                        "geen e-mailadres van u",
                        view(idea).number())
                .doesNotContain("link hieronder", "/v/idee/");
        assertThat(documents.get(idea, letter.document()).audience()).isEqualTo(Audience.CONTACTS);
        isShownUntilSomebodyBringsIt(letter);
    }

    private void isShownUntilSomebodyBringsIt(IdeaLetters.Waiting letter) throws Exception {
        var office = role("participation-office");
        mvc.perform(get("/werk").with(office)).andExpect(content().string(containsString(IdeaLetterPages.URL)));
        mvc.perform(get(IdeaLetterPages.URL).with(role("finance"))).andExpect(status().isForbidden());
        mvc.perform(get(IdeaLetterPages.URL).with(office))
                .andExpect(content()
                        .string(allOf(
                                containsString(letter.title()),
                                containsString("Kerkplein 1"),
                                containsString(letter.document().toString()))));
        for (var day : List.of(
                "",
                "gisteren",
                today().plusDays(1).toString(),
                today().minusDays(1).toString())) {
            mvc.perform(brought(letter, day))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString(letter.field() + "-error")));
        }
        mvc.perform(brought(letter, today().toString())).andExpect(redirectedUrl(IdeaLetterPages.URL));
        mvc.perform(brought(letter, today().toString())).andExpect(status().isNotFound());
        mvc.perform(get(IdeaLetterPages.URL).with(office))
                .andExpect(content().string(not(containsString(letter.document().toString()))));
        assertThat(jdbc.sql(
                                "select actor_name from casefile_event where case_id = ? and kind = 'wijkbudget.letter-delivered'")
                        .param(letter.caseId().value())
                        .query(String.class)
                        .list())
                .hasSize(1);
    }

    private static MockHttpServletRequestBuilder brought(IdeaLetters.Waiting letter, String day) {
        return post(IdeaLetterPages.URL)
                .with(role("participation-office"))
                .with(csrf())
                .param("letter", letter.document().toString())
                .param("on", day);
    }

    private List<IdeaLetters.Waiting> waiting() {
        return letters.waiting(new AreaLimit(false, Set.of(poort)), null, 20);
    }

    /** From somebody without an e-mail address, with two signatures of three. */
    private CaseId onPaper() throws Exception {
        enter(today(), true).andExpect(status().is3xxRedirection());
        run();
        return ideas.open(round).get(0);
    }

    private ResultActions enter(@Nullable LocalDate received, boolean scan) throws Exception {
        return enter(received, "formulier.jpg", scan ? PhotoTest.jpeg(40, 20, 1) : new byte[0]);
    }

    private ResultActions enter(@Nullable LocalDate received, String name, byte[] scan) throws Exception {
        var request = multipart("/start/wijkbudget-proposal");
        if (scan.length > 0) {
            request.file(new MockMultipartFile("_paper.scan", name, null, scan));
        }
        var behind = IntStream.range(0, 3)
                .<Map<String, Object>>mapToObj(
                        i -> Map.of("name", "buur " + i, "address", "Straat " + i, "signed", i < 2 ? "true" : ""))
                .toList();
        request.params(TypedForm.of(Map.of(
                "area",
                poort.toString(),
                "title",
                "Bank",
                "idea",
                "Een bank voor de buurt.",
                "place",
                "Kerkplein",
                "need",
                "Niemand kan er zitten.",
                "contactName",
                "Rosa Maes",
                "contactAddress",
                "Kerkplein 1",
                "oldEnough",
                "true",
                "coInitiators",
                behind)));
        if (received != null) {
            request.param("_paper.came", "true").param("_paper.received", received.toString());
        }
        request.param("_page", "");
        return mvc.perform(request.with(role("participation-office")).with(csrf()));
    }

    private static void refused(ResultActions sent, String why) throws Exception {
        sent.andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString(why), containsString("Rosa Maes"))));
    }

    private byte[] pdf(UUID document) {
        var bytes = new ByteArrayOutputStream();
        documents.write(document, bytes);
        return bytes.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
