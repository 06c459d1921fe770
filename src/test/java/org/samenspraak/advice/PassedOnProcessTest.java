package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Intake;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.EngineClock;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

/** A point that was passed on, until who got it says what was done. */
class PassedOnProcessTest extends ReplyScenario {

    private static final Actor GARDENER = Actor.person(PersonId.create(), "Medewerker groen");

    @Autowired
    private PassedOn passedOn;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Intake intake;

    @Autowired
    private Forms forms;

    @Autowired
    private EngineClock engine;

    @Autowired
    private Timeline timeline;

    private UUID trees = UUID.randomUUID();

    @BeforeEach
    void aPointThatIsPassedOn() throws Exception {
        engine.set(clock.instant());
        trees = point(youth, 1, "Bomen", "Plant meer bomen.");
        var benches = point(seniors, 1, "Banken", "Zet meer banken.");
        open(MOBILITY)
                .type(trees, "passed-on", "De dienst groen beslist hierover.", "", "department-green", "2026-10-01")
                .type(benches, "noted", "Gezien.")
                .send();
    }

    @AfterEach
    void leaveEngineToItsClock() {
        engine.reset();
    }

    private CaseId open() {
        passedOn.open(request, BY);
        engine.runDue();
        return new CaseId(jdbc.sql("select passed_case from advice_reply where passed_case is not null")
                .query(UUID.class)
                .single());
    }

    @Test
    void becomesATaskOfTheGroupUntilThatDayAndItsResultStandsWithTheReply() throws Exception {
        var opened = open();
        var task = only(opened);
        assertThat(task.element()).isEqualTo("Task_HandlePoint");
        assertThat(task.groups()).containsExactly(GroupId.of("department-green"));
        assertThat(LocalDate.ofInstant(Objects.requireNonNull(task.due()), clock.getZone()))
                .isEqualTo("2026-10-01");
        assertThat(cases.get(opened).number()).contains("-DGP-");
        assertThat(cases.get(opened).title()).isEqualTo("Bomen");
        assertThat(page(MOBILITY, "")).contains(cases.get(opened).number(), "Doorgegeven aan ");

        answer(task, Map.of("result", "Twintig bomen geplant.", "doneOn", "2026-09-14"));

        assertThat(cases.get(opened).outcome()).isEqualTo("handled");
        assertThat(page(MOBILITY, "")).contains("Behandeld door Medewerker groen op", "Twintig bomen geplant.");
        assertThat(timeline.page(request, null, 1).get(0).kind()).isEqualTo("advice.passed-on-done");
    }

    @Test
    void oneDayIsToldWhenTheChosenOneIsNoWorkingDay() throws Exception {
        jdbc.sql("update advice_reply set passed_until = '2026-09-26' where passed_to is not null")
                .update();

        var opened = open();

        assertThat(LocalDate.ofInstant(Objects.requireNonNull(only(opened).due()), clock.getZone()))
                .isEqualTo("2026-09-28");
        assertThat(jdbc.sql("select cast(passed_until as text) from advice_reply where passed_to is not null")
                        .query(String.class)
                        .single())
                .isEqualTo("2026-09-28");
    }

    @Test
    void showsThePointBesideTheTask() throws Exception {
        var task = only(open());

        var page = body(mvc.perform(get("/taken/" + task.id()).with(role("department-green"))));

        assertThat(page).contains("Jeugdraad 1: Plant meer bomen.", "De dienst groen beslist hierover.");
    }

    @Test
    void opensOnceAndFixesTheReplies() throws Exception {
        var opened = open();
        passedOn.open(request, BY);

        assertThat(jdbc.sql("select count(*) from casefile_case where trajectory = 'passed-on-point'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(page(MOBILITY, "")).doesNotContain("<textarea").contains("Ze veranderen niet meer");
        assertThat(tasks.ofCase(opened)).hasSize(1);
    }

    @Test
    void goesToTheOfficeTooWhenNoAnswerComes() {
        var opened = open();
        pass(Duration.ofDays(19));

        assertThat(elements(opened)).containsExactlyInAnyOrder("Task_HandlePoint", "Task_FollowUpPoint");
        assertThat(task(opened, "Task_FollowUpPoint").groups()).isEqualTo(Set.of(GroupId.of("participation-office")));

        answer(task(opened, "Task_FollowUpPoint"), Map.of("agreed", "Volgende week klaar."));
        assertThat(elements(opened)).containsExactly("Task_HandlePoint");
        assertThat(cases.get(opened).status()).isEqualTo(CaseStatus.OPEN);
        answer(task(opened, "Task_HandlePoint"), Map.of("result", "Toch gedaan.", "doneOn", "2026-10-03"));
        assertThat(cases.get(opened).status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void anAnswerAfterAllEndsTheFollowUp() {
        var opened = open();
        pass(Duration.ofDays(19));
        answer(task(opened, "Task_HandlePoint"), Map.of("result", "Toch gedaan.", "doneOn", "2026-10-03"));

        assertThat(tasks.ofCase(opened)).isEmpty();
        assertThat(cases.get(opened).outcome()).isEqualTo("handled");
    }

    private void pass(Duration time) {
        clock.advance(time);
        engine.set(clock.instant());
        engine.runDue();
    }

    private List<String> elements(CaseId opened) {
        return tasks.ofCase(opened).stream().map(OpenTask::element).toList();
    }

    private OpenTask task(CaseId opened, String element) {
        return tasks.ofCase(opened).stream()
                .filter(task -> task.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private OpenTask only(CaseId opened) {
        assertThat(tasks.ofCase(opened)).hasSize(1);
        return tasks.ofCase(opened).get(0);
    }

    private void answer(OpenTask task, Map<String, String> answers) {
        var form = forms.parse(Objects.requireNonNull(task.formJson()));
        var sent = new LinkedMultiValueMap<String, String>();
        answers.forEach(sent::add);
        var judgement = forms.judge(form, Map.of(), sent);
        assertThat(judgement.errors()).isEmpty();
        intake.answer(task.id(), form, judgement, false, GARDENER);
        engine.runDue();
    }
}
