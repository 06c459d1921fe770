package org.samenspraak.process;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** The elements and attributes that a model or a table may hold. What is not here is refused, whatever it means. */
final class Allowed {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
    static final Set<String> DMN = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd");
    /** How a drawing looks: shapes, bounds, colours. The engine reads numbers from them at most. */
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");

    private static final String MODELER = "http://camunda.org/schema/modeler/1.0";

    /** In front of the colon the element, behind it its attributes; {@code c:} is Camunda's namespace. */
    private static final Map<String, Set<String>> IN_BPMN = table(
            """
            definitions: id name targetNamespace exporter exporterVersion
            process: id name isExecutable c:versionTag c:historyTimeToLive
            collaboration: id name
            participant: id name processRef
            laneSet: id name
            lane: id name
            flowNodeRef:
            category: id
            categoryValue: id value
            group: id categoryValueRef
            textAnnotation: id
            text:
            association: id sourceRef targetRef associationDirection
            dataObject: id name
            dataObjectReference: id name dataObjectRef
            documentation: id textFormat
            extensionElements:
            c:properties:
            c:property: id name value
            c:inputOutput:
            c:inputParameter: name
            c:outputParameter: name
            c:in: source sourceExpression target
            c:out: source sourceExpression target
            message: id name
            error: id name errorCode
            escalation: id name escalationCode
            startEvent: id name isInterrupting c:asyncBefore c:asyncAfter c:exclusive
            endEvent: id name c:asyncBefore c:asyncAfter c:exclusive
            intermediateCatchEvent: id name c:asyncBefore c:asyncAfter c:exclusive
            intermediateThrowEvent: id name c:asyncBefore c:asyncAfter c:exclusive
            boundaryEvent: id name attachedToRef cancelActivity c:asyncBefore c:asyncAfter c:exclusive
            messageEventDefinition: id messageRef c:expression c:resultVariable
            errorEventDefinition: id errorRef c:errorCodeVariable
            escalationEventDefinition: id escalationRef
            timerEventDefinition: id
            conditionalEventDefinition: id c:variableName
            terminateEventDefinition: id
            timeDate: id x:type
            condition: id x:type
            userTask: id name c:candidateGroups c:formRef c:formRefBinding c:dueDate c:followUpDate c:priority c:asyncBefore c:asyncAfter c:exclusive
            serviceTask: id name c:expression c:resultVariable c:asyncBefore c:asyncAfter c:exclusive c:modelerTemplate c:modelerTemplateVersion
            sendTask: id name c:expression c:resultVariable c:asyncBefore c:asyncAfter c:exclusive c:modelerTemplate c:modelerTemplateVersion
            receiveTask: id name messageRef c:asyncBefore c:asyncAfter c:exclusive
            businessRuleTask: id name c:decisionRef c:decisionRefBinding c:mapDecisionResult c:resultVariable c:asyncBefore c:asyncAfter c:exclusive
            callActivity: id name calledElement c:calledElementBinding c:asyncBefore c:asyncAfter c:exclusive
            subProcess: id name triggeredByEvent c:asyncBefore c:asyncAfter c:exclusive
            exclusiveGateway: id name default gatewayDirection c:asyncBefore c:asyncAfter c:exclusive
            inclusiveGateway: id name default gatewayDirection c:asyncBefore c:asyncAfter c:exclusive
            parallelGateway: id name gatewayDirection c:asyncBefore c:asyncAfter c:exclusive
            eventBasedGateway: id name gatewayDirection c:asyncBefore c:asyncAfter c:exclusive
            sequenceFlow: id name sourceRef targetRef
            conditionExpression: id x:type
            multiInstanceLoopCharacteristics: id isSequential c:collection c:elementVariable c:asyncBefore c:asyncAfter c:exclusive
            loopCardinality: id x:type
            completionCondition: id x:type
            incoming:
            outgoing:
            """);

    private static final Map<String, Set<String>> IN_DMN = table(
            """
            definitions: id name namespace exporter exporterVersion
            description:
            extensionElements:
            decision: id name c:historyTimeToLive c:versionTag
            inputData: id name
            variable: id name typeRef
            informationRequirement: id
            requiredDecision: href
            requiredInput: href
            decisionTable: id hitPolicy aggregation preferredOrientation
            input: id label c:inputVariable
            inputExpression: id typeRef expressionLanguage
            inputValues: id expressionLanguage
            output: id label name typeRef
            outputValues: id expressionLanguage
            rule: id
            inputEntry: id expressionLanguage
            outputEntry: id expressionLanguage
            literalExpression: id typeRef expressionLanguage
            text:
            """);

    private Allowed() {}

    static boolean isDrawing(Element element) {
        return DRAWING.contains(String.valueOf(element.getNamespaceURI()));
    }

    static boolean inBpmn(Element element) {
        var space = String.valueOf(element.getNamespaceURI());
        return (BPMN.equals(space) || CAMUNDA.equals(space)) && IN_BPMN.containsKey(name(element));
    }

    static boolean inBpmn(Element element, Attr attribute) {
        return allows(IN_BPMN.get(name(element)), attribute, "definitions".equals(element.getLocalName()));
    }

    static boolean inDmn(Element element) {
        return DMN.contains(String.valueOf(element.getNamespaceURI())) && IN_DMN.containsKey(name(element));
    }

    static boolean inDmn(Element element, Attr attribute) {
        return allows(IN_DMN.get(name(element)), attribute, "definitions".equals(element.getLocalName()));
    }

    private static boolean allows(@Nullable Set<String> names, Attr attribute, boolean root) {
        var space = attribute.getNamespaceURI();
        if (root
                && (MODELER.equals(space)
                        || (XSI.equals(space) && "schemaLocation".equals(attribute.getLocalName())))) {
            return true;
        }
        return names != null && names.contains(prefix(space) + attribute.getLocalName());
    }

    private static String name(Element element) {
        return prefix(element.getNamespaceURI()) + element.getLocalName();
    }

    /** A namespace that is not ours gets a prefix that no table holds. */
    private static String prefix(@Nullable String space) {
        if (space == null || BPMN.equals(space) || DMN.contains(space)) {
            return "";
        }
        if (CAMUNDA.equals(space) || CAMUNDA_DMN.equals(space)) {
            return "c:";
        }
        return XSI.equals(space) ? "x:" : "?:";
    }

    private static Map<String, Set<String>> table(String lines) {
        return lines.lines()
                .map(line -> line.split(":( |$)", 2))
                .collect(toMap(
                        parts -> parts[0],
                        parts -> Set.copyOf(Arrays.asList(parts[1].strip().split(" ")))));
    }
}
