package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;

class TasksProcessTest extends EngineTest {

    private static final PersonId OTHER = PersonId.create();

    @BeforeEach
    void model() {
        deploy(TestModel.files(
                "tasks",
                TestModel.process(
                        "tasks",
                        TestModel.line("Task_Check", "Step_Note")
                                + TestModel.task("Task_Check", "area-manager@area,participation-office", "")
                                + TestModel.step("Step_Note", "${desk.note()}", ""))));
    }

    @Test
    void offersATaskToItsGroupsWithTheirScopeAndItsDate() {
        EngineOnly.Heard.SCOPES.put("area", "42");
        heard.dues.put("check", Instant.parse("2026-10-01T21:59:59Z"));
        var caseId = start("tasks", Map.of("renewal", true));

        var task = onlyTask(caseId);

        assertThat(task.caseId()).isEqualTo(caseId);
        assertThat(task.groups())
                .containsExactlyInAnyOrder(GroupId.parse("area-manager@42"), GroupId.of("participation-office"));
        assertThat(task.due()).isEqualTo("2026-10-01T21:59:59Z");
        assertThat(task.nameEn()).isEqualTo("Check");
        assertThat(task.term()).isEqualTo("check");
        assertThat(task.formId()).isEqualTo("small");
        assertThat(task.formJson()).contains("\"small\"");
        assertThat(task.facts()).isEqualTo(Map.of("renewal", true));
    }

    @Test
    void runsTheStepsBehindACompletedTaskInTheNameOfWhoDidIt() {
        var caseId = start("tasks", Map.of());

        tasks.complete(onlyTask(caseId).id(), Map.of("complete", true), CLERK);

        assertThat(EngineOnly.CALLS)
                .containsExactly(
                        new EngineOnly.Call("note", new StepContext(caseId, null, CLERK, Map.of("complete", true))));
        assertThat(heard.of(ProcessEnded.class))
                .containsExactly(new ProcessEnded(caseId, "tasks", "End_Done", "Gedaan"));
    }

    @Test
    void saysPlainlyThatACaseCantGoOnAndShowsTheAdministratorWhy() {
        deploy(TestModel.files(
                "stuck",
                TestModel.process(
                        "stuck",
                        TestModel.line("Task_Check", "Step_Count")
                                + TestModel.task("Task_Check")
                                + TestModel.step("Step_Count", "${desk.count(nobody)}", ""))));
        var caseId = start("stuck", Map.of());
        var task = onlyTask(caseId).id();

        assertRefused(() -> tasks.complete(task, Map.of(), CLERK), "process.refusal.stuck");

        assertThat(onlyTask(caseId).id()).isEqualTo(task);
        assertThat(failedOf(caseId)).singleElement().satisfies(it -> {
            assertThat(it.caseId()).isEqualTo(caseId);
            assertThat(it.stepId()).isEqualTo("Task_Check");
            assertThat(it.message()).contains("nobody");
        });

        assertThat(processes.retry(task).caseId()).isEqualTo(caseId);
        assertThat(failedOf(caseId)).isEmpty();
        assertRefused(() -> processes.retry(task), "process.refusal.step-gone");
        assertRefused(() -> tasks.complete(task, Map.of(), CLERK), "process.refusal.stuck");
        tasks.complete(task, Map.of("nobody", "x"), CLERK);
        assertThat(failedOf(caseId)).isEmpty();
    }

    private List<FailedStep> failedOf(CaseId caseId) {
        return processes.failedSteps(100).stream()
                .filter(it -> it.caseId().equals(caseId))
                .toList();
    }

    @Test
    void aCaseThatWasPausedHasNotFailed() {
        var caseId = start("tasks", Map.of());
        var task = onlyTask(caseId).id();
        runtime.updateProcessInstanceSuspensionState()
                .byProcessInstanceQuery(
                        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()))
                .suspend();

        assertRefused(() -> tasks.complete(task, Map.of(), CLERK), "process.refusal.suspended");

