package org.samenspraak.process;

import static org.samenspraak.process.TestModel.end;
import static org.samenspraak.process.TestModel.flow;
import static org.samenspraak.process.TestModel.line;
import static org.samenspraak.process.TestModel.process;
import static org.samenspraak.process.TestModel.start;
import static org.samenspraak.process.TestModel.step;
import static org.samenspraak.process.TestModel.task;

import java.util.List;
import java.util.Map;

/** Ways round the rules that look harmless, and models that never end. */
final class HostileTricks extends HostileModels {

    private static final String MODEL = process("hostile", line("Task_Check") + task("Task_Check"));

    HostileTricks() {
        hiddenExpressions();
        documents();
        names();
        tables();
        endless();
    }

    private void hiddenExpressions() {
        for (var expression : List.of(EL, "${desk.note()}")) {
            inLine(
                    "task that says " + expression,
                    task("Bad", "college", "<bpmn:documentation>" + expression + "</bpmn:documentation>"));
        }
        inLine(
                "script inside a connector",
                serviceTask(
                        "camunda:expression=\"${desk.note()}\"",
                        "<camunda:connector><camunda:connectorId>http</camunda:connectorId><camunda:inputOutput><camunda:inputParameter name=\"x\"><camunda:script scriptFormat=\"groovy\">"
                                + CLASS
                                + ".sing()</camunda:script></camunda:inputParameter></camunda:inputOutput></camunda:connector>"));
        for (var collection :
                List.of("${processes.failedSteps(1)}", "${desk.secret()}", "${desk.departments().subList(0)}")) {
            inLine(
                    "loop over " + collection,
                    task(
                            "Bad",
                            "college",
                            "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + collection
                                    + "\" camunda:elementVariable=\"item\" />"));
        }
        for (var listener : List.of(
                "<camunda:taskListener delegateExpression=\"" + EL + "\" event=\"complete\" />",
                "<camunda:taskListener event=\"create\"><camunda:script scriptFormat=\"javascript\">Java.type('" + CLASS
                        + "').sing()</camunda:script></camunda:taskListener>",
                "<camunda:taskListener event=\"timeout\" class=\"" + CLASS
                        + "\"><bpmn:timerEventDefinition><bpmn:timeDate>" + EL
                        + "</bpmn:timeDate></bpmn:timerEventDefinition></camunda:taskListener>")) {
            inLine(listener, task("Bad").replace("<camunda:properties>", listener + "<camunda:properties>"));
        }
        inLine(
                "version of a call by expression",
                "<bpmn:callActivity id=\"Bad\" name=\"x\" calledElement=\"hostile\" camunda:calledElementBinding=\"version\" camunda:calledElementVersion=\""
                        + EL + "\" />");
        inLine(
                "error by expression",
                serviceTask(
                        "camunda:type=\"external\" camunda:topic=\"x\"",
                        "<camunda:errorEventDefinition errorRef=\"Error_1\" expression=\"" + EL + "\" />"));
        add(
                "condition of 60,000 characters",
                "Flow_Bad",
                process(
                        "hostile",
                        start() + end()
                                + "<bpmn:sequenceFlow id=\"Flow_Bad\" sourceRef=\"Start_Asked\" targetRef=\"End_Done\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${a == '"
                                + "x".repeat(60_000) + "'}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                false);
        add(
                "timer by a step that gives no date",
                "Timer_Definition",
                boundary("<bpmn:timeDate>${clock.stop('check')}</bpmn:timeDate>"),
                false);
    }

    private void documents() {
        add(
                "document type from elsewhere",
                "hostile.bpmn",
                MODEL.replace("<bpmn:definitions", "<!DOCTYPE x SYSTEM \"file:///etc/hostname\">\n<bpmn:definitions"),
                true);
        add(
                "style sheet that runs in a browser",
                "hostile.bpmn",
                MODEL.replace(
                        "<bpmn:definitions", "<?xml-stylesheet type=\"text/xsl\" href=\"x.xsl\"?>\n<bpmn:definitions"),
                false);
        add(
                "inclusion of a file",
                "hostile",
                MODEL.replace(
                        "<bpmn:extensionElements>",
                        "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\" parse=\"text\"/><bpmn:extensionElements>"),
                true);
        add(
                "script of a page",
                "hostile",
                MODEL.replace(
                        "Een proef om", "<script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script>Een proef om"),
                false);
        var nested = new StringBuilder();
        for (int i = 0; i < 4_000; i++) {
            nested.append("<bpmn:subProcess id=\"S").append(i).append("\" name=\"x\">");
        }
        add(
                "sub-processes 4,000 deep",
                "hostile.bpmn",
                process("hostile", line("S0") + nested + "</bpmn:subProcess>".repeat(4_000)),
                false);
    }

    private void names() {
        add("id that is there twice", "Task_Check", MODEL.replace("id=\"End_Done\"", "id=\"Task_Check\""), false);
        for (var name : List.of("Na&#10;kijken", "Na&#x85;kijken", "Na&#x202E;nekjik", "x".repeat(256))) {
            add("name " + name, "Task_Check", MODEL.replace("name=\"Nakijken\"", "name=\"" + name + "\""), false);
        }
    }

    private void tables() {
        var table = HostileFiles.table("<outputEntry id=\"Out\"><text>1</text></outputEntry>");
        var external = "function(x) external { java: { class: \"" + CLASS + "\", method signature: \"sing()\" } }";
        table(
                "entity from a file in a table",
                "hostile.dmn",
                table.replace(
                                "<definitions",
                                "<!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>\n<definitions")
                        .replace("<text>1", "<text>\"&file;\""));
        table(
                "document type from elsewhere in a table",
                "hostile.dmn",
                table.replace("<definitions", "<!DOCTYPE x SYSTEM \"file:///etc/hostname\">\n<definitions"));
        table(
                "Java in an input",
                "Bad",
                table.replace(
                                "<output ",
                                "<input id=\"I\"><inputExpression id=\"Bad\"><text>" + external
                                        + "</text></inputExpression></input><output ")
                        .replace("<outputEntry", "<inputEntry id=\"In\"><text>-</text></inputEntry><outputEntry"));
        table(
                "Java in a test",
                "Bad",
                table.replace(
                                "<output ",
                                "<input id=\"I\"><inputExpression id=\"E\"><text>name</text></inputExpression></input><output ")
                        .replace(
                                "<outputEntry",
                                "<inputEntry id=\"Bad\"><text>(" + external + ")(?)</text></inputEntry><outputEntry"));
        table(
                "Java in a plain decision",
                "Bad",
                table.replaceAll(
                        "<decisionTable.*</decisionTable>",
                        "<literalExpression id=\"Bad\"><text>" + external + "</text></literalExpression>"));
        table(
                "JUEL in a plain decision",
                "Bad",
                table.replaceAll(
                        "<decisionTable.*</decisionTable>",
                        "<literalExpression id=\"Bad\" expressionLanguage=\"juel\"><text>" + EL.replace("$", "\\$")
                                + "</text></literalExpression>"));
        table(
                "table that imports another",
                "D",
                table.replace(
                        "<decision ",
                        "<import namespace=\"x\" locationURI=\"file:///etc/hostname\" importType=\"x\" /><decision "));
        onlyCheckedTable(
                "decision that needs itself",
                "hostile",
                table.replace(
                        "<decisionTable",
                        "<informationRequirement id=\"R1\"><requiredDecision href=\"#hostile\" /></informationRequirement><decisionTable"));
        onlyCheckedTable(
                "name of a table with a line end",
                "hostile",
                table.replace("id=\"hostile\" name=\"x\"", "id=\"hostile\" name=\"x&#10;y\""));
        onlyCheckedTable("id of a table that is there twice", "hostile", table.replace("id=\"R\"", "id=\"hostile\""));
    }

    private void endless() {
        add(
                "loop without a pause",
                "Step_Note",
                process(
                        "hostile",
                        start() + end() + step("Step_Note", "${desk.note()}", "camunda:asyncBefore=\"true\"")
                                + "<bpmn:exclusiveGateway id=\"Gateway_Again\" name=\"Nog eens?\" default=\"Flow_No\" />"
                                + flow("Start_Asked", "Step_Note")
                                + flow("Step_Note", "Gateway_Again")
                                + "<bpmn:sequenceFlow id=\"Flow_No\" name=\"Nee\" sourceRef=\"Gateway_Again\" targetRef=\"End_Done\" />"
                                + "<bpmn:sequenceFlow id=\"Flow_Yes\" name=\"Ja\" sourceRef=\"Gateway_Again\" targetRef=\"Step_Note\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${true}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                false);
    }

    private void table(String name, String element, String table) {
        add(name, element, Map.of("hostile.dmn", table), true);
    }

    private void onlyCheckedTable(String name, String element, String table) {
        add(name, element, Map.of("hostile.dmn", table), false);
    }
}
