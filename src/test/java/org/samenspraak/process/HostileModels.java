package org.samenspraak.process;

import static org.samenspraak.process.TestModel.end;
import static org.samenspraak.process.TestModel.flow;
import static org.samenspraak.process.TestModel.line;
import static org.samenspraak.process.TestModel.process;
import static org.samenspraak.process.TestModel.start;
import static org.samenspraak.process.TestModel.step;
import static org.samenspraak.process.TestModel.task;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Models that try to run code, read files, wear the server out or get round the rules; one per way. */
abstract class HostileModels {

    static final String CLASS = "org.samenspraak.process.Canary";
    /** Reaches Java by reflection where an expression is evaluated without a wall. */
    static final String EL = "${''.getClass().forName('" + CLASS + "').newInstance()}";

    /**
     * @param element where the check has to point
     * @param heldByWalls whether the engine behind the check must hold too; the others only the check can stop
     */
    record Attack(String name, String element, Map<String, byte[]> files, boolean heldByWalls) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Attack> all = new ArrayList<>();

    static Stream<Attack> all() {
        return Stream.<HostileModels>of(
                        new HostileTasks(),
                        new HostileEvents(),
                        new HostileFiles(),
                        new HostileTricks(),
                        new HostileEncodings(),
                        new HostileCalls(),
                        new HostileRings())
                .flatMap(models -> models.all.stream());
    }

    static String timerStart(String timer) {
        return process(
                "hostile",
                start().replace(
                                        " />",
                                        "><bpmn:timerEventDefinition>" + timer
                                                + "</bpmn:timerEventDefinition></bpmn:startEvent>")
                        + end()
                        + flow("Start_Asked", "End_Done"));
    }

    static String boundary(String timer) {
        return process(
                "hostile",
                line("Task_Check") + task("Task_Check")
                        + "<bpmn:boundaryEvent id=\"Timer_Late\" name=\"Te laat\" attachedToRef=\"Task_Check\"><bpmn:timerEventDefinition id=\"Timer_Definition\">"
                        + timer + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>" + flow("Timer_Late", "End_Done"));
    }

    static String serviceTask(String attributes, String extensions) {
        return "<bpmn:serviceTask id=\"Bad\" name=\"x\" " + attributes + "><bpmn:extensionElements>" + extensions
                + "</bpmn:extensionElements></bpmn:serviceTask>";
    }

    void service(String name, String attributes) {
        inLine(name, step("Bad", "", attributes).replace("camunda:expression=\"\"", ""));
    }

    void userTask(String name, String attributes) {
        inLine(name, task("Bad").replace("name=\"Nakijken\"", "name=\"Nakijken\" " + attributes));
    }

    void inLine(String name, String element) {
        add(name, "Bad", process("hostile", line("Bad") + element), true);
    }

    void onlyChecked(String name, String element) {
        add(name, "Bad", process("hostile", line("Bad") + element), false);
    }

    void add(String name, String element, String model, boolean heldByWalls) {
        add(name, element, TestModel.files("hostile", model), heldByWalls);
    }

    void add(String name, String element, Map<String, String> files, boolean heldByWalls) {
        var bytes = new LinkedHashMap<String, byte[]>();
        files.forEach((file, content) -> bytes.put(file, utf8(content)));
        all.add(new Attack(name, element, bytes, heldByWalls));
    }

    void addBytes(String name, String element, Map<String, byte[]> files) {
        all.add(new Attack(name, element, files, true));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
