package org.samenspraak.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.StandingCases;
import org.samenspraak.process.StandingCases.Place;
import org.samenspraak.process.TrajectoryFiles;
import org.springframework.beans.factory.annotation.Autowired;

/** A thousand running cases of which three can't go along, moved by two nodes at once. */
class ThousandMovesIT extends Designers {

    private static final String MODEL =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_1" targetNamespace="https://samenspraak.org/models">
              <bpmn:process id="proef" name="Proef" isExecutable="true" camunda:historyTimeToLive="P30D">
                <bpmn:documentation>Een proef met twee taken na elkaar.</bpmn:documentation>
                <bpmn:startEvent id="Start_Asked" name="Gevraagd" />
                <bpmn:userTask id="Task_One" name="Nakijken" camunda:candidateGroups="participation-office" camunda:formRef="small" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements><camunda:properties><camunda:property name="term" value="check" /></camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:userTask id="Task_Two" name="Afronden" camunda:candidateGroups="participation-office" camunda:formRef="small" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements><camunda:properties><camunda:property name="term" value="check" /></camunda:properties></bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:endEvent id="End_Done" name="Gedaan" />
                <bpmn:sequenceFlow id="Flow_1" sourceRef="Start_Asked" targetRef="Task_One" />
                <bpmn:sequenceFlow id="Flow_2" sourceRef="Task_One" targetRef="Task_Two" />
                <bpmn:sequenceFlow id="Flow_3" sourceRef="Task_Two" targetRef="End_Done" />
              </bpmn:process>
            </bpmn:definitions>
            """;
    private static final String FORM =
            "{\"type\":\"default\",\"id\":\"small\",\"properties\":{\"title\":\"Klein\",\"title_en\":\"Small\"},\"components\":[]}";

    @Autowired
    private TrajectoryFiles files;

    @Autowired
    private StandingCases standing;

    @Autowired
    private Moving moving;

    @Autowired
    private MoveRows rows;

    @Autowired
    private CaseMover mover;

    @Test
    void movesAllButTheThreeThatWaitAtAStepThatIsGone() throws Exception {
        files.publish("proef", Map.of("proef.bpmn", MODEL, "small.form", FORM));
        var cases = IntStream.range(0, 1000).mapToObj(this::begun).toList();
        var stuck = cases.subList(0, 3);
        stuck.forEach(one -> tasks.complete(task(one, "Task_One").id(), Map.of(), Actor.SYSTEM));
        var version = files.publish(
                "proef",
                Map.of(
                        "proef.bpmn",
                        MODEL.replace("Task_Two", "Task_Finish").replace("Nakijken", "Bekijken"),
                        "small.form",
                        FORM));

        var places = standing.places("proef", version.deployment()).stream()
                .map(Place::key)
                .toList();
        var move = moving.begin("proef", places, Actor.person(FIRST, "Procesontwerper"));
        var nodes = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 3; round++) {
            for (var node : nodes.invokeAll(
                    List.of(Executors.callable(mover::move), Executors.callable(mover::move)), 300, TimeUnit.SECONDS)) {
                node.get();
            }
        }
        nodes.shutdownNow();

        assertThat(rows.counts(move)).isEqualTo(new MoveRows.Counts(0, 997, 3, 0));
        assertThat(rows.stayed(move, "", 10))
                .extracting(row -> row.step())
                .containsOnly("Afronden")
                .hasSize(3);
        assertThat(stuck).allSatisfy(one -> assertThat(open(one)).containsExactly("Task_Two"));
        assertThat(jdbc.sql("select count(*) from process_task where process_key = 'proef' and name = 'Bekijken'")
                        .query(Long.class)
                        .single())
                .isEqualTo(997);
        // each was told once, whichever node did it
        assertThat(jdbc.sql("select count(*) from casefile_event where kind = 'case.to-version'")
                        .query(Long.class)
                        .single())
                .isEqualTo(997);
    }

    private CaseId begun(int number) {
        var one = cases.open(
                new OpenCase(CaseId.create(), "proef", "PRO", "Proef " + number, null, null, today(), false, CLERK));
        processes.start("proef", one, Map.of(), CLERK);
        return one;
    }
}
