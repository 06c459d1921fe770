package org.samenspraak.process;

import static org.samenspraak.process.TestModel.end;
import static org.samenspraak.process.TestModel.flow;
import static org.samenspraak.process.TestModel.line;
import static org.samenspraak.process.TestModel.process;
import static org.samenspraak.process.TestModel.start;
import static org.samenspraak.process.TestModel.step;
import static org.samenspraak.process.TestModel.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Models that try to run code, read files, wear the server out or get round the rules; one per way. */
final class HostileModels {

    private static final String CLASS = "org.samenspraak.process.Canary";
    /** Reaches Java by reflection where an expression is evaluated without a wall. */
    private static final String EL = "${''.getClass().forName('" + CLASS + "').newInstance()}";

    /**
     * @param element where the check has to point
     * @param heldByWalls whether the engine behind the check must hold too; the others only the check can stop
     */
    record Attack(String name, String element, Map<String, String> files, boolean heldByWalls) {

        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Attack> all = new ArrayList<>();

    static Stream<Attack> all() {
        var models = new HostileModels();
        models.steps();
        models.tasks();
        models.attributes();
        models.events();
        models.loops();
        models.listeners();
        models.forms();
        models.calls();
        models.expressions();
        models.xml();
        models.tables();
        models.files();
        return models.all.stream();
    }

