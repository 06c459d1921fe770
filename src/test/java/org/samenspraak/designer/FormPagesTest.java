package org.samenspraak.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.forms.SlowForm;
import org.samenspraak.testing.PostgresIT;
import org.springframework.test.web.servlet.ResultMatcher;

class FormPagesTest extends PostgresIT {

    private static final String SCHEMA =
            """
            {"type":"default","id":"proef","schemaVersion":18,"properties":{"title":"Proef","title_en":"Trial"},"components":[
             {"type":"textfield","id":"a","key":"name","label":"Uw naam","validate":{"required":true},
              "properties":{"label_en":"Your name","fact":"yes"}},
             {"type":"number","id":"b","key":"age","label":"Leeftijd","validate":{"min":18},"properties":{"label_en":"Age"}},
             {"type":"dynamiclist","id":"c","path":"members","label":"Leden","properties":{"label_en":"Members"},"components":[
              {"type":"textfield","id":"d","key":"function","label":"Functie","properties":{"label_en":"Function"}}]}]}
            """;

    @Test
    void listsTheFormsInTheReadersLanguage() throws Exception {
        assertThat(page("/ontwerp/formulieren").select("a[href^=/ontwerp/formulieren/]"))
                .hasSizeGreaterThan(10);
        assertThat(page("/ontwerp/formulieren?lang=en").text()).contains("Choose a form");
    }

    @Test
    void showsAShippedFormWithAnAnswerAtEveryQuestion() throws Exception {
        var form = page("/ontwerp/formulieren/recognition-application");

        assertThat(form.select("#form .card:first-of-type input[type=text][value='']:not([readonly])"))
                .isEmpty();
        assertThat(form.select("textarea[name=preview:schema]").text()).contains("recognition-application");
    }

    @Test
    void saysThatThereIsNoSuchForm() throws Exception {
        mvc.perform(get("/ontwerp/formulieren/nope").with(role("process-designer")))
                .andExpect(status().isNotFound());
    }

    @Test
    void showsTheMistakeAtEveryQuestion() throws Exception {
        var form = send(SCHEMA, "{\"members\":[{},{}]}", status().isOk(), "preview:faults", "1");

        assertThat(form.select("[aria-invalid=true]")).hasSize(4);
        assertThat(form.select(".error-summary a")).hasSize(4);
    }

    @Test
    void judgesWhatIsFilledInAndShowsWhatWouldBeKept() throws Exception {
        var refused = send(SCHEMA, "", status().isOk(), "name", "", "age", "17", "_rows.members", "0");
        assertThat(refused.select("[aria-invalid=true]").eachAttr("name")).containsExactly("name", "age");
        assertThat(refused.select("input[name=age]").val()).isEqualTo("17");

        var kept = send(SCHEMA, "", status().isOk(), "name", "Raad", "age", "18", "_rows.members", "0");
        assertThat(kept.select(".code").eachText().stream().map(it -> it.replaceAll("\\s", "")))
                .containsExactly("{\"name\":\"Raad\",\"age\":18,\"members\":[]}", "{\"name\":\"Raad\"}");
    }

