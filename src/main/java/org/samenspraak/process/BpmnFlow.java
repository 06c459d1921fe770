package org.samenspraak.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Whether every node can be reached and leads on to an end, and nothing runs in a ring. */
final class BpmnFlow {

    private static final Set<String> WAITS = Set.of(
            "userTask", "receiveTask", "intermediateCatchEvent", "eventBasedGateway", "callActivity", "subProcess");

    private final Findings findings;
    private final Map<String, Element> byId;

    BpmnFlow(Findings findings, Map<String, Element> byId) {
        this.findings = findings;
        this.byId = byId;
    }

    void check(List<Element> nodes, List<Element> flows) {
        for (var flow : flows) {
            if (!byId.containsKey(flow.getAttribute("sourceRef"))
                    || !byId.containsKey(flow.getAttribute("targetRef"))) {
                findings.error(flow, "flow");
            }
        }
        var reached = reached(nodes, flows);
        for (var node : nodes) {
            var id = node.getAttribute("id");
            if (!reached.contains(id)) {
                findings.error(node, "unreachable");
            }
            var leadsOn = flows.stream()
                    .anyMatch(flow -> flow.getAttribute("sourceRef").equals(id));
            if (!leadsOn && !"endEvent".equals(node.getLocalName()) && !BpmnShape.isEventSubProcess(node)) {
                findings.error(node, "dead-end");
            }
        }
        checkStarts(nodes);
        checkRings(nodes, flows);
    }

    /** A ring in which nothing waits for anybody would run for ever. What a called model does is taken as waiting. */
    private void checkRings(List<Element> nodes, List<Element> flows) {
        var next = new HashMap<String, List<String>>();
        nodes.stream()
                .filter(node -> !WAITS.contains(node.getLocalName()))
                .forEach(node -> next.put(node.getAttribute("id"), new ArrayList<>()));
        flows.forEach(flow -> next.computeIfPresent(flow.getAttribute("sourceRef"), (source, targets) -> {
            targets.add(flow.getAttribute("targetRef"));
            return targets;
        }));
        Rings.of(next).stream().sorted().map(byId::get).forEach(node -> findings.error(node, "endless"));
    }

    /** One start in each scope: the process, and each sub-process. */
    private void checkStarts(List<Element> nodes) {
        nodes.stream()
                .map(node -> (Element) node.getParentNode())
                .distinct()
                .filter(scope -> Xml.children(scope, "startEvent").count() != 1)
                .forEach(scope -> findings.error(scope, "one-start"));
    }

    private static Set<String> reached(List<Element> nodes, List<Element> flows) {
        var reached = new HashSet<String>();
        var queue = new ArrayDeque<String>();
        nodes.stream()
                .filter(node -> "startEvent".equals(node.getLocalName()) || BpmnShape.isEventSubProcess(node))
                .forEach(node -> queue.add(node.getAttribute("id")));
        while (!queue.isEmpty()) {
            var id = queue.remove();
            if (reached.add(id)) {
                flows.stream()
                        .filter(flow -> flow.getAttribute("sourceRef").equals(id))
                        .forEach(flow -> queue.add(flow.getAttribute("targetRef")));
                nodes.stream()
                        .filter(node -> node.getAttribute("attachedToRef").equals(id))
                        .forEach(node -> queue.add(node.getAttribute("id")));
            }
        }
        return reached;
    }
}
