package org.samenspraak.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** Whether every node can be reached and leads on to an end, and nothing runs in a ring. */
final class BpmnFlow {

    private final Findings findings;
    private final Map<String, Element> byId;
    private final CalledModels models;

    BpmnFlow(Findings findings, Map<String, Element> byId, CalledModels models) {
        this.findings = findings;
        this.byId = byId;
        this.models = models;
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
        checkConditions(nodes);
    }

    /** A ring in which nothing waits for anybody would run for ever. A clock does not count: its day may be over. */
    private void checkRings(List<Element> nodes, List<Element> flows) {
        var next = new HashMap<String, List<String>>();
        nodes.forEach(node -> next.put(node.getAttribute("id"), new ArrayList<>()));
        flows.stream()
                .filter(flow -> leads(flow.getAttribute("sourceRef"), models::leadsOnAtOnce))
                .forEach(flow -> lead(next, flow.getAttribute("sourceRef"), flow.getAttribute("targetRef")));
        nodes.stream()
                .filter(node -> leads(node.getAttribute("attachedToRef"), host -> models.leavesAtOnce(host, node)))
                .forEach(node -> lead(next, node.getAttribute("attachedToRef"), node.getAttribute("id")));
        Rings.of(next).stream().sorted().map(byId::get).forEach(node -> findings.error(node, "endless"));
    }

    private boolean leads(String source, Predicate<Element> onwards) {
        var node = byId.get(source);
        return node != null && onwards.test(node);
    }

    /** While something else goes on a condition can become true again and again, also by what it starts. */
    private void checkConditions(List<Element> nodes) {
        nodes.stream()
                .filter(node -> Xml.children(node, "conditionalEventDefinition")
                        .findAny()
                        .isPresent())
                .filter(node -> "false".equals(node.getAttribute("cancelActivity"))
                        || "false".equals(node.getAttribute("isInterrupting")))
                .forEach(node -> findings.error(node, "condition-again"));
    }

    private static void lead(Map<String, List<String>> next, String source, String target) {
        var targets = next.get(source);
        if (targets != null) {
            targets.add(target);
        }
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
