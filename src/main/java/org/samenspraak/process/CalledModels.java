package org.samenspraak.process;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The models of one folder together: what they call, whether that waits for somebody, and how much one case can become. */
final class CalledModels {

    /** Steps of one case at once; two loops of the largest size inside each other, but not three. */
    static final int MOST_STEPS = 10_000;

    private final Map<String, Element> processes = new TreeMap<>();
    private final Map<String, Boolean> atOnce = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Set<String> onRing;

    /** @param models roots by the id of their file */
    CalledModels(Map<String, Element> models) {
        models.forEach((id, root) ->
                Xml.children(root, "process").findFirst().ifPresent(process -> processes.put(id, process)));
        var calls = new HashMap<String, List<String>>();
        processes.forEach((id, process) -> calls.put(id, called(process)));
        onRing = Rings.of(calls);
    }

    private static List<String> called(Element process) {
        return Xml.all(process).stream()
                .filter(element -> "callActivity".equals(element.getLocalName()))
                .map(call -> call.getAttribute("calledElement"))
                .toList();
    }

    /**
     * Whether this call can come back to its own model. It may not, also when somebody has to act on the way: each round
     * would lie inside the one before, on the clocks of the same case. A loop is drawn in one model.
     */
    boolean leadsBack(String model, Element call) {
        return onRing.contains(model) && onRing.contains(call.getAttribute("calledElement"));
    }

    /** What makes this event happen can be true already: a condition that holds, a clock whose day is over. */
    static boolean mayHappenAtOnce(Element event) {
        return Xml.children(event).anyMatch(it -> Set.of("conditionalEventDefinition", "timerEventDefinition")
                .contains(it.getLocalName()));
    }

    /** Whether a case can go on from this node without waiting for anybody, along its arrows. */
    boolean leadsOnAtOnce(Element node) {
        return passesAtOnce(node) || "eventBasedGateway".equals(node.getLocalName());
    }

    /** Whether a case can come from this node to what hangs on its border without waiting for anybody. */
    boolean leavesAtOnce(Element node, Element border) {
        return passesAtOnce(node) || mayHappenAtOnce(border);
    }

    /** Whether a case can pass this node without waiting for anybody. */
    boolean passesAtOnce(Element node) {
        if (mayBeEmpty(node)) {
            return true;
        }
        return switch (node.getLocalName()) {
            case "userTask", "receiveTask", "eventBasedGateway" -> false;
            case "intermediateCatchEvent" -> mayHappenAtOnce(node);
            case "subProcess" -> leadsThrough(node);
            case "callActivity" -> calledPassesAtOnce(node.getAttribute("calledElement"));
            default -> true;
        };
    }

    /** What runs over a list runs not at all when the list is empty. */
    private static boolean mayBeEmpty(Element node) {
        return Xml.children(node, "multiInstanceLoopCharacteristics")
                .anyMatch(loop -> loop.hasAttributeNS(Allowed.CAMUNDA, "collection"));
    }

    private boolean calledPassesAtOnce(String model) {
        var process = processes.get(model);
        if (process == null || onRing.contains(model)) {
            return false; // an error of its own
        }
        var known = atOnce.get(model);
        if (known == null) {
            known = leadsThrough(process);
            atOnce.put(model, known);
        }
        return known;
    }

    /** Whether a way leads from the start of a process or sub-process to an end of it on which nothing waits. */
    private boolean leadsThrough(Element scope) {
        var nodes = new HashMap<String, Element>();
        Xml.children(scope).forEach(node -> nodes.put(node.getAttribute("id"), node));
        var queue = new ArrayDeque<Element>();
        Xml.children(scope, "startEvent").forEach(queue::add);
        Xml.children(scope, "subProcess").filter(this::startsAtOnce).forEach(queue::add);
        var seen = new HashSet<Element>();
        while (!queue.isEmpty()) {
            var node = queue.remove();
            if ("endEvent".equals(node.getLocalName())) {
                return true;
            }
            if (startsAtOnce(node) && passesAtOnce(node)) {
                return true; // its end is the end of what it interrupts
            }
            if (seen.add(node)) {
                after(node, scope).map(nodes::get).forEach(queue::add);
            }
        }
        return false;
    }

    /** A sub-process that interrupts what it lies in, on what can be true already. */
    private boolean startsAtOnce(Element node) {
        return BpmnShape.isEventSubProcess(node)
                && Xml.children(node, "startEvent")
                        .filter(start -> !"false".equals(start.getAttribute("isInterrupting")))
                        .anyMatch(CalledModels::mayHappenAtOnce);
    }

    /** The ids of what can follow at once: along the arrows, and along what hangs on the border. */
    private Stream<String> after(Element node, Element scope) {
        var id = node.getAttribute("id");
        return Stream.concat(
                Xml.children(scope, "sequenceFlow")
                        .filter(flow -> flow.getAttribute("sourceRef").equals(id) && leadsOnAtOnce(node))
                        .map(flow -> flow.getAttribute("targetRef")),
                Xml.children(scope, "boundaryEvent")
                        .filter(event -> event.getAttribute("attachedToRef").equals(id) && leavesAtOnce(node, event))
                        .map(event -> event.getAttribute("id")));
    }

    /** Whether the model and what it calls, with every loop at its largest, stay within {@link #MOST_STEPS}. */
    boolean isBounded(String model) {
        return onRing.contains(model) || size(model) <= MOST_STEPS;
    }

    private int size(String model) {
        var process = processes.get(model);
        if (process == null) {
            return 0;
        }
        var known = sizes.get(model);
        if (known == null) {
            known = size(process);
            sizes.put(model, known);
        }
        return known;
    }

    private int size(Element scope) {
        return Xml.children(scope).mapToInt(this::sizeOfNode).reduce(0, CalledModels::sum);
    }

    private int sizeOfNode(Element node) {
        var inside =
                switch (node.getLocalName()) {
                    case "callActivity" -> size(node.getAttribute("calledElement"));
                    case "subProcess" -> size(node);
                    default -> 0;
                };
        return Math.min(MOST_STEPS + 1, rounds(node) * sum(1, inside));
    }

    private static int sum(int one, int other) {
        return Math.min(MOST_STEPS + 1, one + other);
    }

    private static int rounds(Element node) {
        return Xml.children(node, "multiInstanceLoopCharacteristics")
                .flatMap(loop -> Xml.children(loop, "loopCardinality"))
                .map(Xml::text)
                .filter(text -> text.matches("[0-9]{1,2}"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(mayBeEmpty(node) ? Facts.MOST_ITEMS : 1);
    }
}
