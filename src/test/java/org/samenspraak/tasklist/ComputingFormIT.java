package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.forms.SlowForm;
import org.samenspraak.identity.Areas;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.ResultMatcher;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A form whose expressions come to too much only with certain answers, which no check can know: nothing of it is kept by half. */
class ComputingFormIT extends PostgresIT {

    private static final String SHELL =
            """
            {"type": "default", "id": "trial-form", "properties": {"title": "Proef", "title_en": "Trial"}, "components": [
              {"type": "textfield", "id": "a", "key": "pace", "label": "Tempo", "properties": {"label_en": "Pace"}}, %s]}
            """;
    private static final String COMPUTED =
            """
            {"type": "expression", "id": "k", "key": "sum", "properties": {"fact": "yes"},
             "expression": "=if pace = \\"lijst\\" then [1, 2] else if pace = \\"tekst\\" then string join(for a in [1, 2, 3] return \\"%s\\") else pace"}
            """
                    .formatted("x".repeat(400));

    private static final String PAGE = UUID.randomUUID().toString();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private Tasks tasks;

    @Test
    void saysThatAFormTakesTooLongAndKeepsNothingOfIt() throws Exception {
        var task = start(SlowForm.components("pace = \"traag\"".replace("\"", "\\\"")));

        answer(post("/taken/{task}/concept", task).param("pace", "traag"), status().isUnprocessableEntity());
        var refused = answer(post("/taken/{task}", task).param("pace", "traag"), status().isUnprocessableEntity());

        assertThat(refused.expectFirst("main").text()).contains("te veel berekenen", "wat u typte, staat er nog");
        assertThat(kept()).isZero();
        assertThat(tasks.find(task)).isPresent();
        answer(post("/taken/{task}", task).param("pace", "vlug"), redirectedUrl("/werk?view=groups"));
    }

    @Test
    void saysThatAFormWithADraftTakesTooLong() throws Exception {
        var task = start(SlowForm.components("pace = \"traag\"".replace("\"", "\\\"")));
        answer(post("/taken/{task}/concept", task).param("pace", "vlug"), status().isOk());
        jdbc.sql("update forms_draft_field set typed = replace(cast(typed as text), 'vlug', 'traag')::jsonb")
                .update();

        answer(get("/taken/{task}", task), status().isUnprocessableEntity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lijst", "tekst"})
    void refusesAComputedFactThatNoGatewayCanRead(String pace) throws Exception {
        var task = start(COMPUTED);

        var refused = answer(post("/taken/{task}", task).param("pace", pace), status().isUnprocessableEntity());

        assertThat(refused.expectFirst(".error-summary").text()).contains("Een berekening in dit formulier");
        assertThat(refused.expectFirst("#pace").val()).isEqualTo(pace);
        assertThat(tasks.find(task)).isPresent();
        answer(post("/taken/{task}", task).param("pace", "kort"), redirectedUrl("/werk?view=groups"));
    }

    private String start(String components) {
        var work = new WorkFixture(context);
        return work.onlyTask(work.startTrial(areas.add("Runkst", null, Actor.SYSTEM), SHELL.formatted(components)));
    }

    private int kept() {
        return jdbc.sql("select (select count(*) from forms_draft) + (select count(*) from forms_submission)")
                .query(Integer.class)
                .single();
    }

    private Document answer(MockHttpServletRequestBuilder request, ResultMatcher expected) throws Exception {
        return Jsoup.parse(mvc.perform(request.param("_page", PAGE).with(csrf()).with(role("participation-office")))
                .andExpect(expected)
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
