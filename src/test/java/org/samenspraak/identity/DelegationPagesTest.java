package org.samenspraak.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.identity.People.Details;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.samenspraak.testing.CouncilCaseIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** The mayor lets an alderman sign: seen and done in the mayor's place, and over by itself. */
class DelegationPagesTest extends CouncilCaseIT {

    private static final String PAGE = "/mijn/vervanging";

    @Autowired
    private People people;

    @Autowired
    private SignedInPeople signedIn;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Timeline timeline;

    private PersonId mayor = PersonId.create();
    private PersonId alderman = PersonId.create();
    private PersonId auditor = PersonId.create();

    @BeforeEach
    void addPeople() {
        mayor = official("Burgemeester", "mayor");
        alderman = official("Schepen", "alderman");
        auditor = official("Toezichthouder", "auditor");
        askToSign();
    }

    @Test
    void letsADeputySeeAndDoTheTasksForTheHolder() throws Exception {
        var task = mayorsTask();
        mvc.perform(get("/taken/{task}", task).with(SignedInAs.person(me(alderman))))
                .andExpect(status().isForbidden());

        delegate("2026-09-14", "2026-09-20").andExpect(redirectedUrl(PAGE));

        mvc.perform(get("/werk").with(SignedInAs.person(me(alderman))))
                .andExpect(content().string(containsString("Verklaring tekenen als burgemeester")));
        mvc.perform(get("/taken/{task}", task).with(SignedInAs.person(me(alderman))))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("U doet deze taak voor Burgemeester")));
        mvc.perform(post("/taken/{task}/nemen", task).with(csrf()).with(SignedInAs.person(me(alderman))));
        assertThat(tasks.find(task).orElseThrow().assignee()).isEqualTo(mayor);
        assertThat(timeline.page(caseId, null, 50))
                .filteredOn(entry -> entry.kind().equals("task.taken"))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.by() + " voor " + entry.onBehalfOf()).isEqualTo("Schepen voor Burgemeester"));
        sign(task, alderman).andExpect(redirectedUrl("/werk?view=groups"));
        assertThat(timeline.page(caseId, null, 50))
                .filteredOn(entry -> entry.kind().equals("form.sent"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo("Schepen");
                    assertThat(entry.onBehalfOf()).isEqualTo("Burgemeester");
                });
        mvc.perform(get("/zaken/{number}", cases.get(caseId).number()).with(SignedInAs.person(me(mayor))))
                .andExpect(content().string(containsString("voor Burgemeester")));
    }

    @Test
    void letsADeputyGoOnWithWhatTheHolderHadTaken() throws Exception {
        var task = mayorsTask();
        tasks.claim(task, Actor.person(mayor, "Burgemeester"));
        delegate("2026-09-14", "2026-09-20");

        mvc.perform(get("/taken/{task}", task).with(SignedInAs.person(me(alderman))))
                .andExpect(content().string(not(containsString("werkt hieraan"))));
        sign(task, alderman).andExpect(redirectedUrl("/werk?view=groups"));

        assertThat(tasks.find(task)).isEmpty();
    }

    @Test
    void leavesNothingWithADeputyWhoseTimeIsOver() throws Exception {
        var task = mayorsTask();
        delegate("2026-09-14", "2026-09-15");
        mvc.perform(post("/werk/{task}/nemen", task).with(csrf()).with(SignedInAs.person(me(alderman))));
        clock.advance(Duration.ofDays(2));

        sign(task, alderman).andExpect(status().isForbidden());
        sign(task, mayor).andExpect(redirectedUrl("/werk?view=groups"));
    }

    @Test
    void letsNoDeputyDecideOnACaseTheyWorkedOnThemselves() throws Exception {
        var task = mayorsTask();
        tasks.complete(task("Task_SignDirector"), Map.of(), Actor.person(alderman, "Schepen"));
        jdbc.sql(
                        "insert into regulation_parameter select name, version, 'sign.extension', 999, type, value, choices, article,"
                                + " sentence, sentence_en, reason, reason_en from regulation_parameter where key = 'sign'")
                .update();
        delegate("2026-09-14", "2026-09-20");

        mvc.perform(get("/taken/{task}", task).with(SignedInAs.person(me(alderman))))
                .andExpect(content()
                        .string(allOf(
                                containsString("U werkte zelf aan deze zaak"),
                                not(containsString("Klaar, verstuur")))));
        mvc.perform(post("/taken/{task}/nemen", task).with(csrf()).with(SignedInAs.person(me(alderman))));
        sign(task, alderman)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Jo Maes")));
        assertThat(tasks.find(task).orElseThrow().assignee()).isNull();
        mvc.perform(get("/taken/{task}/verlengen", task).with(SignedInAs.person(me(alderman))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/taken/{task}/verlengen", task).with(SignedInAs.person(me(mayor))))
                .andExpect(status().is3xxRedirection());
        sign(task, mayor).andExpect(redirectedUrl("/werk?view=groups"));
    }

    @Test
    void beginsAndEndsByItself() throws Exception {
        delegate("2026-09-15", "2026-09-16");
        assertThat(me(alderman).covers()).isEmpty();

        clock.advance(Duration.ofDays(1));
        assertThat(me(alderman).covers())
                .containsExactly(new Cover(
                        new Actor.Holder(mayor, "Burgemeester"),
                        Set.of(GroupId.of("mayor")),
                        false,
                        Set.of(),
                        Set.of()));

        clock.advance(Duration.ofDays(2));
        assertThat(me(alderman).covers()).isEmpty();
    }

    @Test
    void endsAtOnceWhenTheHolderSaysSoOrIsNoLongerMayor() throws Exception {
        delegate("2026-09-14", "2026-09-20");
        var id = jdbc.sql("select id from identity_delegation")
                .query(String.class)
                .single();
        mvc.perform(post(PAGE + "/{id}/einde", id).with(csrf()).with(SignedInAs.person(me(alderman))))
                .andExpect(status().isNotFound());
        assertThat(me(alderman).covers()).isNotEmpty();
        mvc.perform(post(PAGE + "/{id}/einde", id).with(csrf()).with(SignedInAs.person(me(mayor))))
                .andExpect(redirectedUrl(PAGE));
        assertThat(me(alderman).covers()).isEmpty();

        delegate("2026-09-14", "2026-09-20");
        people.change(mayor, new Details("Burgemeester", "mayor@stad.example", "", false), 0, Actor.SYSTEM);
        assertThat(me(alderman).covers()).isEmpty();
    }

    @Test
    void refusesWhatIsNotTheirsAndSaysWhy() throws Exception {
        add(alderman, mayor, "mayor", "2026-09-14", "2026-09-20", "Vakantie")
                .andExpect(status().isUnprocessableEntity());
        add(mayor, auditor, "mayor", "2026-09-14", "2026-09-20", "Vakantie")
                .andExpect(content().string(containsString("Kies een collega die taken doet.")));
        add(mayor, mayor, "mayor", "2026-09-14", "2026-09-20", "Vakantie").andExpect(status().isUnprocessableEntity());
        add(mayor, official("Algemeen directeur", "general-director"), "mayor", "2026-09-14", "2026-09-20", "Vakantie")
                .andExpect(content().string(containsString("Kies een collega die taken doet.")));
        add(mayor, alderman, "college", "2026-09-14", "2026-09-20", "Vakantie")
                .andExpect(content().string(containsString("Kies een rol die u hebt")));
        add(mayor, alderman, "mayor", "2026-09-20", "2026-09-14", "Vakantie")
                .andExpect(status().isUnprocessableEntity());
        add(mayor, alderman, "mayor", "2026-09-01", "2026-09-02", "Vakantie")
                .andExpect(content().string(containsString("Deze dag is voorbij")));
        add(mayor, alderman, "mayor", "", "2026-09-20", "Vakantie")
                .andExpect(content().string(containsString("Vul een dag in.")));
        add(mayor, alderman, "mayor", "2026-09-14", "2026-09-20", " ")
                .andExpect(
                        content().string(allOf(containsString("Schrijf kort waarom"), containsString("2026-09-20"))));
        add(mayor, auditor, "", "", "", "")
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "Kies een rol die u hebt",
                                "Kies een collega die taken doet.",
                                "Vul een dag in.",
                                "Vul een dag in.",
                                "Schrijf kort waarom")));
        assertThat(jdbc.sql("select count(*) from identity_delegation")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void goesNoFurtherThanTheDeputy() throws Exception {
        delegate("2026-09-14", "2026-09-20");

        mvc.perform(get(PAGE).with(SignedInAs.person(me(alderman))))
                .andExpect(content()
                        .string(allOf(
                                containsString("Schepen vervangt Burgemeester als Burgemeester"),
                                not(containsString("Alleen als Burgemeester")),
                                not(containsString("Stop nu")))));
    }

    @Test
    void standsInTheAuditTrail() throws Exception {
        delegate("2026-09-14", "2026-09-20");

        assertThat(jdbc.sql("select actor_name, about, role_group from identity_audit where what = 'delegated'")
                        .query()
                        .singleRow())
                .containsEntry("actor_name", "Burgemeester")
                .containsEntry("about", "Schepen")
                .containsEntry("role_group", "mayor");
    }

    private ResultActions delegate(String from, String until) throws Exception {
        return add(mayor, alderman, "mayor", from, until, "Vakantie");
    }

    private ResultActions add(PersonId holder, PersonId deputy, String role, String from, String until, String reason)
            throws Exception {
        return mvc.perform(post(PAGE)
                .param("role", role)
                .param("deputy", deputy.toString())
                .param("from", from)
                .param("until", until)
                .param("reason", reason)
                .with(csrf())
                .with(SignedInAs.person(me(holder))));
    }

    private SignedIn me(PersonId id) {
        return signedIn.load(new Account(id, "somebody")).orElseThrow();
    }

    private ResultActions sign(String task, PersonId by) throws Exception {
        return mvc.perform(post("/taken/{task}", task)
                .param("agrees", "true")
                .param("signedAs", "Jo Maes")
                .with(csrf())
                .with(SignedInAs.person(me(by))));
    }

    private String mayorsTask() {
        return task("Task_SignMayor");
    }

    private String task(String element) {
        return tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals(element))
                .map(OpenTask::id)
                .findFirst()
                .orElseThrow();
    }

    private PersonId official(String name, String role) {
        return people.add(
                new NewPerson(
                        role,
                        name,
                        role + "@stad.example",
                        "",
                        "een lange zin om binnen te komen",
                        Set.of(GroupId.of(role))),
                Actor.SYSTEM);
    }
}
