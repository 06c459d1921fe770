package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Documents.Audience;
import org.samenspraak.testing.PdfUa;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Who has no e-mail address hands in, hears and asks by paper what others do by a link. */
class IdeaOnPaperPagesTest extends PaperIdeaScenario {

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

    @Test
    void putsALetterThatMattersNoMoreAsideWithAReasonInTheCase() throws Exception {
        onPaper();
        var letter = waiting().get(0);
        mvc.perform(aside(letter, " ").with(role("finance"))).andExpect(status().isForbidden());
        mvc.perform(aside(letter, " ").with(role("participation-office")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(letter.whyField() + "-error")));

        mvc.perform(aside(letter, "Rosa belde: zij weet het.").with(role("participation-office")))
                .andExpect(redirectedUrl(IdeaLetterPages.URL));

        assertThat(waiting())
                .extracting(IdeaLetters.Waiting::document)
                .isNotEmpty()
                .doesNotContain(letter.document());
        mvc.perform(brought(letter, today().toString())).andExpect(status().isNotFound());
        assertThat(jdbc.sql("select detail from casefile_event where case_id = ? and kind = 'wijkbudget.letter-aside'")
                        .param(letter.caseId().value())
                        .query(String.class)
                        .list())
                .containsExactly("Rosa belde: zij weet het.");
    }

    private static MockHttpServletRequestBuilder aside(IdeaLetters.Waiting letter, String why) {
        return post(IdeaLetterPages.URL + "/opzij")
                .with(csrf())
                .param("letter", letter.document().toString())
                .param("why", why);
    }

    private static MockHttpServletRequestBuilder brought(IdeaLetters.Waiting letter, String day) {
        return post(IdeaLetterPages.URL)
                .with(role("participation-office"))
                .with(csrf())
                .param("letter", letter.document().toString())
                .param("on", day);
    }
}
