package org.samenspraak.process;

import static org.samenspraak.process.HostileCalls.again;
import static org.samenspraak.process.HostileCalls.models;
import static org.samenspraak.process.TestModel.flow;
import static org.samenspraak.process.TestModel.line;
import static org.samenspraak.process.TestModel.process;
import static org.samenspraak.process.TestModel.step;
import static org.samenspraak.process.TestModel.task;

/** Rings in which only an event seems to wait: a clock whose day is over and a condition that holds do not. */
final class HostileRings extends HostileModels {

    private static final String DUE =
            "<bpmn:timerEventDefinition id=\"T\"><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${clock.due('check')}</bpmn:timeDate></bpmn:timerEventDefinition>";

    private static final String HOLDS =
            "<bpmn:conditionalEventDefinition id=\"C\"><bpmn:condition xsi:type=\"bpmn:tFormalExpression\">${true}</bpmn:condition></bpmn:conditionalEventDefinition>";

    HostileRings() {
        ring("loop over a clock whose day is over", "Catch", again("Catch") + event("Catch", DUE));
        ring(
                "loop by the clock of a task",
                "Border",
                line("Task_Check") + border(DUE, "") + flow("Border", "Task_Check"));
        ring(
                "loop by a condition of a task",
                "Border",
                line("Task_Check") + border(HOLDS, "") + flow("Border", "Task_Check"));
        ring(
                "loop behind a gateway that waits for events",
                "Catch",
                line("Gateway_First").replace(flow("Gateway_First", "End_Done"), "")
                        + "<bpmn:eventBasedGateway id=\"Gateway_First\" name=\"Wat eerst?\" />"
                        + event("Catch", DUE)
                        + event("Other", DUE.replace("\"T\"", "\"T2\""))
                        + flow("Gateway_First", "Catch")
                        + flow("Gateway_First", "Other")
                        + flow("Catch", "Gateway_First")
                        + flow("Other", "End_Done"));
        ring(
                "loop over a sub-process that a clock ends",
                "Sub",
                again("Sub") + "<bpmn:subProcess id=\"Sub\" name=\"x\">"
                        + line("Task_Check").replace("Start_Asked", "Start_In").replace("End_Done", "End_In")
                        + task("Task_Check")
                        + "<bpmn:subProcess id=\"Late\" name=\"y\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"Start_Late\" name=\"z\">"
                        + DUE
                        + "</bpmn:startEvent><bpmn:endEvent id=\"End_Late\" name=\"z\" />"
                        + flow("Start_Late", "End_Late")
                        + "</bpmn:subProcess></bpmn:subProcess>");
        ring(
                "condition that interrupts nothing",
                "Border",
                line("Task_Check")
                        + border(HOLDS, "cancelActivity=\"false\"")
                        + step("Step_Note", "${desk.note()}", "")
                        + flow("Border", "Step_Note")
                        + flow("Step_Note", "End_Done"));
    }

    private void ring(String name, String element, String content) {
        add(name, element, models(process("hostile", content)), false);
    }

    private static String event(String id, String definition) {
        return "<bpmn:intermediateCatchEvent id=\"" + id + "\" name=\"x\">" + definition
                + "</bpmn:intermediateCatchEvent>";
    }

    private static String border(String definition, String attributes) {
        return task("Task_Check") + "<bpmn:boundaryEvent id=\"Border\" name=\"x\" attachedToRef=\"Task_Check\" "
                + attributes + ">" + definition + "</bpmn:boundaryEvent>";
    }
}