        assertThat(failedOf(caseId)).isEmpty();
    }

    @Test
    void saysPlainlyThatACaseCantBegin() {
        deploy(TestModel.files(
                "stuck",
                TestModel.process(
                        "stuck",
                        TestModel.line("Step_Count") + TestModel.step("Step_Count", "${desk.count(nobody)}", ""))));

        assertRefused(() -> start("stuck", Map.of()), "process.refusal.start");
    }

    @Test
    void refusesTheSecondOfTwoPeople() {
        var task = onlyTask(start("tasks", Map.of())).id();
        tasks.claim(task, Actor.person(OTHER, "OTHER"));

        assertRefused(() -> tasks.claim(task, Actor.person(ME, "ME")), "process.refusal.task-taken");
        assertRefused(() -> tasks.giveBack(task, Actor.person(ME, "ME")), "process.refusal.task-taken");
        assertRefused(() -> tasks.complete(task, Map.of(), CLERK), "process.refusal.task-taken");

        tasks.giveBack(task, Actor.person(OTHER, "OTHER"));
        tasks.complete(task, Map.of(), CLERK);
        assertRefused(() -> tasks.complete(task, Map.of(), CLERK), "process.refusal.task-gone");
        assertRefused(() -> tasks.claim(task, Actor.person(OTHER, "OTHER")), "process.refusal.task-gone");
    }

    @Test
    void remembersWhoDidATaskAndThatNobodyDidOneThatLapsed() {
        var done = onlyTask(start("tasks", Map.of())).id();
        var another = start("tasks", Map.of());
        var lapsed = onlyTask(another).id();
        tasks.claim(lapsed, Actor.person(OTHER, "OTHER"));

        tasks.complete(done, Map.of(), CLERK);
        processes.cancel(another, "test", CLERK);

        assertThat(tasks.doneBy(done)).contains(ME);
        assertThat(tasks.doneBy(lapsed)).isEmpty();
        assertThat(tasks.doneBy("unknown")).isEmpty();
    }

    @Test
    void refusesFactsWithAReservedNameOrAnObject() {
        var task = onlyTask(start("tasks", Map.of())).id();

        for (var name : Set.of("caseId", "actor", "item", "clock", "desk")) {
            assertThatThrownBy(() -> tasks.complete(task, Map.of(name, "x"), CLERK))
                    .hasMessageContaining(name);
        }
        assertThatThrownBy(() -> tasks.complete(task, Map.of("list", Set.of(1)), CLERK))
                .hasMessageContaining("list");
        assertThat(tasks.find(task)).isPresent();
    }

    @Test
    void tellsWhenATaskOpensAndWhyItCloses() {
        var done = start("tasks", Map.of());
        var doneTask = onlyTask(done).id();
        tasks.complete(doneTask, Map.of(), CLERK);
        var stopped = start("tasks", Map.of());
        var stoppedTask = onlyTask(stopped).id();
        processes.cancel(stopped, "asked by the council", CLERK);

        assertThat(heard.of(TaskOpened.class)).extracting(TaskOpened::taskId).containsExactly(doneTask, stoppedTask);
        var due = heard.due("check");
        assertThat(heard.of(TaskClosed.class))
                .containsExactly(
                        new TaskClosed(doneTask, done, "tasks", "Task_Check", "check", null, due, true),
                        new TaskClosed(stoppedTask, stopped, "tasks", "Task_Check", "check", null, due, false));
        assertThat(heard.of(ProcessEnded.class)).last().isEqualTo(new ProcessEnded(stopped, "tasks", null, null));
    }

    @Test
    void groupsATaskAgain() {
        EngineOnly.Heard.SCOPES.put("area", "42");
        var caseId = start("tasks", Map.of());
        EngineOnly.Heard.SCOPES.put("area", "43");

        tasks.regroup(caseId);

        assertThat(onlyTask(caseId).groups())
                .containsExactlyInAnyOrder(GroupId.parse("area-manager@43"), GroupId.of("participation-office"));
    }

    @Test
    void keepsTheGroupATaskWasHandedToWhenItsCaseIsGroupedAgain() {
        EngineOnly.Heard.SCOPES.put("area", "42");
        var caseId = start("tasks", Map.of());
        var task = onlyTask(caseId).id();
        tasks.claim(task, Actor.person(OTHER, "OTHER"));

        tasks.handOver(task, new HandOver(OTHER, null, GroupId.of("legal"), "note"), CLERK);
        EngineOnly.Heard.SCOPES.put("area", "43");
        tasks.regroup(caseId);

        assertThat(onlyTask(caseId).groups()).containsExactly(GroupId.of("legal"));
        assertThat(onlyTask(caseId).assignee()).isNull();
        assertThat(onlyTask(caseId).facts()).isEmpty();
        tasks.handOver(task, new HandOver(null, null, GroupId.of("participation-office"), null), CLERK);
        assertThat(onlyTask(caseId).groups())
                .containsExactlyInAnyOrder(GroupId.parse("area-manager@43"), GroupId.of("participation-office"));
        tasks.complete(task, Map.of(), CLERK);
    }

    @Test
    void keepsTheGroupATaskWasHandedToWhenItsModelChanges() {
        EngineOnly.Heard.SCOPES.put("area", "42");
        var caseId = start("tasks", Map.of());
        tasks.handOver(onlyTask(caseId).id(), new HandOver(null, null, GroupId.of("legal"), null), CLERK);
        model();
        var versions = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("tasks")
                .orderByProcessDefinitionVersion()
                .desc()
                .listPage(0, 2);

        runtime.newMigration(runtime.createMigrationPlan(
                                versions.get(1).getId(), versions.get(0).getId())
                        .mapEqualActivities()
                        .build())
                .processInstanceQuery(
                        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()))
                .execute();
        tasks.regroup(caseId);

        assertThat(onlyTask(caseId).groups()).containsExactly(GroupId.of("legal"));
        assertThat(jdbc.sql("select groups = array['legal'] from process_task where case_id = ?")
                        .param(caseId.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void handsATaskOverFromWhomItWasSeenWith() {
        var task = onlyTask(start("tasks", Map.of())).id();
        tasks.claim(task, Actor.person(OTHER, "OTHER"));

        assertThatThrownBy(() -> tasks.handOver(task, new HandOver(null, ME, null, null), CLERK))
                .isInstanceOfSatisfying(
                        TaskTaken.class, taken -> assertThat(taken.holder()).isEqualTo(OTHER));
        tasks.handOver(task, new HandOver(OTHER, ME, null, null), CLERK);

        assertThat(tasks.find(task).orElseThrow().assignee()).isEqualTo(ME);
        tasks.complete(task, Map.of(), CLERK);
        assertRefused(
                () -> tasks.handOver(task, new HandOver(ME, OTHER, null, null), CLERK), "process.refusal.task-gone");
    }

    @Test
    void plansATaskWhereTheWorkListSeesIt() {
        var task = onlyTask(start("tasks", Map.of())).id();
        var day = Instant.parse("2026-12-01T23:00:00Z");

        tasks.followUp(task, day, CLERK);
        tasks.prioritise(task, Priority.HIGH, CLERK);

        assertThat(jdbc.sql("select follow_up = timestamptz '2026-12-01T23:00:00Z' and priority = 75 from process_task"
                                + " where id = ?")
                        .param(task)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(tasks.find(task).orElseThrow().followUp()).isEqualTo(day);
        tasks.followUp(task, null, CLERK);
        assertThat(tasks.find(task).orElseThrow().followUp()).isNull();
        assertThat(tasks.find(task).orElseThrow().priority()).isEqualTo(Priority.HIGH);
    }

    @Test
    void namesEveryTaskThatAModelAsks() {
        assertThat(processes.userTasks())
                .contains(new NamedStep("tasks", "Task_Check", "Nakijken", "Check", "Proef", null));
    }

    private static void assertRefused(Runnable action, String key) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo(key));
    }
}
