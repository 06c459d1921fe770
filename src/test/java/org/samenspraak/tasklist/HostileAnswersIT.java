package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Answers at the edge of what a form takes, all the way into the engine and the database; and mark-up on the pages that show them. */
class HostileAnswersIT extends PostgresIT {

    private static final String MARKUP =
            "<xss-probe onxss=1>\"' onxss=1 x='</textarea><script src=x></script>{{7*7}}[a](javascript:x)";
    private static final String FORM =
            """
            {"type": "default", "id": "trial-form", "properties": {"title": "<xss-probe>", "title_en": "Trial"}, "components": [
              {"type": "textfield", "id": "a", "key": "line", "label": "Regel <xss-probe>", "properties": {"label_en": "Line", "fact": "yes"}},
              {"type": "textarea", "id": "b", "key": "text", "label": "Tekst", "properties": {"label_en": "Text", "fact": "yes"}},
              {"type": "textarea", "id": "c", "key": "long", "label": "Lang", "properties": {"label_en": "Long"}},
              {"type": "number", "id": "d", "key": "number", "label": "Getal", "properties": {"label_en": "Number", "fact": "yes"}},
              {"type": "number", "id": "e", "key": "digits", "label": "Cijfers", "serializeToString": true, "properties": {"label_en": "Digits", "fact": "yes"}},
              {"type": "number", "id": "f", "key": "money", "label": "Bedrag", "properties": {"label_en": "Amount", "fact": "yes", "format": "money"}},
              {"type": "datetime", "id": "g", "key": "day", "label": "Dag", "subtype": "date", "properties": {"label_en": "Day", "fact": "yes"}},
              {"type": "datetime", "id": "h", "key": "time", "label": "Uur", "subtype": "time", "timeInterval": 1, "timeSerializingFormat": "utc_offset", "properties": {"label_en": "Time", "fact": "yes"}},
              {"type": "datetime", "id": "i", "key": "moment", "label": "Moment", "subtype": "datetime", "timeInterval": 1, "timeSerializingFormat": "utc_normalized", "properties": {"label_en": "Moment", "fact": "yes"}},
              {"type": "expression", "id": "k", "key": "product", "expression": "=number * number * number * number"},
              {"type": "filepicker", "id": "j", "key": "files", "label": "Bestanden", "properties": {"label_en": "Files"}}
            ]}
            """;

    private static final List<String> ASKED =
            List.of("number", "digits", "money", "day", "time", "moment", "line", "text");
    private static final List<String> NONSENSE = List.of(
            "999999-12-31",
            "-1",
            "0000-00-00",
            "2026-02-31",
            "24:00",
            "2026-01-01T24:00",
            "10:00+25:00",
            "1e400",
            "NaN",
            "Infinity",
            "٣",
            "9".repeat(60),
            "\u0000",
            "\uD83C",
            "\u202E7\u0007");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private Tasks tasks;

    private CaseView file;
    private String task = "";

