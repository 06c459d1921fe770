package org.samenspraak.process;

import java.util.Map;

/** Writes small BPMN files for tests. */
final class TestModel {

    private TestModel() {}

    /** A process with this content between its tags. */
    static String process(String id, String content) {
        return process(id, "", content, "");
    }

    /** The same, with properties (as XML) and with content beside the process (messages, signals). */
    static String process(String id, String properties, String content, String beside) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_1" targetNamespace="https://samenspraak.org/models">
                  <bpmn:process id="%1$s" name="Proef" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:documentation>Een proef om de motor te toetsen.</bpmn:documentation>
                    <bpmn:extensionElements><camunda:properties>%2$s</camunda:properties></bpmn:extensionElements>
                    %3$s
                  </bpmn:process>
                  %4$s
                </bpmn:definitions>
                """
                .formatted(id, properties, content, beside);
    }

    static String property(String name, String value) {
        return "<camunda:property name=\"" + name + "\" value=\"" + value + "\" />";
    }

    static String start() {
        return "<bpmn:startEvent id=\"Start_Asked\" name=\"Gevraagd\" />";
    }

    static String end() {
        return "<bpmn:endEvent id=\"End_Done\" name=\"Gedaan\" />";
    }

    static String task(String id) {
        return task(id, "participation-office", "");
    }

    static String task(String id, String groups, String inside) {
        return """
                <bpmn:userTask id="%1$s" name="Nakijken" camunda:candidateGroups="%2$s" camunda:formRef="small" camunda:formRefBinding="deployment">
                  <bpmn:extensionElements><camunda:properties><camunda:property name="term" value="check" /><camunda:property name="name_en" value="Check" /></camunda:properties></bpmn:extensionElements>%3$s
                </bpmn:userTask>
                """
                .formatted(id, groups, inside);
    }

    static String step(String id, String expression, String attributes) {
        return "<bpmn:serviceTask id=\"%s\" name=\"Stap\" camunda:expression=\"%s\" %s />"
                .formatted(id, expression, attributes);
    }

    static String flow(String from, String to) {
        return "<bpmn:sequenceFlow id=\"Flow_%1$s_%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\" />".formatted(from, to);
    }

    /** Start, these ids one after the other, end. */
    static String line(String... ids) {
        var flows = new StringBuilder(start()).append(end());
        var before = "Start_Asked";
        for (var id : ids) {
            flows.append(flow(before, id));
            before = id;
        }
        return flows.append(flow(before, "End_Done")).toString();
    }

    static Map<String, String> files(String id, String model) {
        return Map.of(id + ".bpmn", model, "small.form", form("small"));
    }

    static String form(String id) {
        return "{\"type\":\"default\",\"id\":\"%s\",\"components\":[]}".formatted(id);
    }
}