    private void steps() {
        inLine(
                "script in JavaScript",
                "<bpmn:scriptTask id=\"Bad\" name=\"x\" scriptFormat=\"javascript\"><bpmn:script>Java.type('%s').sing()</bpmn:script></bpmn:scriptTask>"
                        .formatted(CLASS));
        inLine(
                "script in Groovy",
                "<bpmn:scriptTask id=\"Bad\" name=\"x\" scriptFormat=\"groovy\"><bpmn:script>%s.sing()</bpmn:script></bpmn:scriptTask>"
                        .formatted(CLASS));
        inLine(
                "script in JUEL",
                "<bpmn:scriptTask id=\"Bad\" name=\"x\" scriptFormat=\"juel\"><bpmn:script>%s</bpmn:script></bpmn:scriptTask>"
                        .formatted(EL));
        inLine(
                "script in FEEL",
                "<bpmn:scriptTask id=\"Bad\" name=\"x\" scriptFormat=\"feel\"><bpmn:script>1 + 1</bpmn:script></bpmn:scriptTask>");
        inLine(
                "script from a file",
                "<bpmn:scriptTask id=\"Bad\" name=\"x\" scriptFormat=\"javascript\" camunda:resource=\"classpath://x.js\" />");
        service("delegate class", "camunda:class=\"" + CLASS + "\"");
        service("delegate expression", "camunda:delegateExpression=\"" + EL + "\"");
        onlyChecked(
                "shell command",
                serviceTask(
                        "camunda:type=\"shell\"",
                        "<camunda:field name=\"command\"><camunda:string>touch</camunda:string></camunda:field>"));
        inLine("external task", serviceTask("camunda:type=\"external\" camunda:topic=\"x\"", ""));
        inLine("mail task", serviceTask("camunda:type=\"mail\"", ""));
        inLine(
                "connector",
                serviceTask(
                        "",
                        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>"));
        inLine(
                "class behind a business rule",
                "<bpmn:businessRuleTask id=\"Bad\" name=\"x\" camunda:class=\"" + CLASS + "\" />");
        inLine(
                "class behind a sent message",
                "<bpmn:sendTask id=\"Bad\" name=\"x\" camunda:class=\"" + CLASS + "\" />");
    }

    private void tasks() {
        for (var attribute : List.of(
                "camunda:dueDate",
                "camunda:followUpDate",
                "camunda:priority",
                "camunda:assignee",
                "camunda:candidateUsers")) {
            userTask("expression in " + attribute, attribute + "=\"" + EL + "\"");
        }
        inLine("expression in a task's name", task("Bad").replace("name=\"Nakijken\"", "name=\"" + EL + "\""));
        inLine("expression in groups", task("Bad", EL, ""));
        inLine(
                "expression in a task's documentation of another language",
                task(
                        "Bad",
                        "college",
                        "<bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>" + EL
                                + "</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner>"));
        inLine("manual task", "<bpmn:manualTask id=\"Bad\" name=\"x\" />");
    }

    private void attributes() {
        service("priority of a job", "camunda:expression=\"${desk.note()}\" camunda:jobPriority=\"" + EL + "\"");
        inLine(
                "retries by expression",
                serviceTask(
                        "camunda:asyncBefore=\"true\" camunda:expression=\"${desk.note()}\"",
                        "<camunda:failedJobRetryTimeCycle>" + EL + "</camunda:failedJobRetryTimeCycle>"));
        service(
                "result called like the actor",
                "camunda:expression=\"${desk.count('x')}\" camunda:resultVariable=\"actor\"");
        service(
                "result called like a step bean",
                "camunda:expression=\"${desk.count('x')}\" camunda:resultVariable=\"clock\"");
        add(
                "starters by expression",
                "hostile",
                process("hostile", line())
                        .replace(
                                "isExecutable=\"true\"",
                                "isExecutable=\"true\" camunda:candidateStarterGroups=\"" + EL + "\""),
                true);
        add(
                "class in the old namespace",
                "Bad",
                process(
                        "hostile",
                        line("Bad")
                                + "<bpmn:serviceTask xmlns:a=\"http://activiti.org/bpmn\" id=\"Bad\" name=\"x\" a:class=\""
                                + CLASS + "\" />"),
                true);
        inLine("expression in a property", task("Bad").replace("value=\"check\"", "value=\"" + EL + "\""));
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

    private void listeners() {
        for (var listener : List.of(
                "<camunda:executionListener class=\"" + CLASS + "\" event=\"start\" />",
                "<camunda:executionListener expression=\"" + EL + "\" event=\"start\" />",
                "<camunda:executionListener delegateExpression=\"" + EL + "\" event=\"start\" />",
                "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"javascript\">1</camunda:script></camunda:executionListener>",
                "<camunda:inputOutput><camunda:inputParameter name=\"x\">" + EL
                        + "</camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"juel\">" + EL
                        + "</camunda:script></camunda:inputParameter></camunda:inputOutput>",
                "<camunda:inputOutput><camunda:outputParameter name=\"x\"><camunda:list><camunda:value>" + EL
                        + "</camunda:value></camunda:list></camunda:outputParameter></camunda:inputOutput>")) {
            inLine(listener, serviceTask("camunda:expression=\"${desk.note()}\"", listener));
        }
        for (var listener : List.of(
                "<camunda:taskListener class=\"" + CLASS + "\" event=\"create\" />",
                "<camunda:taskListener expression=\"" + EL + "\" event=\"create\" />")) {
            inLine(
                    listener,
                    "<bpmn:userTask id=\"Bad\" name=\"x\" camunda:candidateGroups=\"college\"><bpmn:extensionElements>"
                            + listener + "</bpmn:extensionElements></bpmn:userTask>");
        }
    }

    private void forms() {
        onlyChecked(
                "form handler", "<bpmn:userTask id=\"Bad\" name=\"x\" camunda:formHandlerClass=\"" + CLASS + "\" />");
        onlyChecked(
                "validator of a form field",
                "<bpmn:userTask id=\"Bad\" name=\"x\"><bpmn:extensionElements><camunda:formData><camunda:formField id=\"f\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\""
                        + CLASS
                        + "\" /></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements></bpmn:userTask>");
        userTask("embedded form", "camunda:formKey=\"embedded:app:forms/x.html\"");
        inLine("expression in the form", task("Bad").replace("formRef=\"small\"", "formRef=\"" + EL + "\""));
    }

    private void calls() {
        for (var attribute :
                List.of("variableMappingClass=\"" + CLASS + "\"", "variableMappingDelegateExpression=\"" + EL + "\"")) {
            inLine(
                    "call with " + attribute,
                    "<bpmn:callActivity id=\"Bad\" name=\"x\" calledElement=\"hostile\" camunda:calledElementBinding=\"deployment\" camunda:"
                            + attribute + " />");
        }
        inLine("call of an expression", "<bpmn:callActivity id=\"Bad\" name=\"x\" calledElement=\"" + EL + "\" />");
        onlyChecked(
                "call with all variables",
                "<bpmn:callActivity id=\"Bad\" name=\"x\" calledElement=\"hostile\" camunda:calledElementBinding=\"deployment\"><bpmn:extensionElements><camunda:in variables=\"all\" /></bpmn:extensionElements></bpmn:callActivity>");
        inLine(
                "table of an expression",
                "<bpmn:businessRuleTask id=\"Bad\" name=\"x\" camunda:decisionRef=\"" + EL + "\" />");
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

    private void xml() {
        var model = process("hostile", line("Task_Check") + task("Task_Check"));
        add(
                "entity from a file",
                "hostile.bpmn",
                model.replace(
                                "<bpmn:definitions",
                                "<!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>\n<bpmn:definitions")
                        .replace("Een proef om", "&file; om"),
                true);
        add(
                "entities that grow",
                "hostile.bpmn",
                model.replace(
                                "<bpmn:definitions",
                                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n<bpmn:definitions")
                        .replace("Een proef om", "&b; om"),
                true);
        add("too large", "hostile.bpmn", model.replace("Een proef om", "x".repeat(600_000)), false);
        add("not closed", "hostile.bpmn", model.replace("</bpmn:definitions>", ""), false);
    }

    private void tables() {
        for (var cell : List.of(
                "<outputEntry id=\"Bad\" expressionLanguage=\"juel\"><text>" + EL + "</text></outputEntry>",
                "<outputEntry id=\"Bad\" expressionLanguage=\"javascript\"><text>Java.type('" + CLASS
                        + "').sing()</text></outputEntry>",
                "<outputEntry id=\"Bad\"><text>function(x) external { java: { class: \"" + CLASS
                        + "\", method signature: \"sing()\" } }</text></outputEntry>",
                "<outputEntry id=\"Bad\"><text>count(for x in 1..1000000, y in 1..1000000 return x)</text></outputEntry>",
                "<outputEntry id=\"Bad\"><text>matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\", \"(a+)+$\")</text></outputEntry>")) {
            all.add(new Attack("table " + cell, "Bad", Map.of("hostile.dmn", table(cell)), true));
        }
        all.add(new Attack(
                "invocation in a table",
                "Bad",
                Map.of(
                        "hostile.dmn",
                        table("<outputEntry id=\"Out\"><text>1</text></outputEntry>")
                                .replace(
                                        "</definitions>",
                                        "<businessKnowledgeModel id=\"Bad\" name=\"x\" /></definitions>")),
                false));
    }

    private void files() {
        var model = process("hostile", line("Task_Check") + task("Task_Check"));
        for (var file : List.of("x.groovy", "x.cmmn", "x.bpmn20.xml", "x.html", "x.jar")) {
            var files = new LinkedHashMap<>(TestModel.files("hostile", model));
            files.put(file, "x");
            all.add(new Attack("file " + file, file, files, false));
        }
        all.add(new Attack(
                "fact called like the case",
                "caseId",
                Map.of(
                        "hostile.bpmn",
                        model,
                        "small.form",
                        "{\"id\":\"small\",\"components\":[{\"key\":\"caseId\",\"type\":\"textfield\",\"properties\":{\"fact\":\"yes\"}}]}"),
                false));
    }

    private static String table(String cell) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="x" namespace="https://samenspraak.org/models">
                  <decision id="hostile" name="x" camunda:historyTimeToLive="P30D"><decisionTable id="T"><output id="O" name="out" typeRef="string"/><rule id="R">%s</rule></decisionTable></decision>
                </definitions>
                """
                .formatted(cell);
    }

    private static String timerStart(String timer) {
        return process(
                "hostile",
                start().replace(
                                        " />",
                                        "><bpmn:timerEventDefinition>" + timer
                                                + "</bpmn:timerEventDefinition></bpmn:startEvent>")
                        + end()
                        + flow("Start_Asked", "End_Done"));
    }

    private static String boundary(String timer) {
        return process(
                "hostile",
                line("Task_Check") + task("Task_Check")
                        + "<bpmn:boundaryEvent id=\"Timer_Late\" name=\"Te laat\" attachedToRef=\"Task_Check\"><bpmn:timerEventDefinition id=\"Timer_Definition\">"
                        + timer + "</bpmn:timerEventDefinition></bpmn:boundaryEvent>" + flow("Timer_Late", "End_Done"));
    }

    private static String serviceTask(String attributes, String extensions) {
        return "<bpmn:serviceTask id=\"Bad\" name=\"x\" " + attributes + "><bpmn:extensionElements>" + extensions
                + "</bpmn:extensionElements></bpmn:serviceTask>";
    }

    private void service(String name, String attributes) {
        inLine(name, step("Bad", "", attributes).replace("camunda:expression=\"\"", ""));
    }

    private void userTask(String name, String attributes) {
        inLine(name, task("Bad").replace("name=\"Nakijken\"", "name=\"Nakijken\" " + attributes));
    }

    private void inLine(String name, String element) {
        add(name, "Bad", process("hostile", line("Bad") + element), true);
    }

    private void onlyChecked(String name, String element) {
        add(name, "Bad", process("hostile", line("Bad") + element), false);
    }

    private void add(String name, String element, String model, boolean heldByWalls) {
        all.add(new Attack(name, element, TestModel.files("hostile", model), heldByWalls));
    }
}
