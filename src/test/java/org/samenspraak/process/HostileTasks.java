package org.samenspraak.process;

import static org.samenspraak.process.TestModel.line;
import static org.samenspraak.process.TestModel.process;
import static org.samenspraak.process.TestModel.task;

import java.util.List;

/** Tasks, steps and what hangs on them. */
final class HostileTasks extends HostileModels {

    HostileTasks() {
        steps();
        tasks();
        attributes();
        listeners();
        forms();
        calls();
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
}