    @BeforeEach
    void startACase() {
        var work = new WorkFixture(context);
        file = work.startTrial(areas.add("Runkst", null, Actor.SYSTEM), FORM);
        task = work.onlyTask(file);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void largestAndSmallestAnswersReachTheEngineAndTheDatabase(boolean large) throws Exception {
        var answers = new LinkedHashMap<String, String>();
        answers.put("line", (large ? "🏘" : "\u0000\uD800\u202E").repeat(large ? 1_000 : 1));
        answers.put("text", "é\n".repeat(large ? 500 : 1));
        answers.put("long", "x".repeat(large ? 20_000 : 1));
        answers.put("number", (large ? "" : "-") + "9".repeat(15) + "," + "9".repeat(15));
        answers.put("digits", large ? "9".repeat(40) : "-0," + "0".repeat(36) + "1");
        answers.put("money", (large ? "" : "-") + "9".repeat(15) + ",99");
        answers.put("day", large ? "2199-12-31" : "1900-01-01");
        answers.put("time", large ? "23:59" : "00:00");
        answers.put("moment", large ? "2199-12-31T23:59" : "1900-01-01T00:00");

        mvc.perform(send(answers)).andExpect(status().is3xxRedirection());

        assertThat(tasks.find(task)).isEmpty();
        mvc.perform(get(sentForm()).with(role("participation-office"))).andExpect(status().isOk());
    }

    @Test
    void refusesAFactThatNoGatewayCanRead() throws Exception {
        var page = page(send(Map.of("text", "x".repeat(1_001))));

        assertThat(page.expectFirst("#text-error").text()).contains("1.000");
        assertThat(tasks.find(task)).isPresent();
    }

    @Test
    void keepsWhatMakesNoSenseAsItWasTyped() throws Exception {
        var page = UUID.randomUUID().toString();
        for (var typed : NONSENSE) {
            var concept = official(post("/taken/{task}/concept", task)).param("_page", page);
            ASKED.forEach(it -> concept.param(it, typed));
            mvc.perform(concept).andExpect(status().isOk());

            var again = page(official(get("/taken/{task}", task)));
            assertThat(again.expectFirst("#day").val())
                    .isEqualTo(typed.replace("\u0000", "").replace('\uD83C', '?'));
        }
        assertThat(page(send(Map.of("_page", page, "day", "x"))).select("#day-error"))
                .hasSize(1);
    }

    @Test
    void markUpIsTextOnEveryPageThatShowsIt() throws Exception {
        var concept = official(post("/taken/{task}/concept", task));
        mvc.perform(concept.param("line", MARKUP).param("money", MARKUP));
        var rivals = page(official(post("/taken/{task}/concept", task)).param("line", "anders"));
        assertThat(rivals.select("[data-rival]").text()).contains("<xss-probe onxss=1>");
        assertClean(rivals);
        assertClean(page(official(get("/taken/{task}", task))));
        assertClean(page(send(Map.of("line", "anders", "money", MARKUP))));
        jdbc.sql("delete from forms_draft").update();

        var upload =
                new MockMultipartFile("files", "<xss-probe>.txt", "text/html", "x".getBytes(StandardCharsets.US_ASCII));
        assertClean(page(official(multipart("/taken/{task}", task).file(upload)).param("_update", "files")));
        assertClean(page(official(get("/taken/{task}", task))));
        mvc.perform(official(multipart("/taken/{task}", task))
                        .param("line", MARKUP)
                        .param("long", MARKUP))
                .andExpect(redirectedUrl("/werk?view=groups"));

        assertThat(page(official(get(sentForm()))).text()).contains("<xss-probe onxss=1>");
        for (var address : new String[] {sentForm(), "/zaken/" + file.number(), "/werk", "/taken/" + task}) {
            assertClean(page(official(get(address))));
        }
        var council = new WorkFixture(context).onlyTask(file);
        mvc.perform(official(multipart("/taken/{task}", council))
                .param("line", "anders")
                .param("long", MARKUP + "!"));
        assertClean(page(official(get("/zaken/" + file.number()))));
        // done meanwhile: what was typed is shown
        assertClean(page(send(Map.of("line", MARKUP, "money", MARKUP))));
    }

    private static void assertClean(Document page) {
        assertThat(page.select("xss-probe, [onxss], script[src=x]")).isEmpty();
        assertThat(page.select("[href^=javascript]")).isEmpty();
    }

    private String sentForm() {
        var id = jdbc.sql("select cast(id as text) from forms_submission where task_id = :task")
                .param("task", task)
                .query(String.class)
                .single();
        return "/zaken/" + file.number() + "/formulieren/" + id;
    }

    private MockHttpServletRequestBuilder send(Map<String, String> answers) {
        var request = official(post("/taken/{task}", task));
        answers.forEach(request::param);
        return request;
    }

    private static MockHttpServletRequestBuilder official(MockHttpServletRequestBuilder request) {
        return request.with(csrf()).with(role("participation-office"));
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(mvc.perform(request).andReturn().getResponse().getContentAsString());
    }
}
