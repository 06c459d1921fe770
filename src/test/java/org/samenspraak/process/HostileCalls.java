package org.samenspraak.process;

import static org.samenspraak.process.TestModel.end;
import static org.samenspraak.process.TestModel.flow;
import static org.samenspraak.process.TestModel.form;
import static org.samenspraak.process.TestModel.line;
import static org.samenspraak.process.TestModel.process;
import static org.samenspraak.process.TestModel.start;
import static org.samenspraak.process.TestModel.step;
import static org.samenspraak.process.TestModel.task;

import java.util.LinkedHashMap;
import java.util.Map;

/** Models that call each other without end, and loops inside loops. */
final class HostileCalls extends HostileModels {

    private static final String LARGEST = loop("<bpmn:loopCardinality>99</bpmn:loopCardinality>");

    HostileCalls() {
        rings();
        withoutAPause();
        growth();
    }

    private void rings() {
        add("model that calls itself", "Call", models(process("hostile", line("Call") + call("hostile", ""))));
        add(
                "two models that call each other",
                "Call",
                models(
                        process("hostile", line("Call") + call("second", "")),
                        process("second", line("Call") + call("hostile", ""))));
        add(
                "two models that call each other after a task",
                "Call",
                models(
                        process("hostile", line("Task_Check", "Call") + task("Task_Check") + call("second", "")),
                        process("second", line("Task_Check", "Call") + task("Task_Check") + call("hostile", ""))));
        add(
                "three models in a ring, out of a sub-process",
                "Call",
                models(
                        process("hostile", line("Sub") + sub(line2("Call", call("second", "")), "")),
                        process("second", line("Call") + call("third", "")),
                        process("third", line("Call") + call("hostile", ""))));
        add("called model by expression", "Call", models(process("hostile", line("Call") + call("${next}", ""))));
        add("model of another deployment", "Call", models(process("hostile", line("Call") + call("elsewhere", ""))));
        add(
                "newest version of a model",
                "Call",
                models(
                        process("hostile", line("Call") + call("second", "").replace("\"deployment\"", "\"latest\"")),
                        process("second", line("Task_Check") + task("Task_Check"))));
    }

    /** Rings of arrows in which what looks like a pause is none. */
    private void withoutAPause() {
        add(
                "loop over a model that waits for nobody",
                "Call",
                models(process("hostile", again("Call") + call("second", "")), process("second", quick())));
        add(
                "loop over a model with a way round its task",
                "Call",
                models(
                        process("hostile", again("Call") + call("second", "")),
                        process("second", choice("Task_Check") + task("Task_Check"))));
        add(
                "loop over a sub-process that waits for nobody",
                "Sub",
                models(process("hostile", again("Sub") + sub(quick(), ""))));
        add(
                "loop over tasks of which there may be none",
                "Task_Check",
                models(
                        process(
                                "hostile",
                                again("Task_Check")
                                        + task(
                                                "Task_Check",
                                                "college",
                                                "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"${desk.departments()}\" camunda:elementVariable=\"item\" />"))));
        add(
                "loop over a condition that holds",
                "Catch",
                models(
                        process(
                                "hostile",
                                again("Catch")
                                        + "<bpmn:intermediateCatchEvent id=\"Catch\" name=\"x\"><bpmn:conditionalEventDefinition id=\"C\"><bpmn:condition xsi:type=\"bpmn:tFormalExpression\">${true}</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>")));
        add(
                "loop by an error out of a sub-process",
                "Sub",
                models(process(
                                "hostile",
                                line("Sub")
                                        + sub(
                                                line2("Step_Note", step("Step_Note", "${desk.note()}", ""))
                                                        .replace(
                                                                end(),
                                                                end().replace(
                                                                                " />",
                                                                                "><bpmn:errorEventDefinition errorRef=\"Error_1\" /></bpmn:endEvent>")),
                                                "")
                                        + "<bpmn:boundaryEvent id=\"Border\" name=\"x\" attachedToRef=\"Sub\"><bpmn:errorEventDefinition errorRef=\"Error_1\" /></bpmn:boundaryEvent>"
                                        + flow("Border", "Sub"))
                        .replace(
                                "</bpmn:definitions>",
                                "<bpmn:error id=\"Error_1\" name=\"x\" errorCode=\"x\" /></bpmn:definitions>")));
    }

