package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
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
        assertThat(heard.of(TaskClosed.class))
                .containsExactly(
                        new TaskClosed(doneTask, done, "Task_Check", "check", null, true),
                        new TaskClosed(stoppedTask, stopped, "Task_Check", "check", null, false));
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

    private static void assertRefused(Runnable action, String key) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.messageKey())
                        .isEqualTo(key));
    }
}
