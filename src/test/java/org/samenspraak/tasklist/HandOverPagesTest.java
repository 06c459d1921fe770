package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class HandOverPagesTest extends HandOverScenario {

    @Test
    void givesATaskToAColleagueWithANote() throws Exception {
        mvc.perform(handOver("person:" + bart, "", "De raad belde al.").with(asAn))
                .andExpect(redirectedUrl("/werk?view=groups"))
                .andExpect(flash().attribute("notice", "tasklist.hand-over.done"));

        assertThat(tasks.find(task).orElseThrow().assignee()).isEqualTo(bart);
        mvc.perform(get("/zaken/{number}", file.number()).with(asAn))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Taak doorgegeven aan Medewerker twee: Nakijken", "De raad belde al.")));
        assertThat(jdbc.sql("select about from identity_audit where what = 'task-handed-over'")
                        .query(String.class)
                        .single())
                .isEqualTo(file.number() + ": Nakijken → Medewerker twee");
    }

    @Test
    void offersATaskToTheNewGroupInsteadOfItsOwnAndBack() throws Exception {
        add("Jurist", "legal");
        mvc.perform(handOver("group:legal", "", "Graag uw kijk").with(asAn))
                .andExpect(flash().attribute("notice", "tasklist.hand-over.done"));

        mvc.perform(get("/werk").with(asAn)).andExpect(content().string(not(containsString(task))));
        mvc.perform(get("/taken/{task}", task).with(asAn)).andExpect(status().isForbidden());
        tasks.regroup(file.id());
        assertThat(tasks.find(task).orElseThrow().groups()).containsExactly(GroupId.of("legal"));

        mvc.perform(handOver("group:participation-office", "", "").with(role("legal")))
                .andExpect(flash().attribute("notice", "tasklist.hand-over.done"));
        assertThat(tasks.find(task).orElseThrow().groups()).contains(GroupId.of("participation-office"));
        mvc.perform(get("/zaken/{number}?lang=en", file.number()).with(asAn))
                .andExpect(content().string(containsString("Task handed over to Legal")));
    }

    @Test
    void tellsTheSecondWhoWasFirst() throws Exception {
        tasks.claim(task, Actor.person(bart, "Medewerker twee"));

        mvc.perform(handOver("person:" + an, "", "Ik doe <dit>").with(asAn))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                stringContainsInOrder(
                                        "0 van 1 taken gelukt", "Medewerker twee was u voor en heeft deze taak nu"),
                                containsString("value=\"" + task + ":" + bart + "\""),
                                containsString("Ik doe &lt;dit&gt;</textarea>"),
                                stringContainsInOrder("value=\"person:" + an + "\"", "checked="))));
        mvc.perform(post("/werk/nemen").param("task", task).with(csrf()).with(asAn))
                .andExpect(flash().attribute("results", refused("Medewerker twee was u voor en heeft deze taak nu.")));

        assertThat(tasks.find(task).orElseThrow().assignee()).isEqualTo(bart);
    }

    @Test
    void handsOverTheTaskOfAColleagueWithAReasonOnly() throws Exception {
        tasks.claim(task, Actor.person(bart, "Medewerker twee"));

        mvc.perform(handOver("person:" + an, bart.toString(), " ").with(asAn))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "href=\"#reason\"", "Medewerker twee heeft deze taak. Schrijf erbij waarom")));
        mvc.perform(handOver("person:" + an, bart.toString(), "Medewerker twee is ziek")
                        .with(asAn))
                .andExpect(flash().attribute("notice", "tasklist.hand-over.done"));

        assertThat(tasks.find(task).orElseThrow().assignee()).isEqualTo(an);
    }

    @Test
    void refusesWhoCantDoTasksAndKeepsTheNote() throws Exception {
        var reader = add("Nalezer", "auditor");
        for (var to : new String[] {
            "", "person:" + reader, "person:" + PersonId.create(), "person:x", "group:auditor", "group:council@x", "x"
        }) {
            mvc.perform(handOver(to, "", "Wat ik <b>schreef</b>").with(asAn))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content()
                            .string(allOf(
                                    containsString("href=\"#to\""),
                                    containsString("Wat ik &lt;b&gt;schreef&lt;/b&gt;"))));
        }
        mvc.perform(handOver("person:" + bart, "", "x".repeat(1_001)).with(asAn))
                .andExpect(status().isUnprocessableEntity());
        assertThat(tasks.find(task).orElseThrow().assignee()).isNull();
    }

    @Test
    void leavesWhatAPersonSignsWithThatPerson() throws Exception {
        jdbc.sql("update act_ru_identitylink set group_id_ = 'mayor' where task_id_ = ?")
                .param(task)
                .update();
        add("Burgemeester", "mayor");

        mvc.perform(handOver("person:" + bart, "", "Teken jij?").with(role("mayor")))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Deze taak blijft bij wie de rol heeft.")));
        mvc.perform(get("/taken/{task}", task).with(role("mayor")))
                .andExpect(content().string(not(containsString("/werk/doorgeven"))));
        mvc.perform(get("/werk/doorgeven").param("task", task).with(asAn))
                .andExpect(content().string(not(containsString("group:mayor"))));
    }

    @Test
    void handsOverNothingThatIsNotTheirs() throws Exception {
        mvc.perform(handOver("person:" + bart, "", "Wat ik <b>schreef</b>").with(role("finance")))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("niet voor uw groep"),
                                containsString("Wat ik &lt;b&gt;schreef&lt;/b&gt;"),
                                not(containsString(file.number())))));
        mvc.perform(handOver("person:" + bart, "", "").with(role("auditor"))).andExpect(status().isForbidden());
        mvc.perform(get("/werk/doorgeven").with(asAn))
                .andExpect(flash().attribute(
                                "refusal", hasToString(new Refusal("tasklist.refusal.none-chosen").toString())));
        assertThat(tasks.find(task).orElseThrow().assignee()).isNull();
    }

    @Test
    void refusesWhoHasItAlready() throws Exception {
        tasks.claim(task, Actor.person(an, "Medewerker een"));
        mvc.perform(handOver("person:" + an, an.toString(), "Voor mij").with(asAn))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Medewerker een heeft deze taak al.")));

        tasks.giveBack(task, Actor.person(an, "Medewerker een"));
        mvc.perform(handOver("group:participation-office", "", "Voor ons").with(asAn))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Deze taak staat al klaar voor deze groep.")));
        assertThat(jdbc.sql("select count(*) from casefile_event where kind like 'task.handed%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Matcher<Object> refused(String problem) {
        return hasToString(containsString("problem=" + problem));
    }

    private MockHttpServletRequestBuilder handOver(String to, String holder, String note) {
        return post("/werk/doorgeven")
                .param("task", task + ":" + holder)
                .param("to", to)
                .param("reason", note)
                .with(csrf());
    }
}
