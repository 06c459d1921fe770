package org.samenspraak.process;

import static org.samenspraak.process.TestModel.line;
import static org.samenspraak.process.TestModel.process;
import static org.samenspraak.process.TestModel.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The files themselves: XML, tables, other kinds. */
final class HostileFiles extends HostileModels {

    HostileFiles() {
        xml();
        tables();
        files();
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
            add("table " + cell, "Bad", Map.of("hostile.dmn", table(cell)), true);
        }
        var good = table("<outputEntry id=\"Out\"><text>1</text></outputEntry>");
        add(
                "table with a way to count that there is not",
                "T",
                Map.of("hostile.dmn", good.replace("id=\"T\"", "id=\"T\" hitPolicy=\"BOOM\"")),
                false);
        add("table with a rule that lacks a cell", "R", Map.of("hostile.dmn", table("")), false);
        add(
                "table under the id of another trajectory",
                "D",
                Map.of(
                        "hostile.dmn",
                        good.replace(
                                "</definitions>",
                                good.substring(good.indexOf("<decision "), good.indexOf("</definitions>"))
                                                .replaceAll(" id=\"\\w+\"", " id=\"signal\"")
                                                .replaceFirst(
                                                        "<decisionTable id=\"signal\"", "<decisionTable id=\"T2\"")
                                                .replaceFirst("<output id=\"signal\"", "<output id=\"O2\"")
                                                .replaceFirst("<rule id=\"signal\"", "<rule id=\"R2\"")
                                                .replaceFirst("<outputEntry id=\"signal\"", "<outputEntry id=\"Out2\"")
                                        + "</definitions>")),
                false);
        add(
                "table of a thousand rules",
                "T",
                Map.of(
                        "hostile.dmn",
                        good.replace(
                                "</decisionTable>",
                                IntStream.range(0, 1000)
                                                .mapToObj(at -> "<rule id=\"Rule" + at + "\"><outputEntry id=\"Cell"
                                                        + at + "\"><text>1</text></outputEntry></rule>")
                                                .collect(Collectors.joining())
                                        + "</decisionTable>")),
                false);
        add(
                "table with a kind of Java",
                "O",
                Map.of("hostile.dmn", good.replace("\"string\"", "\"java.lang.Runtime\"")),
                false);
        add(
                "invocation in a table",
                "Bad",
                Map.of(
                        "hostile.dmn",
                        table("<outputEntry id=\"Out\"><text>1</text></outputEntry>")
                                .replace(
                                        "</definitions>",
                                        "<businessKnowledgeModel id=\"Bad\" name=\"x\" /></definitions>")),
                false);
    }

    private void files() {
        var model = process("hostile", line("Task_Check") + task("Task_Check"));
        for (var file : List.of("x.groovy", "x.cmmn", "x.bpmn20.xml", "x.html", "x.jar")) {
            var files = new LinkedHashMap<>(TestModel.files("hostile", model));
            files.put(file, "x");
            add("file " + file, file, files, false);
        }
        add(
                "fact called like the case",
                "caseId",
                Map.of(
                        "hostile.bpmn",
                        model,
                        "small.form",
                        "{\"id\":\"small\",\"components\":[{\"key\":\"caseId\",\"type\":\"textfield\",\"properties\":{\"fact\":\"yes\"}}]}"),
                false);
    }

    static String table(String cell) {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="D" name="x" namespace="https://samenspraak.org/models">
                  <decision id="hostile" name="x" camunda:historyTimeToLive="P30D"><decisionTable id="T"><output id="O" name="out" typeRef="string"/><rule id="R">%s</rule></decisionTable></decision>
                </definitions>
                """
                .formatted(cell);
    }
}