    private void growth() {
        add(
                "loops three deep",
                "hostile",
                models(process("hostile", line("Sub") + sub(line2("Sub2", inner("Sub2", inner2())), LARGEST))));
        add(
                "loops three deep through calls",
                "hostile",
                models(
                        process("hostile", line("Call") + call("second", LARGEST)),
                        process("second", line("Call") + call("third", LARGEST)),
                        process("third", line("Task_Check") + task("Task_Check", "college", LARGEST))));
        add(
                "loop of no size",
                "Task_Check",
                models(process("hostile", line("Task_Check") + task("Task_Check", "college", loop("")))));
        var doubling = new LinkedHashMap<String, String>();
        doubling.put("small.form", form("small"));
        for (int i = 0; i < 14; i++) {
            var id = i == 0 ? "hostile" : "m" + i;
            var next = "m" + (i + 1);
            doubling.put(
                    id + ".bpmn",
                    process(
                            id,
                            line("Call", "Call2")
                                    + call(next, "")
                                    + call(next, "").replace("\"Call\"", "\"Call2\"")));
        }
        doubling.put("m14.bpmn", process("m14", line("Task_Check") + task("Task_Check")));
        add("models that call the next one twice", "hostile", doubling);
        var many = new LinkedHashMap<String, String>();
        for (int i = 0; i < 201; i++) {
            many.put("m" + i + ".form", form("m" + i));
        }
        add("more files than anybody draws", "", many);
    }

    private void add(String name, String element, Map<String, String> files) {
        add(name, element, files, false);
    }

    static Map<String, String> models(String... models) {
        var files = new LinkedHashMap<String, String>();
        files.put("small.form", form("small"));
        for (var model : models) {
            files.put(model.replaceAll("(?s).*<bpmn:process id=\"(\\w+)\".*", "$1") + ".bpmn", model);
        }
        return files;
    }

    private static String call(String model, String loop) {
        return "<bpmn:callActivity id=\"Call\" name=\"x\" calledElement=\"%s\" camunda:calledElementBinding=\"deployment\">%s</bpmn:callActivity>"
                .formatted(model, loop);
    }

    private static String loop(String size) {
        return "<bpmn:multiInstanceLoopCharacteristics>" + size + "</bpmn:multiInstanceLoopCharacteristics>";
    }

    private static String sub(String content, String loop) {
        return "<bpmn:subProcess id=\"Sub\" name=\"x\">" + loop + content + "</bpmn:subProcess>";
    }

    private static String inner(String id, String content) {
        return "<bpmn:subProcess id=\"" + id + "\" name=\"x\">" + LARGEST + content + "</bpmn:subProcess>";
    }

    private static String inner2() {
        return line2("Task_Check", task("Task_Check", "college", LARGEST)).replace("_In\"", "_In2\"");
    }

    /** A line within a sub-process, with ids of its own. */
    private static String line2(String id, String node) {
        return start().replace("Start_Asked", "Start_In")
                + end().replace("End_Done", "End_In")
                + flow("Start_In", id)
                + flow(id, "End_In")
                + node;
    }

    /** One step, without a wait. */
    private static String quick() {
        return line2("Step_In", step("Step_In", "${desk.note()}", "camunda:asyncBefore=\"true\""));
    }

    /** To this node, and back to it as often as the answer is yes. */
    static String again(String id) {
        return start() + end() + flow("Start_Asked", id) + flow(id, "Gateway_Again") + gateway(id, "Gateway_Again");
    }

    /** To this node or straight to the end. */
    private static String choice(String id) {
        return start()
                + end()
                + flow("Start_Asked", "Gateway_Choice")
                + gateway(id, "Gateway_Choice")
                + flow(id, "End_Done");
    }

    private static String gateway(String yes, String id) {
        return "<bpmn:exclusiveGateway id=\"%1$s\" name=\"x\" default=\"Flow_No\" />".formatted(id)
                + "<bpmn:sequenceFlow id=\"Flow_No\" name=\"Nee\" sourceRef=\"%s\" targetRef=\"End_Done\" />"
                        .formatted(id)
                + "<bpmn:sequenceFlow id=\"Flow_Yes\" name=\"Ja\" sourceRef=\"%s\" targetRef=\"%s\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${true}</bpmn:conditionExpression></bpmn:sequenceFlow>"
                        .formatted(id, yes);
    }
}
