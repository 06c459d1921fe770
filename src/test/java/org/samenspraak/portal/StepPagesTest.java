package org.samenspraak.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.council.CouncilKind;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.forms.Submissions;
import org.samenspraak.process.Tasks;
import org.samenspraak.process.TrialModel;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.ResultActions;

/** A question to a council page by page: the third group is only for who has plans. */
class StepPagesTest extends CouncilCaseIT {

    private static final String FORM =
            """
            {"type": "default", "id": "trial-form", "properties": {"title": "Vraag", "title_en": "Question"}, "components": [
              {"type": "text", "id": "Text_1", "text": "Dag raad", "properties": {"text_en": "Hello"}},
              {"type": "group", "id": "Group_1", "label": "Uw raad", "properties": {"label_en": "Council"}, "components": [
                {"type": "textfield", "id": "a", "key": "name", "label": "Naam", "properties": {"label_en": "Name"},
                  "validate": {"required": true}},
                {"type": "radio", "id": "b", "key": "plans", "label": "Plannen?", "properties": {"label_en": "Plans?"},
                  "values": [{"label": "Ja", "label_en": "Yes", "value": "yes"}, {"label": "Nee", "label_en": "No", "value": "no"}]}]},
              {"type": "textfield", "id": "c", "key": "between", "label": "Tussendoor", "properties": {"label_en": "Between"}},
              {"type": "group", "id": "Group_2", "label": "Uw plannen", "properties": {"label_en": "Plans"},
                "conditional": {"hide": "=plans != \\"yes\\""}, "components": [
                  {"type": "textarea", "id": "d", "key": "what", "label": "Wat?", "properties": {"label_en": "What?"},
                    "validate": {"required": true}}]},
              {"type": "group", "id": "Group_3", "label": "Bijlagen", "properties": {"label_en": "Files"}, "components": [
                {"type": "filepicker", "id": "e", "key": "files", "label": "Bestanden", "properties": {"label_en": "Files"}}]},
              {"type": "group", "id": "Group_4", "components": [
                {"type": "textfield", "id": "f", "key": "more", "label": "Nog iets?", "properties": {"label_en": "More?"}}]}]}
            """;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Submissions submissions;

    private String link = "";

    @BeforeEach
    void ask() throws Exception {
        TrialModel.deploy(context, FORM);
        var area = areas.add("Runkst", null, OFFICE);
        council = councils.add(CouncilKind.WIJKRAAD, "Wijkraad Runkst", area, OFFICE);
        memberships.replace(council, List.of(person("An Peeters", AN, Function.CHAIR)), today(), OFFICE);
        cases.open(new OpenCase(caseId, "recognition", "REC", "Raad", council, area, today(), false, OFFICE));
        processes.start(TrialModel.KEY, caseId, Map.of(), OFFICE);
        tasks.complete(tasks.ofCase(caseId).get(0).id(), Map.of(), OFFICE);
        link = "/v/" + tokenOf(AN);
    }

