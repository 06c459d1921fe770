package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that suspends a term while it waits for something else. */
class SuspensionProcessTest extends PostgresIT {

    private static final String KEY = "suspension";
    private static final String ASYNC = "camunda:asyncBefore=\"true\"";
    private static final String MODEL = TestModel.process(
            KEY,
            TestModel.start()
                    + "<bpmn:parallelGateway id=\"Gateway_Both\" />"
                    + TestModel.task("Task_Long", "participation-office", "")
                    + "<bpmn:boundaryEvent id=\"Timer_Over\" name=\"Voorbij\" attachedToRef=\"Task_Long\"><bpmn:timerEventDefinition>"
                    + "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${clock.due('check')}</bpmn:timeDate>"
                    + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>"
                    + TestModel.step("Step_Suspend", "${clock.suspend('check')}", ASYNC)
                    + TestModel.task("Task_Wait", "participation-office", "").replace("\"check\"", "\"advice\"")
                    + TestModel.step("Step_Resume", "${clock.resume('check')}", ASYNC)
                    + "<bpmn:endEvent id=\"End_Long\" name=\"Gedaan\" /><bpmn:endEvent id=\"End_Over\" name=\"Voorbij\" />"
                    + TestModel.end()
                    + TestModel.flow("Start_Asked", "Gateway_Both")
                    + TestModel.flow("Gateway_Both", "Task_Long")
                    + TestModel.flow("Task_Long", "End_Long")
                    + TestModel.flow("Timer_Over", "End_Over")
                    + TestModel.flow("Gateway_Both", "Step_Suspend")
                    + TestModel.flow("Step_Suspend", "Task_Wait")
                    + TestModel.flow("Task_Wait", "Step_Resume")
                    + TestModel.flow("Step_Resume", "End_Done"));

    @Autowired
    private ModelCheck check;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Processes processes;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Cases cases;

    @Autowired
    private Clocks clocks;

    @Autowired
    private EngineClock engine;

    private CaseId caseId;

    @BeforeEach
    void deploy() {
        engine.set(clock.instant());
        caseId = cases.open(new OpenCase(
                CaseId.create(),
                "recognition",
                "REC",
                "Wijkraad Runkst",
                null,
                null,
                LocalDate.of(2026, 9, 14),
                false,
                Actor.SYSTEM));
        var deployment = repository.createDeployment().name(KEY);
        files(MODEL).forEach(deployment::addString);
        deployment.deploy();
    }

    @AfterEach
    void leaveEngineToItsClock() {
        engine.reset();
    }

    @Test
    void passesTheCheck() {
        assertThat(check(MODEL)).isEmpty();
        assertThat(check(MODEL.replace(ASYNC, "")))
                .containsExactly("process.check.suspension-async", "process.check.suspension-async");
    }

    @Test
    void waitsAsLongAsTheTermIsSuspended() {
        processes.start(KEY, caseId, Map.of(), Actor.SYSTEM);
        run();
        assertThat(task("Task_Long").due()).isNull();
        assertThat(suspended()).isTrue();

        goOn(60);
        assertThat(task("Task_Long").due()).isNull(); // its timer did not ring
        tasks.complete(task("Task_Wait").id(), Map.of(), Actor.SYSTEM);
        run();

        assertThat(suspended()).isFalse();
        assertThat(task("Task_Long").due()).isEqualTo(Instant.parse("2026-11-27T22:59:59Z"));
        assertThat(clocks.find(caseId, "check", null).orElseThrow().lines())
                .contains("opgeschort vanaf 14 september 2026: zo loopt het traject")
                .anyMatch(line -> line.startsWith("hervat op 13 november 2026, na 60 dagen, zo loopt het traject"));
        goOn(13);
        assertThat(task("Task_Long").due()).isNotNull();
        goOn(2);
        assertThat(tasks.ofCase(caseId)).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheCaseStopsMeanwhile() {
        processes.start(KEY, caseId, Map.of(), Actor.SYSTEM);
        run();

        processes.cancel(caseId, "test", Actor.SYSTEM);
        goOn(90);

        assertThat(tasks.ofCase(caseId)).isEmpty();
        assertThat(clocks.find(caseId, "check", null).orElseThrow().running()).isFalse();
    }

    private List<String> check(String model) {
        var files = files(model).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue()
                .getBytes(StandardCharsets.UTF_8)));
        return check.check(files).stream()
                .filter(Finding::isError)
                .map(Finding::messageKey)
                .toList();
    }

    private static Map<String, String> files(String model) {
        return Map.of(KEY + ".bpmn", model, "small.form", TrialModel.FORM.replace("trial-form", "small"));
    }

    private OpenTask task(String element) {
        return tasks.ofCase(caseId).stream()
                .filter(task -> task.element().equals(element))
                .findFirst()
                .orElseThrow();
    }

    private boolean suspended() {
        return clocks.find(caseId, "check", null).orElseThrow().suspendedOn() != null;
    }

    private void goOn(int days) {
        clock.advance(Duration.ofDays(days));
        run();
    }

    private void run() {
        engine.set(clock.instant());
        engine.runDue();
        assertThat(processes.failedSteps(10)).extracting(FailedStep::message).isEmpty();
    }
}
