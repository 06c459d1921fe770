package org.samenspraak.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** What makes a model clear and whole: names, conditions, known groups, forms and terms, a way to an end from everywhere. */
final class BpmnShape {

    private static final int MOST_NODES = 25;
    private static final Pattern DAYS = Pattern.compile("P[0-9]{1,5}D");
    private static final Pattern MADE_BY_THE_EDITOR = Pattern.compile("[A-Za-z]+_[0-9][0-9a-z]{6}");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final Set<String> EVENTS =
            Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent");
    private static final Set<String> TASKS = Set.of(
            "userTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "callActivity", "subProcess");
    private static final Set<String> GATEWAYS =
            Set.of("exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway");

    private final Findings findings;
    private final String id;
    private final Set<String> files;
    private final CalledModels models;
    private final KnownSteps steps;
    private final Map<String, Element> byId = new HashMap<>();
    private List<Element> all = List.of();

    /**
     * @param files the names of the files in the same folder
     * @param models those among them
     */
    BpmnShape(Findings findings, String id, Set<String> files, CalledModels models, KnownSteps steps) {
        this.findings = findings;
        this.id = id;
        this.files = files;
        this.models = models;
        this.steps = steps;
    }

    void check(Element root) {
        all = Xml.all(root).stream()
                .filter(element -> !Allowed.isDrawing(element))
                .toList();
        all.forEach(element -> {
            if (element.hasAttribute("id") && byId.put(element.getAttribute("id"), element) != null) {
                findings.error(element, "id-twice");
            }
        });
        var processes = named("process").toList();
        if (processes.size() != 1 || !processes.get(0).getAttribute("id").equals(id)) {
            findings.error(root, "file-name", id);
            return;
        }
        checkProcess(processes.get(0));
        Map.<String, Consumer<Element>>of(
                        "userTask", this::checkUserTask,
                        "serviceTask", task -> require(task, "expression", "step-missing"),
                        "sendTask", task -> require(task, "expression", "step-missing"),
                        "callActivity", this::checkCall,
                        "businessRuleTask",
                                rule -> checkBound(rule, "decisionRef", "decisionRefBinding", ".dmn", "table"))
                .forEach((name, check) -> named(name).forEach(check));
        checkSteps();
        checkReferences();
        nodes().forEach(this::checkNode);
        new BpmnFlow(findings, byId, models)
                .check(nodes().toList(), named("sequenceFlow").toList());
    }

    private void checkProcess(Element process) {
        if (!"true".equals(process.getAttribute("isExecutable"))) {
            findings.error(process, "not-executable");
        }
        if (process.getAttribute("name").isBlank()) {
            findings.error(process, "name");
        }
        if (!DAYS.matcher(process.getAttributeNS(Allowed.CAMUNDA, "historyTimeToLive"))
                .matches()) {
            findings.error(process, "history");
        }
        if (Xml.children(process, "documentation")
                .noneMatch(text -> Xml.text(text).length() >= 20)) {
            findings.error(process, "documentation");
        }
        if (nodes().count() > MOST_NODES) {
            findings.warning(process, "many-nodes", MOST_NODES);
        }
        if (!models.isBounded(id)) {
            findings.error(process, "many-steps", CalledModels.MOST_STEPS);
        }
        var properties = properties(process);
        var code = properties.get("code");
        if (code != null && !CODE.matcher(code).matches()) {
            findings.error(process, "code", code);
        }
        var form = properties.get("start_form");
        if (form != null && !files.contains(form + ".form")) {
            findings.error(process, "form", form);
        }
        list(properties.getOrDefault("started_by", ""))
                .filter(role -> !Groups.mayStart(role))
                .forEach(role -> findings.error(process, "group", role));
    }

    private void checkUserTask(Element task) {
        var groups =
                list(task.getAttributeNS(Allowed.CAMUNDA, "candidateGroups")).toList();
        if (groups.isEmpty()) {
            findings.error(task, "groups-missing");
        }
        groups.stream().filter(group -> !Groups.isKnown(group)).forEach(group -> findings.error(task, "group", group));
        checkBound(task, "formRef", "formRefBinding", ".form", "form");
        // a day that is written out holds for one case only, and is past for the next
        Stream.of("dueDate", "followUpDate")
                .map(date -> task.getAttributeNS(Allowed.CAMUNDA, date))
                .filter(date -> !date.isEmpty() && !AllowedExpression.looksLikeOne(date))
                .forEach(date -> findings.error(task, "fixed-date", date));
        if (properties(task).getOrDefault("term", "").isBlank()) {
            findings.error(task, "term");
        }
        list(properties(task).getOrDefault(Drawn.NOT_BY, ""))
                .filter(other -> other.equals(task.getAttribute("id"))
                        || !byId.containsKey(other)
                        || !"userTask".equals(byId.get(other).getLocalName()))
                .forEach(other -> findings.error(task, "not-by", other));
        if (groups.stream().anyMatch(Groups::isCouncil) && !hasClock(task)) {
            findings.error(task, "council-clock");
        }
    }

    /** A clock at the task, or at a sub-process around it. */
    private boolean hasClock(Element task) {
        var around =
                Stream.<Element>iterate(task, here -> here.getParentNode() instanceof Element parent ? parent : here);
        var ids = around.limit(10).map(here -> here.getAttribute("id")).toList();
        return named("boundaryEvent")
                .filter(event ->
                        Xml.children(event, "timerEventDefinition").findAny().isPresent())
                .anyMatch(event -> ids.contains(event.getAttribute("attachedToRef")));
    }

    private void checkCall(Element call) {
        checkBound(call, "calledElement", "calledElementBinding", ".bpmn", "called-model");
        if (models.leadsBack(id, call)) {
            findings.error(call, "call-ring", call.getAttribute("calledElement"));
        }
    }

    private void require(Element element, String attribute, String thing) {
        if (element.getAttributeNS(Allowed.CAMUNDA, attribute).isBlank()) {
            findings.error(element, thing);
        }
    }

    private void checkBound(Element element, String reference, String binding, String ending, String thing) {
        var key = element.hasAttribute(reference)
                ? element.getAttribute(reference)
                : element.getAttributeNS(Allowed.CAMUNDA, reference);
        if (key.isBlank()) {
            findings.error(element, thing + "-missing");
            return;
        }
        if (!files.contains(key + ending)) {
            findings.error(element, thing, key);
        }
        if (!"deployment".equals(element.getAttributeNS(Allowed.CAMUNDA, binding))) {
            findings.error(element, "binding");
        }
    }

    /** What an event is called by has to be among the names of the file. */
    private void checkReferences() {
        for (var name : List.of("messageRef", "errorRef", "escalationRef")) {
            all.stream()
                    .filter(element -> element.hasAttribute(name) && !byId.containsKey(element.getAttribute(name)))
                    .forEach(element -> findings.error(element, "reference", element.getAttribute(name)));
        }
    }

    private void checkSteps() {
        for (var element : all) {
            Stream.concat(
                            Xml.attributes(element).stream().map(attribute -> attribute.getValue()),
                            Stream.of(Xml.text(element)))
                    .filter(AllowedExpression::looksLikeOne)
                    .flatMap(text -> Stream.ofNullable(AllowedExpression.read(text)))
                    .flatMap(expression -> expression.calls().stream())
                    .forEach(call -> checkStep(element, call));
        }
    }

    private void checkStep(Element element, AllowedExpression.Call call) {
        var step = call.bean() + "." + call.step();
        if (!steps.hasStep(call.bean(), call.step(), call.arguments().size())) {
            findings.error(element, "step", step);
        } else if (!call.texts().isEmpty() && !steps.accept(call.bean(), call.step(), call.texts())) {
            findings.error(element, "step-text", String.join(", ", call.texts()), step);
        }
    }

    private void checkNode(Element node) {
        var joins = GATEWAYS.contains(node.getLocalName()) && outgoing(node).count() < 2;
        var silent = "parallelGateway".equals(node.getLocalName()) || joins;
        if (!silent && node.getAttribute("name").isBlank() && !isEventSubProcess(node)) {
            findings.error(node, "name");
        }
        if (MADE_BY_THE_EDITOR.matcher(node.getAttribute("id")).matches()) {
            findings.warning(node, "editor-id");
        }
        if (Set.of("exclusiveGateway", "inclusiveGateway").contains(node.getLocalName()) && !joins) {
            outgoing(node).forEach(flow -> checkAnswer(node, flow));
        }
    }

    private void checkAnswer(Element gateway, Element flow) {
        if (flow.getAttribute("name").isBlank()) {
            findings.error(flow, "answer-name");
        }
        var isDefault = gateway.getAttribute("default").equals(flow.getAttribute("id"));
        if (!isDefault && Xml.children(flow, "conditionExpression").findAny().isEmpty()) {
            findings.error(flow, "answer-condition");
        }
    }

    private Stream<Element> outgoing(Element node) {
        return named("sequenceFlow")
                .filter(flow -> flow.getAttribute("sourceRef").equals(node.getAttribute("id")));
    }

    static boolean isEventSubProcess(Element node) {
        return "true".equals(node.getAttribute("triggeredByEvent"));
    }

    private Stream<Element> nodes() {
        return all.stream().filter(BpmnShape::isNode);
    }

    static boolean isNode(Element element) {
        return EVENTS.contains(element.getLocalName())
                || TASKS.contains(element.getLocalName())
                || GATEWAYS.contains(element.getLocalName());
    }

    private Stream<Element> named(String name) {
        return all.stream().filter(element -> name.equals(element.getLocalName()));
    }

    static Map<String, String> properties(Element element) {
        var properties = new HashMap<String, String>();
        Xml.children(element, "extensionElements")
                .flatMap(extensions -> Xml.children(extensions, "properties"))
                .flatMap(group -> Xml.children(group, "property"))
                .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
        return properties;
    }

    private static Stream<String> list(String text) {
        return Stream.of(text.split(",")).map(String::strip).filter(part -> !part.isEmpty());
    }
}
