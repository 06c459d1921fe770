package org.samenspraak.process;

import static org.samenspraak.process.TestModel.end;
import static org.samenspraak.process.TestModel.flow;
import static org.samenspraak.process.TestModel.line;
import static org.samenspraak.process.TestModel.process;
import static org.samenspraak.process.TestModel.start;
import static org.samenspraak.process.TestModel.task;

import java.util.List;

/** Events, loops and expressions. */
final class HostileEvents extends HostileModels {

    HostileEvents() {
        events();
        loops();
        expressions();
    }

    private void events() {
        add(
                "expression in a timer start",
                "Start_Asked",
                timerStart("<bpmn:timeDate>" + EL + "</bpmn:timeDate>"),
                true);
        add("timer start each second", "Start_Asked", timerStart("<bpmn:timeCycle>R/PT1S</bpmn:timeCycle>"), false);
        add(
                "expression in a start signal",
                "Signal_1",
                process(
                        "hostile",
                        "",
                        start().replace(
                                                " />",
                                                "><bpmn:signalEventDefinition id=\"S\" signalRef=\"Signal_1\" /></bpmn:startEvent>")
                                + end()
                                + flow("Start_Asked", "End_Done"),
                        "<bpmn:signal id=\"Signal_1\" name=\"" + EL + "\" />"),
                true);
        add(
                "expression in a signal",
                "Signal_1",
                process(
                        "hostile",
                        "",
                        line("Throw")
                                + "<bpmn:intermediateThrowEvent id=\"Throw\" name=\"x\"><bpmn:signalEventDefinition id=\"S\" signalRef=\"Signal_1\" /></bpmn:intermediateThrowEvent>",
                        "<bpmn:signal id=\"Signal_1\" name=\"" + EL + "\" />"),
                true);
        add(
                "expression in a message",
                "Message_1",
                process(
                        "hostile",
                        "",
                        line("Catch")
                                + "<bpmn:intermediateCatchEvent id=\"Catch\" name=\"x\"><bpmn:messageEventDefinition id=\"M\" messageRef=\"Message_1\" /></bpmn:intermediateCatchEvent>",
                        "<bpmn:message id=\"Message_1\" name=\"" + EL + "\" />"),
                true);
        add(
                "expression in an error",
                "Error_1",
                process(
                        "hostile",
                        "",
                        line("Task_Check")
                                + task("Task_Check")
                                + end().replace("End_Done", "End_2")
                                        .replace(
                                                " />",
                                                "><bpmn:errorEventDefinition id=\"E\" errorRef=\"Error_1\" /></bpmn:endEvent>"),
                        "<bpmn:error id=\"Error_1\" name=\"x\" errorCode=\"" + EL + "\" />"),
                true);
        add("repeating boundary timer", "Timer_Definition", boundary("<bpmn:timeCycle>R/PT1S</bpmn:timeCycle>"), false);
        add(
                "duration that is no term",
                "Timer_Definition",
                boundary("<bpmn:timeDuration>PT1S</bpmn:timeDuration>"),
                false);
        add(
                "expression in a boundary timer",
                "Timer_Definition",
                boundary("<bpmn:timeDate>" + EL + "</bpmn:timeDate>"),
                true);
        add(
                "compensation",
                "Compensation",
                process(
                        "hostile",
                        line("Throw")
                                + "<bpmn:intermediateThrowEvent id=\"Throw\" name=\"x\"><bpmn:compensateEventDefinition id=\"Compensation\" /></bpmn:intermediateThrowEvent>"),
                false);
        add(
                "condition by script",
                "Condition",
                process(
                        "hostile",
                        line("Catch")
                                + "<bpmn:intermediateCatchEvent id=\"Catch\" name=\"x\"><bpmn:conditionalEventDefinition id=\"C\"><bpmn:condition id=\"Condition\" language=\"javascript\" xsi:type=\"bpmn:tFormalExpression\">Java.type('%s').sing()</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>"
                                        .formatted(CLASS)),
                true);
    }

    private void loops() {
        for (var loop : List.of(
                "<bpmn:loopCardinality>" + EL + "</bpmn:loopCardinality>",
                "<bpmn:loopCardinality>1000000</bpmn:loopCardinality>",
                "<bpmn:loopCardinality>2</bpmn:loopCardinality><bpmn:completionCondition>" + EL
                        + "</bpmn:completionCondition>")) {
            add(
                    "loop " + loop,
                    "Bad",
                    process(
                            "hostile",
                            line("Bad")
                                    + task(
                                            "Bad",
                                            "college",
                                            "<bpmn:multiInstanceLoopCharacteristics>" + loop
                                                    + "</bpmn:multiInstanceLoopCharacteristics>")),
                    !loop.contains("1000000"));
        }
        add(
                "loop over an expression",
                "Bad",
                process(
                        "hostile",
                        line("Bad")
                                + task(
                                        "Bad",
                                        "college",
                                        "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + EL
                                                + "\" camunda:elementVariable=\"item\" />")),
                true);
    }

    private void expressions() {
        for (var expression : List.of(
                EL,
                EL.replace('$', '#'),
                "${desk.note().toString()}",
                "${desk.secret()}",
                "${desk.class.forName('" + CLASS + "').newInstance()}",
                "${processes.cancel('x')}",
                "${org.samenspraak.process.Canary.sing()}",
                "${now()}",
                "${execution.setVariable('actor', 'x')}",
                "${desk['secret']()}",
                "${desk.count(''.getClass().forName('" + CLASS + "').newInstance().toString())}",
                "${desk.note()}${desk.note()}",
                "${desk}")) {
            service("step " + expression, "camunda:expression=\"" + expression + "\"");
        }
        for (var condition : List.of(
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + EL + "</bpmn:conditionExpression>",
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"javascript\">Java.type('"
                        + CLASS + "').sing() != null</bpmn:conditionExpression>",
                "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\" language=\"groovy\" camunda:resource=\"deployment://x.groovy\" />")) {
            add(
                    condition,
                    "Flow_Bad",
                    process(
                            "hostile",
                            start() + end()
                                    + "<bpmn:sequenceFlow id=\"Flow_Bad\" sourceRef=\"Start_Asked\" targetRef=\"End_Done\">"
                                    + condition + "</bpmn:sequenceFlow>"),
                    true);
        }
    }
}