    @Test
    void goesFromPageToPageAndSendsFromTheLast() throws Exception {
        mvc.perform(get(link))
                .andExpect(content()
                        .string(allOf(
                                containsString("Stap 1 van 4"),
                                containsString("<title>Aanvullen, stap 1 van 4"),
                                containsString("Dag raad"),
                                containsString("U krijgt deze vraag"),
                                not(containsString("Tussendoor")),
                                not(containsString("_function")))));
        press("1", "name=Runkst", "plans=yes").andExpect(redirectedUrl(link + "?stap=2"));
        mvc.perform(get(link).param("stap", "2"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Stap 2 van 5"),
                                containsString("Tussendoor"),
                                not(containsString("U krijgt deze vraag")))));
        press("2", "between=").andExpect(redirectedUrl(link + "?stap=3"));
        press("3", "what=").andExpect(status().isUnprocessableEntity());
        press("3", "what=Banken").andExpect(redirectedUrl(link + "?stap=5"));
        mvc.perform(get(link).param("stap", "6"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Stap 5 van 5"),
                                containsString("Runkst"),
                                containsString("Banken"),
                                containsString("Wijzig: Uw plannen"),
                                containsString("Wijzig: Stap 4"),
                                containsString("Bestanden"),
                                containsString("_function"))));

        press("6", "_name=An", "_function=voorzitter").andExpect(redirectedUrl(link + "?bedankt"));
        mvc.perform(multipart(link).param("_step", "6").param("_name", "An").param("_function", "voorzitter"))
                .andExpect(redirectedUrl(link + "?bedankt"));

        var answers = submissions.latest(caseId, "trial-form").orElseThrow();
        assertThat(answers.values()).containsEntry("name", "Runkst").containsEntry("what", "Banken");
    }

    @Test
    void judgesAPageByItsOwnQuestionsAndGoesBackWithoutLoss() throws Exception {
        press("1", "name=", "plans=no")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("href=\"#name\"")));
        press("1", "name=Runkst", "plans=no").andExpect(redirectedUrl(link + "?stap=2"));
        press("2", "between=Half", "_back=1").andExpect(redirectedUrl(link + "?stap=1"));
        press("2", "between=Half").andExpect(redirectedUrl(link + "?stap=5"));
        press("2", "between=Helemaal", "_save=1").andExpect(redirectedUrl(link + "?bewaard&stap=2"));
        press("2", "between=Helemaal", "_all=1").andExpect(redirectedUrl(link + "?alles"));

        mvc.perform(get(link).param("alles", ""))
                .andExpect(content()
                        .string(allOf(
                                containsString("value=\"Runkst\""),
                                containsString("Helemaal"),
                                not(containsString("Stap 1")))));
    }

    @Test
    void whoTheySayTheyAreSurvivesAWayBack() throws Exception {
        press("1", "name=Runkst", "plans=no");
        press("6", "_name=Bo Claes", "_function=penningmeester", "_go=1")
                .andExpect(redirectedUrl(link + "?stap=1&nakijken"));
        assertThat(page("6").expectFirst("#_name").val()).isEqualTo("Bo Claes");
        press("6", "_name=Bo Claes", "_function=", "_back=1").andExpect(redirectedUrl(link + "?stap=5"));

        assertThat(page("6").expectFirst("#_name").val()).isEqualTo("Bo Claes");
        assertThat(page("6").expectFirst("#_function").val()).isEmpty();
        mvc.perform(multipart(link + "/concept").param("_name", "Bo C.").param("_function", "lid"));
        assertThat(page("6").expectFirst("#_function").val()).isEqualTo("lid");
    }

    @Test
    void aChoiceStandsOnItsOwnPageAndOnTheLast() throws Exception {
        var other = page("1");
        var more = page("5");
        press("1", "name=Runkst", "plans=yes");
        press("5", "more=Eerst");
        press(other, "1", "name=Kermt", "plans=yes").andExpect(status().isUnprocessableEntity());
        press(more, "5", "more=Daarna").andExpect(status().isUnprocessableEntity());

        var third = press("3", "what=").andExpect(status().isUnprocessableEntity());
        assertThat(summary(third)).containsExactly("#what");
        press("3", "what=Banken").andExpect(redirectedUrl(link + "?stap=5"));
        assertThat(page("6").select("[id=name], [id=more]").eachText())
                .containsExactly(
                        "Naam: Er staan twee antwoorden. Kies welk geldt.",
                        "Nog iets? Er staan twee antwoorden. Kies welk geldt.");
        assertThat(page("6").select(".error-summary")).isEmpty();
        assertThat(summary(press("6", "_name=An", "_function=voorzitter"))).containsExactly("#name", "#more");
    }

    @Test
    void sendsNothingIncompleteOrUnseen() throws Exception {
        press("6", "_name=An", "_function=voorzitter")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Naam")));
        press("1", "name=Runkst", "plans=no");
        press("6", "_name=", "_function=voorzitter").andExpect(status().isUnprocessableEntity());
        press("6", "_name=" + "n".repeat(201), "_function=voorzitter")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("Wijzig: Stap 3"),
                                containsString("hoogstens 200 tekens. U schreef er 201"),
                                containsString("n".repeat(201)))));
        mvc.perform(multipart(link)
                        .param("_step", "6")
                        .param("_read", "0=name")
                        .param("_name", "An")
                        .param("_function", "voorzitter"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("In een ander venster is intussen een antwoord ingevuld")));

        assertThat(submissions.latest(caseId, "trial-form")).isEmpty();
    }

    private ResultActions press(String step, String... pairs) throws Exception {
        return press(page(step), step, pairs);
    }

    private Document page(String step) throws Exception {
        return parse(mvc.perform(get(link).param("stap", step)));
    }

    private static Document parse(ResultActions done) throws Exception {
        return Jsoup.parse(done.andReturn().getResponse().getContentAsString());
    }

    private static List<String> summary(ResultActions done) throws Exception {
        return parse(done).select(".error-summary a").eachAttr("href");
    }

    private ResultActions press(Document page, String step, String... pairs) throws Exception {
        var request = multipart(link)
                .param("_step", step)
                .param("_page", page.expectFirst("[name=_page]").attr("value"))
                .param("_read", page.expectFirst("[name=_read]").attr("value"));
        for (var pair : pairs) {
            var at = pair.indexOf('=');
            request.param(pair.substring(0, at), pair.substring(at + 1));
        }
        return mvc.perform(request);
    }
}
