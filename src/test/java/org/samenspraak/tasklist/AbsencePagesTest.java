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

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Leads;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.identity.SignedInAs;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody is away for a week: a colleague of another group sees and does the work, and the record says so. */
class AbsencePagesTest extends PostgresIT {

    private static final String PAGE = "/mijn/vervanging";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private People people;

    @Autowired
    private Leads leads;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Timeline timeline;

    private AreaId city;
    private AreaId elsewhere;
    private CaseView file;
    private String task;
    private PersonId ann;
    private PersonId bert;
    private PersonId carl;

    @BeforeEach
    void startACase() {
        city = areas.add("Hasselt", null, Actor.SYSTEM);
        elsewhere = areas.add("Kuringen", null, Actor.SYSTEM);
        var work = new WorkFixture(context);
        file = work.startTrial(areas.add("Runkst", city, Actor.SYSTEM));
        task = work.onlyTask(file);
        ann = add("Medewerker participatie", "participation-office");
        bert = add("Jurist", "legal");
        carl = add("Financieel medewerker", "finance");
    }

    @Test
    void letsTheDeputySeeAndDoTheWorkWithoutReassigningIt() throws Exception {
        mvc.perform(get("/taken/{task}", task).with(as(bert))).andExpect(status().isForbidden());

        away(ann, bert, "2026-09-14", "2026-09-20").andExpect(redirectedUrl(PAGE));

        for (var view : new String[] {"groups", "unassigned"}) {
            mvc.perform(get("/werk").param("view", view).with(as(bert)))
                    .andExpect(content().string(stringContainsInOrder("Nakijken", "voor Medewerker participatie")));
        }
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
    void refusesWhatMakesNoSenseAndKeepsWhatWasTyped() throws Exception {
        refused(ann, ann, "2026-09-14", "2026-09-20", "Kies een collega die taken doet.");
        refused(ann, add("Nalezer", "auditor"), "2026-09-14", "2026-09-20", "Kies een collega die taken doet.");
        refused(ann, bert, "2026-09-01", "2026-09-02", "Deze dag is voorbij");
        refused(ann, bert, "2026-09-20", "2026-09-14", "value=\"2026-09-20\"");
        refused(ann, bert, "+999999999-01-01", "2026-09-20", "Vul een dag in.");
        away(carl, ann, "2026-09-18", "2026-09-22").andExpect(redirectedUrl(PAGE));
        refused(ann, carl, "2026-09-14", "2026-09-18", "Financieel medewerker is zelf afwezig van 18-09-2026");
        away(ann, bert, "2026-09-24", "2026-09-30").andExpect(redirectedUrl(PAGE));
        refused(
                ann,
                carl,
                "2026-09-30",
                "2026-10-02",
                "er al een vervanger: Jurist, van 24-09-2026 tot en met 30-09-2026");
        away(ann, carl, "2026-10-01", "2026-10-02").andExpect(redirectedUrl(PAGE));
    }

    @Test
    void letsTwoDeputiesEachHaveTheirOwnAreas() throws Exception {
        mvc.perform(form(ann, bert, "2026-09-14", "2026-09-20", "areas", city.toString()))
                .andExpect(redirectedUrl(PAGE));
        mvc.perform(form(ann, carl, "2026-09-14", "2026-09-20", "areas", elsewhere.toString()))
                .andExpect(redirectedUrl(PAGE));
        mvc.perform(form(ann, carl, "2026-09-14", "2026-09-20", "areas", String.valueOf(file.area())))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void keepsOneOfTwoThatAreSetAtOnce() {
        var first = CompletableFuture.supplyAsync(() -> statusOf(bert));
        var second = CompletableFuture.supplyAsync(() -> statusOf(carl));

        assertThat(Set.of(first.join(), second.join())).containsExactlyInAnyOrder(302, 422);
        assertThat(jdbc.sql("select count(*) from identity_delegation")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private int statusOf(PersonId deputy) {
        try {
            return away(ann, deputy, "2026-09-14", "2026-09-20")
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void letsTheLeadSetAndEndItFromTheTeamPage() throws Exception {
        var lead = add("Diensthoofd", "management-team");
        var address = "/vervanging/" + ann;
        mvc.perform(get(address).with(as(lead))).andExpect(status().isNotFound());
        mvc.perform(post("/beheer/mensen/{id}/leidinggevende", ann)
                        .param("lead", lead.toString())
                        .with(csrf())
                        .with(role("administrator")))
                .andExpect(flash().attribute("notice", "admin.person.lead-set"));

        mvc.perform(post(address)
                        .param("deputy", bert.toString())
                        .param("from", "2026-09-14")
                        .param("until", "2026-09-20")
                        .with(csrf())
                        .with(as(lead)))
                .andExpect(redirectedUrl(address));
        assertThat(sees(bert)).isTrue();
        mvc.perform(get("/mijn").with(as(lead))).andExpect(content().string(containsString("href=\"/mijn/team\"")));
        mvc.perform(get("/mijn/team").with(as(lead)))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Medewerker participatie", "Afwezig", "vervangen door Jurist", address)));
        var id = jdbc.sql("select id from identity_delegation")
                .query(String.class)
                .single();
        mvc.perform(post(address + "/" + id + "/einde").with(csrf()).with(as(carl)))
                .andExpect(status().isNotFound());
        mvc.perform(post(PAGE + "/" + id + "/einde").with(csrf()).with(as(bert)))
                .andExpect(status().isNotFound());
        assertThat(sees(bert)).isTrue();
        mvc.perform(post(address + "/" + id + "/einde").with(csrf()).with(as(lead)))
                .andExpect(redirectedUrl(address));
        assertThat(sees(bert)).isFalse();
        assertThat(jdbc.sql("select actor_name || ': ' || what || ' ' || about from identity_audit"
                                + " where what in ('absence-set', 'absence-ended', 'lead-set') order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "administrator: lead-set Medewerker participatie → Diensthoofd",
                        "Diensthoofd: absence-set Medewerker participatie → Jurist",
                        "Diensthoofd: absence-ended Medewerker participatie → Jurist");
    }

    @Test
    void letsNoLeadGiveAwayASignature() throws Exception {
        var mayor = add("Burgemeester", "mayor");
        leads.set(mayor, carl, Actor.SYSTEM);

        mvc.perform(post("/vervanging/{id}", mayor)
                        .param("role", "mayor")
                        .param("deputy", bert.toString())
                        .param("from", "2026-09-14")
                        .param("until", "2026-09-20")
                        .param("reason", "weg")
                        .with(csrf())
                        .with(as(carl)))
                .andExpect(status().isUnprocessableEntity());
    }

    @Test
    void refusesALeadWhoCanBeNone() throws Exception {
        leads.set(ann, bert, Actor.SYSTEM);
        for (var lead : new String[] {bert.toString(), PersonId.create().toString(), "x", ann.toString()}) {
            mvc.perform(post("/beheer/mensen/{id}/leidinggevende", bert)
                            .param("lead", lead)
                            .with(csrf())
                            .with(role("administrator")))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("Kies een collega die hier werkt")));
        }
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

    @Test
    void asksNothingAboutARoleThatNobodyElseMaySign() throws Exception {
        mvc.perform(get(PAGE).with(as(ann)))
                .andExpect(content()
                        .string(allOf(not(containsString("name=\"role\"")), containsString("Alleen deze gebieden"))));
        mvc.perform(get("/vervanging/{id}", ann).with(role("administrator")))
                .andExpect(content().string(containsString("Afwezigheid en vervanging van Medewerker participatie")));
    }

    private void refused(PersonId holder, PersonId deputy, String from, String until, String text) throws Exception {
        away(holder, deputy, from, until)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString(text)));
    }

    private ResultActions away(PersonId holder, PersonId deputy, String from, String until) throws Exception {
        return mvc.perform(form(holder, deputy, from, until, "reason", ""));
    }

    private MockHttpServletRequestBuilder form(
            PersonId holder, PersonId deputy, String from, String until, String name, String value) {
        return post(PAGE)
                .param("deputy", deputy.toString())
                .param("from", from)
                .param("until", until)
                .param(name, value)
                .with(csrf())
                .with(as(holder));
    }

    private boolean sees(PersonId person) throws Exception {
        return mvc.perform(get("/werk").with(as(person)))
                .andReturn()
                .getResponse()
                .getContentAsString()
                .contains("/taken/" + task);
    }

    private ResultActions send(PersonId by) throws Exception {
        return mvc.perform(post("/taken/{task}", task)
                .param("note", "In orde")
                .with(csrf())
                .with(as(by)));
    }

    private RequestPostProcessor as(PersonId person) {
        return SignedInAs.today(context, person);
    }

    private PersonId add(String name, String group) {
        return people.add(
                new NewPerson(
                        name.replace(' ', '-'),
                        name,
                        "p@hasselt.example",
                        "",
                        "een lang wachtwoord voor de proef",
                        Set.of(GroupId.parse(group))),
                Actor.SYSTEM);
    }
}