    @Test
    void addsARowWithoutSending() throws Exception {
        var form = send(SCHEMA, "", status().isOk(), "name", "", "_rows.members", "0", "_add", "members");

        assertThat(form.select("[name='members[0].function']")).hasSize(1);
        assertThat(form.select("[aria-invalid]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"type\":\"default\",\"id\":\"x\",\"components\":[{\"type\":\"iframe\"}]}"})
    void saysWhyASchemaCantBeShownAndKeepsIt(String schema) throws Exception {
        var form = send(schema, "{\"a\":1}", status().isUnprocessableEntity(), "preview:show", "1");

        assertThat(form.select(".error-summary a").attr("href")).isEqualTo("#preview:schema");
        assertThat(form.select("textarea[name=preview:schema]").val().strip()).isEqualTo(schema);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'type':'expression','key':'e','expression':'=a b c'",
                "'type':'expression','key':'e','expression':'='",
                "'type':'expression','key':'e','expression':'=2**10'",
                "'type':'expression','key':'e','expression':'=sort(a)'",
                "'type':'text','text':'{{a b c}}'",
                "'type':'text','text':'{{#if a}}'",
                "'type':'text','text':'x','properties':{'text_en':'{{#if a}}'}",
                "'type':'textfield','key':'e','label':'E','validate':{'pattern':'(['}",
                "'type':'textfield','key':'e','label':'E','validate':{'pattern':'a{1,1500}'}",
                "'type':'datetime','key':'e','subtype':'date','label':'E','properties':{'earliest':'=x +'}",
                "'type':'textfield','key':'e','label':'E','conditional':{'hide':'=some x in e satisfies (some y in x"
                        + " satisfies (some z in y satisfies z = 1))'}",
            })
    void saysWhatOfAFieldCantBeUsed(String field) throws Exception {
        var schema = ("{'type':'default','id':'x','components':[{'id':'f'," + field + "}]}").replace('\'', '"');

        for (var button : List.of("preview:show", "preview:faults", "e")) {
            var form = send(schema, "", status().isUnprocessableEntity(), button, "1");

            assertThat(form.select(".error-summary a").attr("href")).isEqualTo("#preview:schema");
            assertThat(form.select(".error-summary a").text()).containsAnyOf("e: ", "f: ");
        }
    }

    @Test
    void saysThatAFormTakesTooLong() throws Exception {
        var schema = "{\"type\":\"default\",\"id\":\"x\",\"components\":[" + SlowForm.components("true") + "]}";

        for (var button : List.of("preview:show", "preview:faults", "slow1")) {
            var form = send(schema, "", status().isUnprocessableEntity(), button, "1");

            assertThat(form.expectFirst(".error-summary").text()).contains("duurt te lang");
            assertThat(form.text()).contains("duren samen te lang");
        }
    }

    @Test
    void showsAmountsAndDatesAsTheyAreKept() throws Exception {
        var schema =
                """
                {"type":"default","id":"x","components":[
                 {"type":"number","id":"a","key":"a","label":"A","properties":{"format":"money"}},
                 {"type":"expression","id":"b","key":"b","expression":"=date(\\"2026-01-31\\") + duration(\\"P1D\\")"}]}
                """;

        var form = send(schema, "", status().isOk(), "a", "1.250");

        assertThat(form.select(".code").get(0).text()).contains("1250.00", "\"2026-02-01\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "1", "{\"a\":1,\"a\":2}", "null"})
    void saysThatTheDataCantBeRead(String data) throws Exception {
        var form = send(SCHEMA, data, status().isUnprocessableEntity(), "preview:show", "1");

        assertThat(form.select(".error-summary a").attr("href")).isEqualTo("#preview:data");
    }

    @Test
    void saysWhatTheCheckFinds() throws Exception {
        var form = send(SCHEMA.replace("\"label_en\":\"Age\"", ""), "", status().isOk(), "preview:show", "1");

        assertThat(form.text()).contains("age: De Engelse tekst ontbreekt: label_en");
    }

    @Test
    void runsNothingOfWhatIsPasted() throws Exception {
        var form =
                send(SCHEMA.replace("Uw naam", "<script>alert(1)</script>"), "", status().isOk(), "preview:show", "1");

        assertThat(form.select("script:not([src])")).isEmpty();
        assertThat(form.select("label").text()).contains("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"participation-office", "administrator", "auditor"})
    void isForDesigners(String other) throws Exception {
        mvc.perform(get("/ontwerp/formulieren").with(role(other))).andExpect(status().isForbidden());
        mvc.perform(post("/ontwerp/formulieren/proef")
                        .param("preview:schema", SCHEMA)
                        .with(role(other))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(role("process-designer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document send(String schema, String data, ResultMatcher expected, String... pairs) throws Exception {
        var request = post("/ontwerp/formulieren/proef")
                .param("preview:schema", schema)
                .param("preview:data", data)
                .with(role("process-designer"))
                .with(csrf());
        for (int at = 0; at < pairs.length; at += 2) {
            request.param(pairs[at], pairs[at + 1]);
        }
        return Jsoup.parse(mvc.perform(request)
                .andExpect(expected)
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
