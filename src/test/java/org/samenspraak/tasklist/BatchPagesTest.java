package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.samenspraak.identity.SignedInAs.person;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.NewPerson;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Priority;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.samenspraak.process.TrialModel;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** One thing done with several tasks: a result for each, and nothing lost when some are no longer free. */
class BatchPagesTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Areas areas;

    @Autowired
    private Tasks tasks;

    private WorkFixture work;
    private AreaId runkst;
    private String first;
    private String second;
    private PersonId an;
    private PersonId bart;
    private RequestPostProcessor asAn;

    @BeforeEach
    void startTwoCases() {
        work = new WorkFixture(context);
        runkst = areas.add("Runkst", null, Actor.SYSTEM);
        var file = work.startTrial(runkst);
        first = work.onlyTask(file);
        second = another(Objects.requireNonNull(file.council()));
        an = add("Medewerker een");
        bart = add("Medewerker twee");
        asAn = person(an, "participation-office");
    }

    private String another(CouncilId council) {
        var file = work.openCase("Tweede zaak", council, runkst);
        context.getBean(Processes.class).start(TrialModel.KEY, file.id(), Map.of(), Actor.SYSTEM);
        return work.onlyTask(file);
    }

    private PersonId add(String name) {
        return context.getBean(People.class)
                .add(
                        new NewPerson(
                                name.replace(' ', '-'),
                                name,
                                "p@hasselt.example",
                                "",
                                "een lang wachtwoord voor de proef",
                                Set.of(GroupId.of("participation-office"))),
                        Actor.SYSTEM);
    }

    @Test
    void takesWhatIsFreeAndSaysOfEachHowItWent() throws Exception {
        tasks.claim(second, Actor.person(bart, "Medewerker twee"));

        var done = mvc.perform(post("/werk/nemen")
                        .param("task", first, second, "gone", "a'; drop table process_task; --")
                        .param("_list", "view=unassigned&area=" + runkst)
                        .with(csrf())
                        .with(asAn))
                .andExpect(redirectedUrl("/werk?view=unassigned&area=" + runkst))
                .andExpect(flash().attributeExists("results"))
                .andReturn();

        assertThat(open(first).assignee()).isEqualTo(an);
        assertThat(open(second).assignee()).isEqualTo(bart);
        mvc.perform(get("/werk?view=unassigned&area=" + runkst)
                        .cookie(done.getResponse().getCookies())
                        .with(asAn))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "1 van 4 taken gelukt",
                                "Nakijken",
                                "gelukt",
                                "Nakijken",
                                "Medewerker twee was u voor",
                                "niet voor uw groep")));
    }

    @Test
    void givesBackSeveral() throws Exception {
        tasks.claim(first, Actor.person(an, "Medewerker een"));
        tasks.claim(second, Actor.person(an, "Medewerker een"));

        mvc.perform(post("/werk/teruggeven")
                        .param("task", first, second)
                        .with(csrf())
                        .with(asAn))
                .andExpect(flash().attributeExists("results"));

        assertThat(List.of(open(first), open(second))).allMatch(task -> task.assignee() == null);
    }

    @Test
    void handsOverSeveral() throws Exception {
        mvc.perform(post("/werk/kiezen/doorgeven")
                        .param("task", first, second)
                        .param("_list", "view=mine&q=a%26b")
                        .with(csrf())
                        .with(asAn))
                .andExpect(redirectedUrl(
                        "/werk/doorgeven?task=" + first + "&task=" + second + "&_list=view%3Dmine%26q%3Da%2526b"));
        mvc.perform(post("/werk/kiezen/iets").with(csrf()).with(asAn)).andExpect(status().isNotFound());
        mvc.perform(post("/werk/kiezen/plannen")
                        .param("task", "{x}")
                        .with(csrf())
                        .with(asAn))
                .andExpect(redirectedUrl("/werk/plannen?task=%7Bx%7D&_list=view%3Dgroups"));
        mvc.perform(get("/werk/doorgeven").param("task", first, second).with(asAn))
                .andExpect(content().string(allOf(containsString(first), containsString(second))));
        mvc.perform(post("/werk/doorgeven")
                        .param("task", first + ":", second + ":" + bart)
                        .param("to", "person:" + bart)
                        .param("reason", "Ik ben weg")
                        .with(csrf())
                        .with(asAn))
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("1 van 2 taken gelukt"),
                                containsString("value=\"" + second + ":\""),
                                containsString("Ik ben weg</textarea>"),
                                not(containsString("value=\"" + first)))));

        assertThat(open(first).assignee()).isEqualTo(bart);
        assertThat(open(second).assignee())
                .as("was with nobody, not with whom was seen")
                .isNull();
    }

    @Test
    void plansSeveral() throws Exception {
        mvc.perform(post("/werk/plannen")
                        .param("task", first, second)
                        .param("day", "2026-12-01")
                        .param("keep", "yes")
                        .param("priority", "high")
                        .with(csrf())
                        .with(asAn))
                .andExpect(flash().attributeExists("results"));
        mvc.perform(post("/werk/plannen")
                        .param("task", first, second)
                        .param("day", "")
                        .param("keep", "yes")
                        .param("priority", "low")
                        .with(csrf())
                        .with(asAn))
                .andExpect(flash().attributeExists("results"));

        assertThat(List.of(open(first), open(second)))
                .allSatisfy(task -> assertThat(task.priority()).isEqualTo(Priority.LOW))
                .allSatisfy(task -> assertThat(task.followUp()).isEqualTo("2026-11-30T23:00:00Z"));
        mvc.perform(get("/werk?column=follow-up").with(asAn))
                .andExpect(content().string(stringContainsInOrder("Kan wachten", "di 1 december")));
        mvc.perform(get("/taken/{task}", first).with(asAn))
                .andExpect(content()
                        .string(stringContainsInOrder(
                                "opvolgen op di 1 december",
                                "Voorrang van de taak Nakijken is nu laag",
                                "Voorrang van de taak Nakijken is nu hoog",
                                "Taak opvolgen op 1 december 2026: Nakijken")));
    }

    @Test
    void refusesAFollowUpThatIsNoDayToCome() throws Exception {
        var yesterday = LocalDate.ofInstant(clock.instant(), clock.getZone()).minusDays(1);
        for (var day : List.of("morgen", "2026-13-40", yesterday.toString(), "9999-01-01")) {
            mvc.perform(post("/werk/plannen")
                            .param("task", first)
                            .param("day", day)
                            .with(csrf())
                            .with(asAn))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content()
                            .string(allOf(containsString("href=\"#day\""), containsString("value=\"" + day + "\""))));
        }
        assertThat(open(first).followUp()).isNull();
    }

    @Test
    void refusesNoneAndTooMany() throws Exception {
        var many = IntStream.rangeClosed(0, Chosen.MOST).mapToObj(i -> "t" + i).toArray(String[]::new);

        for (var path : List.of("/werk/nemen", "/werk/teruggeven", "/werk/plannen")) {
            mvc.perform(post(path).with(csrf()).with(asAn))
                    .andExpect(flash().attribute(
                                    "refusal", hasToString(new Refusal("tasklist.refusal.none-chosen").toString())));
            mvc.perform(post(path).param("task", many).with(csrf()).with(asAn))
                    .andExpect(flash().attribute(
                                    "refusal",
                                    hasToString(new Refusal("tasklist.refusal.many", Chosen.MOST).toString())));
            mvc.perform(post(path).param("task", first).with(csrf()).with(role("auditor")))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void letsOneOfTwoHaveEachTaskWhenBothTakeAtOnce() throws Exception {
        var together = new CyclicBarrier(2);
        var people = Executors.newFixedThreadPool(2);
        try {
            var moves = List.of(take(an, together), take(bart, together));
            for (var move : people.invokeAll(moves)) {
                assertThat(move.get()).isEqualTo(302);
            }
        } finally {
            people.shutdown();
        }

        assertThat(jdbc.sql("select count(*) from casefile_event where kind = 'task.taken'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(List.of(open(first), open(second))).noneMatch(task -> task.assignee() == null);
    }

    private Callable<Integer> take(PersonId who, CyclicBarrier together) {
        return () -> {
            together.await();
            return mvc.perform(post("/werk/nemen")
                            .param("task", first, second)
                            .with(csrf())
                            .with(person(who, "participation-office")))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        };
    }

    private OpenTask open(String task) {
        return tasks.find(task).orElseThrow();
    }
}
