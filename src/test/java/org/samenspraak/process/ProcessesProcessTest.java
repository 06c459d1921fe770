package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;

class ProcessesProcessTest extends EngineTest {

    private static final Instant DUE = Instant.parse("2026-10-01T22:00:00Z");

    @Test
    void refusesAMessageThatNothingWaitsFor() {
        deploy(TestModel.files(
                "messages",
                TestModel.process(
                        "messages",
                        "",
                        TestModel.line("Catch_Answer")
                                + "<bpmn:intermediateCatchEvent id=\"Catch_Answer\" name=\"Antwoord\"><bpmn:messageEventDefinition id=\"M\" messageRef=\"Message_Answer\" /></bpmn:intermediateCatchEvent>",
                        "<bpmn:message id=\"Message_Answer\" name=\"answer\" />")));
        var caseId = start("messages", Map.of());

        assertThat(processes.awaits(caseId, "answer")).isTrue();
        assertThatThrownBy(() -> processes.signal(caseId, "other", Map.of(), CLERK))
                .isInstanceOf(Refusal.class);
        processes.signal(caseId, "answer", Map.of(), CLERK);

        assertThat(heard.of(ProcessEnded.class))
                .extracting(ProcessEnded::caseId)
                .containsExactly(caseId);
        assertThat(processes.awaits(caseId, "answer")).isFalse();
        assertThatThrownBy(() -> processes.signal(caseId, "answer", Map.of(), CLERK))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void movesTheDateOfATaskAndItsTimerWithTheTerm() {
        withTimer();
        heard.dues.put("check", DUE);
        var caseId = start("timers", Map.of());

        processes.moveTerm(caseId, "check", null, DUE.plusSeconds(86_400));
        processes.moveTerm(caseId, "other", null, DUE.plusSeconds(999));

        assertThat(onlyTask(caseId).due()).isEqualTo(DUE.plusSeconds(86_400));
        engineClock.set(DUE.plusSeconds(3_600));
        assertThat(engineClock.runDue()).isZero();
        engineClock.set(DUE.plusSeconds(86_401));
        assertThat(engineClock.runDue()).isEqualTo(1);
        assertThat(heard.of(ProcessEnded.class))
                .extracting(ProcessEnded::endElement)
                .containsExactly("End_Late");
    }

    @Test
    void saysThatTheClockDidItAndNotTheLastPerson() {
        withTimer();
        heard.dues.put("check", DUE);
        start("timers", Map.of());

        engineClock.set(DUE.plusSeconds(1));
        engineClock.runDue();

        assertThat(EngineOnly.CALLS).extracting(call -> call.context().actor()).containsExactly(Actor.SYSTEM);
    }

    private void withTimer() {
        deploy(TestModel.files(
                "timers",
                TestModel.process(
                        "timers",
                        TestModel.line("Task_Check")
                                + TestModel.task("Task_Check")
                                + "<bpmn:boundaryEvent id=\"Timer_Late\" name=\"Te laat\" attachedToRef=\"Task_Check\"><bpmn:timerEventDefinition id=\"T\"><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${clock.due('check')}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                                + TestModel.step("Step_Late", "${desk.note()}", "")
                                + "<bpmn:endEvent id=\"End_Late\" name=\"Te laat\" />"
                                + TestModel.flow("Timer_Late", "Step_Late")
                                + TestModel.flow("Step_Late", "End_Late"))));
    }

    @Test
    void carriesTheActorToAStepThatRunsLaterWithoutTheName() {
        deploy(TestModel.files(
                "later",
                TestModel.process(
                        "later",
                        TestModel.line("Step_Later")
                                + TestModel.step("Step_Later", "${desk.note()}", "camunda:asyncBefore=\"true\""))));
        start("later", Map.of());

        engineClock.runDue();

        assertThat(EngineOnly.CALLS)
                .extracting(call -> call.context().actor())
                .containsExactly(new Actor(Actor.Kind.PERSON, ME.value(), "", null));
    }

    @Test
    void carriesForWhomItIsDoneByIdOnly() {
        var holder = new Actor.Holder(PersonId.create(), "Burgemeester");

        var written = Actors.write(Actor.person(ME, "Schepen").inPlaceOf(holder));

        assertThat(written).isEqualTo("PERSON|" + ME + "|" + holder.id());
        assertThat(Actors.read(written).inPlaceOf()).isEqualTo(new Actor.Holder(holder.id(), ""));
        assertThat(Actors.read(written).onBehalfOf()).isNull();
    }

    @Test
    void showsAStepThatFailedAndRunsItAgain() {
        deploy(TestModel.files(
                "failing",
                TestModel.process(
                        "failing",
                        TestModel.line("Step_Fail")
                                + TestModel.step("Step_Fail", "${desk.fail()}", "camunda:asyncBefore=\"true\""))));
        var caseId = start("failing", Map.of());
        EngineOnly.CALLS.add(new EngineOnly.Call("broken", new StepContext(caseId, null, CLERK, Map.of())));

        engineClock.runDue();

        var failed = processes.failedSteps(10).stream()
                .filter(it -> it.caseId().equals(caseId))
                .findAny()
                .orElseThrow();
        assertThat(failed.caseId()).isEqualTo(caseId);
        assertThat(failed.stepId()).isEqualTo("Step_Fail");
        assertThat(failed.stepName()).isEqualTo("Stap");
        assertThat(failed.message()).contains("broken on purpose");
        assertThat(heard.of(ProcessEnded.class)).isEmpty();

        EngineOnly.CALLS.clear();
        processes.retry(failed.id());
        engineClock.runDue();

        assertThat(heard.of(ProcessEnded.class))
                .extracting(ProcessEnded::caseId)
                .containsExactly(caseId);
        assertThatThrownBy(() -> processes.retry(failed.id())).isInstanceOf(Refusal.class);
    }

    @Test
    void handsCaseAndActorToACalledModel() {
        var call =
                "<bpmn:callActivity id=\"Call_Child\" name=\"Deel\" calledElement=\"child\" camunda:calledElementBinding=\"deployment\" />";
        deploy(Map.of(
                "parent.bpmn", TestModel.process("parent", TestModel.line("Call_Child") + call),
                "child.bpmn",
                        TestModel.process(
                                "child",
                                TestModel.line("Step_Note", "Task_Check")
                                        + TestModel.step("Step_Note", "${desk.note()}", "")
                                        + TestModel.task("Task_Check")),
                "small.form", TestModel.form("small")));

        var caseId = start("parent", Map.of());

        assertThat(EngineOnly.CALLS.get(0).context().caseId()).isEqualTo(caseId);
        tasks.complete(onlyTask(caseId).id(), Map.of(), CLERK);
        assertThat(heard.of(ProcessEnded.class))
                .containsExactly(new ProcessEnded(caseId, "parent", "End_Done", "Gedaan"));
    }

    @Test
    void opensATaskPerBranchWithItsScope() {
        deploy(
                TestModel.files(
                        "branches",
                        TestModel.process(
                                "branches",
                                TestModel.line("Task_Ask")
                                        + TestModel.task(
                                                "Task_Ask",
                                                "department@item",
                                                "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${desk.departments()}\" camunda:elementVariable=\"item\" />"))));

        var caseId = start("branches", Map.of());

        assertThat(tasks.ofCase(caseId)).extracting(OpenTask::scope).containsExactlyInAnyOrder("green", "mobility");
        assertThat(jdbc.sql("select scope from process_task where case_id = ?")
                        .param(caseId.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("green", "mobility");
    }

    @Test
    void letsOneOfTwoPeopleWinAndRefusesTheOther() throws Exception {
        deploy(TestModel.files(
                "race", TestModel.process("race", TestModel.line("Task_Check") + TestModel.task("Task_Check"))));
        var two = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 10; i++) {
                var task = onlyTask(start("race", Map.of())).id();
                Callable<Boolean> complete = () -> {
                    try {
                        tasks.complete(task, Map.of(), CLERK);
                        return true;
                    } catch (Refusal e) {
                        return false;
                    }
                };
                var results = two.invokeAll(List.of(complete, complete), 30, TimeUnit.SECONDS);
                assertThat(results.get(0).get()).isNotEqualTo(results.get(1).get());
            }
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void takesWhatADesignerSaysOfATrajectory() {
        var properties = TestModel.property("code", "TST")
                + TestModel.property("start_form", "small")
                + TestModel.property("started_by", "public, college");
        deploy(TestModel.files(
                "described",
                TestModel.process(
                        "described", properties, TestModel.line("Task_Check") + TestModel.task("Task_Check"), "")));

        var trajectory = processes.trajectory("described").orElseThrow();

        assertThat(trajectory.code()).isEqualTo("TST");
        assertThat(trajectory.startForm()).isEqualTo("small");
        assertThat(trajectory.startedBy()).containsExactlyInAnyOrder("public", "college");
        assertThat(trajectory.about()).isEqualTo("Een proef om de motor te toetsen.");
        assertThat(processes.trajectories()).contains(trajectory);
        assertThat(processes.diagram(start("described", Map.of())))
                .hasValueSatisfying(xml -> assertThat(xml).contains("described"));
        assertThat(processes.diagram(CaseId.create())).isEmpty();
    }
}
