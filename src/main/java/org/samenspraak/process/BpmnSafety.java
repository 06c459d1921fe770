package org.samenspraak.process;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What keeps a model from doing anything but what it shows: only known elements and attributes, expressions only where they
 * belong and only of the allowed kind, no timer that starts or repeats. Also run when the engine reads an old model again.
 */
final class BpmnSafety {

    private static final Set<String> EXPRESSION_TEXTS = Set.of(
            "conditionExpression",
            "condition",
            "timeDate",
            "loopCardinality",
            "completionCondition",
            "inputParameter",
            "outputParameter");
    private static final Set<String> EXPRESSION_ATTRIBUTES =
            Set.of("expression", "dueDate", "followUpDate", "priority", "collection", "sourceExpression");
    private static final Map<String, Set<String>> VARIABLES = Map.of(
            "serviceTask", Set.of("resultVariable"),
            "sendTask", Set.of("resultVariable"),
            "businessRuleTask", Set.of("resultVariable"),
            "messageEventDefinition", Set.of("resultVariable"),
            "errorEventDefinition", Set.of("errorCodeVariable"),
            "in", Set.of("target"),
            "out", Set.of("target"),
            "inputParameter", Set.of("name"),
            "outputParameter", Set.of("name"));
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,60}");
    private static final Pattern SMALL_NUMBER = Pattern.compile("[1-9][0-9]?");
    /** The steps that give a date. */
    private static final Set<String> CLOCK = Set.of("clock.due", "clock.before");

    /** The steps that stop a running term for a time. */
    private static final Set<String> SUSPENSIONS = Set.of("clock.suspend", "clock.resume");

    private static final Set<String> CALLED = Set.of("calledElement", "decisionRef", "formRef", "messageRef", "id");

    private final Findings findings;
    private final KnownSteps steps;

    BpmnSafety(Findings findings, KnownSteps steps) {
        this.findings = findings;
        this.steps = steps;
    }

    void check(Element root) {
        if (!"definitions".equals(root.getLocalName()) || !Allowed.BPMN.equals(root.getNamespaceURI())) {
            findings.error(root, "not-a-model");
            return;
        }
        Xml.all(root).forEach(this::checkElement);
    }

    private void checkElement(Element element) {
        if (Allowed.isDrawing(element)) {
            checkDrawing(element);
            return;
        }
        if (!Allowed.inBpmn(element)) {
            findings.error(element, "element", element.getNodeName());
            return;
        }
        for (var attribute : Xml.attributes(element)) {
            if (!Allowed.inBpmn(element, attribute) && !isColour(attribute)) {
                findings.error(element, "attribute", attribute.getNodeName());
            }
            checkAttribute(element, attribute);
        }
        checkText(element);
        checkTimer(element);
        if ("multiInstanceLoopCharacteristics".equals(element.getLocalName())
                && !element.hasAttributeNS(Allowed.CAMUNDA, "collection")
                && Xml.children(element, "loopCardinality").findAny().isEmpty()) {
            findings.error(element, "loop", Facts.MOST_ITEMS);
        }
    }

    private static boolean isColour(Attr attribute) {
        return String.valueOf(attribute.getNamespaceURI()).contains("color/1.0");
    }

    private void checkDrawing(Element element) {
        for (var attribute : Xml.attributes(element)) {
            if (AllowedExpression.looksLikeOne(attribute.getValue())) {
                findings.error(element, "expression-place", attribute.getNodeName());
            }
        }
        if (AllowedExpression.looksLikeOne(Xml.text(element))) {
            findings.error(element, "expression-place", element.getNodeName());
        }
    }

    private void checkAttribute(Element element, Attr attribute) {
        var name = attribute.getLocalName();
        var value = attribute.getValue();
        if (VARIABLES.getOrDefault(element.getLocalName(), Set.of()).contains(name) && !mayBeSet(element, value)) {
            findings.error(element, "variable-name", value);
        }
        if (AllowedExpression.looksLikeOne(value)) {
            if ("sourceExpression".equals(name)
                    || (EXPRESSION_ATTRIBUTES.contains(name) && Allowed.CAMUNDA.equals(attribute.getNamespaceURI()))) {
                checkExpression(element, value);
            } else {
                findings.error(element, "expression-place", attribute.getNodeName());
            }
        } else if ("expression".equals(name)) {
            findings.error(element, "expression", value);
        } else if (CALLED.contains(name) && !value.matches("[\\w.-]{1,120}")) {
            findings.error(element, "id", value);
        }
        if ("name".equals(name) && !Xml.isName(value)) {
            findings.error(element, "name-text");
        }
        if ("elementVariable".equals(name) && !Facts.ITEM.equals(value)) {
            findings.error(element, "element-variable", Facts.ITEM);
        }
    }

    /** The branch may be handed to a called model; nothing else that is ours can be set. */
    private boolean mayBeSet(Element element, String variable) {
        var branch = Facts.ITEM.equals(variable) && "in".equals(element.getLocalName());
        return branch
                || (VARIABLE.matcher(variable).matches() && !Facts.isReserved(variable) && !steps.isKnown(variable));
    }

    private void checkText(Element element) {
        var text = Xml.text(element);
        var name = element.getLocalName();
        if (!AllowedExpression.looksLikeOne(text)) {
            if (Set.of("conditionExpression", "condition", "completionCondition")
                    .contains(name)) {
                findings.error(element, "expression", text);
            } else if ("loopCardinality".equals(name)
                    && !SMALL_NUMBER.matcher(text).matches()) {
                findings.error(element, "loop", Facts.MOST_ITEMS);
            }
        } else if (EXPRESSION_TEXTS.contains(name) && !"loopCardinality".equals(name)) {
            checkExpression(element, text);
        } else {
            findings.error(element, "expression-place", element.getNodeName());
        }
    }

    private void checkExpression(Element element, String text) {
        var expression = AllowedExpression.read(text.strip());
        if (expression == null) {
            findings.error(element, "expression", text);
        } else {
            expression.variables().stream()
                    .filter(steps::isKnown)
                    .forEach(name -> findings.error(element, "expression", text));
            if (expression.calls().stream().anyMatch(BpmnSafety::isSuspension) && !isAsync(element)) {
                findings.error(element, "suspension-async");
            }
        }
    }

    private static boolean isSuspension(AllowedExpression.Call call) {
        return SUSPENSIONS.contains(call.bean() + "." + call.step());
    }

    /** Tasks and timers that the same transaction made a moment ago could not be found. */
    private static boolean isAsync(Element element) {
        return "true".equals(element.getAttributeNS(Allowed.CAMUNDA, "asyncBefore"));
    }

    /** One date, from a clock: a duration or a cycle could fire each second. */
    private void checkTimer(Element element) {
        if (!"timerEventDefinition".equals(element.getLocalName())) {
            return;
        }
        var event = (Element) element.getParentNode();
        if ("startEvent".equals(event.getLocalName())
                && "process".equals(event.getParentNode().getLocalName())) {
            findings.error(element, "timer-start");
        }
        var dates = Xml.children(element, "timeDate").toList();
        if (dates.size() != 1 || !isClock(Xml.text(dates.get(0)))) {
            findings.error(element, "timer-clock");
        }
    }

    private static boolean isClock(String text) {
        var expression = AllowedExpression.read(text);
        return expression != null
                && expression.isCall()
                && CLOCK.contains(expression.calls().get(0).bean() + "."
                        + expression.calls().get(0).step());
    }
}
