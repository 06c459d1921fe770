package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.springframework.test.web.servlet.ResultActions;

/** Somebody is away for a week: a colleague of another group sees and does the work, and the record says so. */
class AbsencePagesTest extends AbsenceScenario {

    @Test
    void letsTheDeputySeeAndDoTheWorkWithoutReassigningIt() throws Exception {
        mvc.perform(get("/taken/{task}", task).with(as(bert))).andExpect(status().isForbidden());

        away(ann, bert, "2026-09-14", "2026-09-20").andExpect(redirectedUrl(PAGE));

        for (var view : new String[] {"groups", "unassigned"}) {
            mvc.perform(get("/werk").param("view", view).with(as(bert)))
                    .andExpect(content().string(stringContainsInOrder("Nakijken", "voor Medewerker participatie")));
        }
        mvc.perform(get("/werk").with(as(bert)))
                .andExpect(content().string(containsString("U doet nu ook het werk van Medewerker participatie.")));
        mvc.perform(get("/taken/{task}", task).with(as(bert)))
                .andExpect(content().string(containsString("U doet deze taak voor Medewerker participatie")));
        mvc.perform(post("/werk/nemen").param("task", task).with(csrf()).with(as(bert)))
                .andExpect(flash().attribute("notice", "tasklist.inbox.claimed"));
        assertThat(tasks.find(task).orElseThrow().assignee()).isEqualTo(ann);
        mvc.perform(get("/werk?view=mine").with(as(bert)))
                .andExpect(content().string(stringContainsInOrder("Nakijken", "voor Medewerker participatie")));
        mvc.perform(get("/zaken/{number}", file.number()).with(as(bert)))
                .andExpect(content().string(containsString("/taken/" + task)));
        send(bert).andExpect(status().is3xxRedirection());

        assertThat(timeline.page(file.id(), null, 50))
                .filteredOn(
                        entry -> Set.of("task.taken", "form.sent", "task.done").contains(entry.kind()))
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.by() + " voor " + entry.onBehalfOf())
                        .isEqualTo("Jurist voor Medewerker participatie"));
        assertThat(jdbc.sql("select on_behalf_of from forms_submission")
                        .query(String.class)
                        .single())
                .isEqualTo("Medewerker participatie");
    }

    @Test
    void endsByItselfAfterTheLastDay() throws Exception {
        away(ann, bert, "2026-09-15", "2026-09-16");
        assertThat(sees(bert)).isFalse();
        clock.advance(Duration.ofDays(2));
        assertThat(sees(bert)).isTrue();
        tasks.claim(task, Actor.person(ann, "Medewerker participatie"));
        assertThat(sees(bert)).isTrue();

        clock.advance(Duration.ofDays(1));

        assertThat(sees(bert)).isFalse();
        send(bert).andExpect(status().isForbidden());
        send(ann).andExpect(status().is3xxRedirection());
    }

    @Test
    void goesNoFurtherThanItsCasesAndAreas() throws Exception {
        for (var narrow : new String[][] {
            {"areas", elsewhere.toString(), "no"},
            {"areas", city.toString(), "yes"},
            {"trajectories", "recognition", "yes"},
            {"trajectories", "recognition-withdrawal", "no"}
        }) {
            jdbc.sql("delete from identity_delegation").update();
            mvc.perform(form(ann, bert, "2026-09-14", "2026-09-20", narrow[0], narrow[1]))
                    .andExpect(redirectedUrl(PAGE));
            assertThat(sees(bert)).as(narrow[1]).isEqualTo(narrow[2].equals("yes"));
            mvc.perform(get("/taken/{task}", task).with(as(bert)))
                    .andExpect(status().is(narrow[2].equals("yes") ? 200 : 403));
        }
        mvc.perform(get(PAGE).with(as(bert)))
                .andExpect(
                        content().string(stringContainsInOrder("Jurist vervangt Medewerker participatie", "Alleen:")));
        mvc.perform(form(
                        ann,
                        carl,
                        "2026-09-14",
                        "2026-09-20",
                        "areas",
                        UUID.randomUUID().toString()))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Kies uit de lijst.")));
    }

    @Test
    void leavesOutWhatOnlyTheHolderSigns() throws Exception {
        var mayor = add("Burgemeester", "mayor");
        jdbc.sql("update act_ru_identitylink set group_id_ = 'mayor' where task_id_ = ?")
                .param(task)
                .update();
        jdbc.sql("update process_task set groups = array['mayor'] where id = ?")
                .param(task)
                .update();
        away(mayor, bert, "2026-09-14", "2026-09-20").andExpect(redirectedUrl(PAGE));
        assertThat(sees(bert)).isFalse();
        tasks.claim(task, Actor.person(mayor, "Burgemeester"));

        assertThat(sees(bert)).isFalse();
        mvc.perform(get("/taken/{task}", task).with(as(bert))).andExpect(status().isForbidden());
    }

    @Test
    void goesNoFurtherThanTheDeputy() throws Exception {
        away(ann, bert, "2026-09-14", "2026-09-20");
        away(bert, carl, "2026-09-14", "2026-09-20").andExpect(redirectedUrl(PAGE));

        assertThat(sees(carl)).isFalse();
    }

    @Test
    void namesWhoIsAwayForTheTasksAtHandOnly() throws Exception {
        mvc.perform(form(carl, bert, "2026-09-14", "2026-09-20", "areas", elsewhere.toString()));

        mvc.perform(get("/werk/doorgeven").param("task", task).with(as(ann)))
                .andExpect(content().string(not(containsString("laat zich vervangen"))));
    }

    @Test
    void warnsWhoHandsOverToSomebodyAway() throws Exception {
        away(carl, bert, "2026-09-14", "2026-09-20");

        mvc.perform(get("/werk/doorgeven").param("task", task).with(as(ann)))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Financieel medewerker",
                                "laat zich vervangen door Jurist tot en met zo 20 september")));
        mvc.perform(post("/werk/doorgeven")
                        .param("task", task + ":")
                        .param("to", "person:" + carl)
                        .param("reason", "")
                        .with(csrf())
                        .with(as(ann)))
                .andExpect(flash().attribute("notice", "tasklist.hand-over.done"))
                .andExpect(flash().attribute("refusal", hasToString(containsString("tasklist.hand-over.is-away"))));
    }

    private ResultActions send(PersonId by) throws Exception {
        return mvc.perform(post("/taken/{task}", task)
                .param("note", "In orde")
                .with(csrf())
                .with(as(by)));
    }
}
