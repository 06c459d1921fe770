package org.samenspraak.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Which facts can be known where a model reads one: those that something on a way to there brings. A step has two places, before it
 * is done and after; what leaves it over its border never saw it done.
 */
final class FactFlow {

    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "sendTask",
            "receiveTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "inclusiveGateway",
            "eventBasedGateway");

    private final Map<Element, Set<String>> brought = new HashMap<>();
    private final Map<Place, List<Place>> from = new HashMap<>();
    private final Map<String, Element> byId = new HashMap<>();

    /**
     * @param elements of the model
     * @param brings facts that a node brings once it is done
     */
    FactFlow(List<Element> elements, Function<Element, Set<String>> brings) {
        var nodes = elements.stream()
                .filter(element -> NODES.contains(element.getLocalName()))
                .toList();
        nodes.forEach(node -> {
            byId.put(node.getAttribute("id"), node);
            brought.put(node, brings.apply(node));
            way(new Place(node, false), new Place(node, true));
        });
        elements.stream()
                .filter(element -> "sequenceFlow".equals(element.getLocalName()))
                .forEach(this::arrow);
        nodes.forEach(this::around);
    }

    private void arrow(Element flow) {
        var source = byId.get(flow.getAttribute("sourceRef"));
        var target = byId.get(flow.getAttribute("targetRef"));
        if (source != null && target != null) {
            way(new Place(source, true), new Place(target, false));
        }
    }

    /** The ways into and out of what a node lies in, and from what it hangs on. */
    private void around(Element node) {
        var host = byId.get(node.getAttribute("attachedToRef"));
        if (host != null) {
            way(new Place(host, false), new Place(node, false));
            inside(host).forEach(part -> way(new Place(part, true), new Place(node, false)));
        }
        var scope = (Element) node.getParentNode();
        if (brought.containsKey(scope)) {
            way(new Place(scope, false), new Place(node, false));
            way(new Place(node, true), new Place(scope, true));
        }
        if (BpmnShape.isEventSubProcess(node)) {
            inside(scope)
                    .filter(other -> !other.equals(node))
                    .forEach(other -> way(new Place(other, true), new Place(node, false)));
        }
    }

    private Stream<Element> inside(Element scope) {
        return Xml.all(scope).stream().filter(part -> !part.equals(scope) && brought.containsKey(part));
    }

    private void way(Place one, Place next) {
        from.computeIfAbsent(next, key -> new ArrayList<>()).add(one);
    }

    /** Everything that something in the model brings. */
    Set<String> all() {
        return brought.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    /** What can be known where this element reads: an arrow after the node it comes from, all else before its node is done. */
    Set<String> before(Element element) {
        if (Xml.children(parent(element), "condition").anyMatch(element::equals)) {
            return all(); // an event that waits for a fact waits also for one that nobody brought yet
        }
        for (var at = element; at != null; at = parentOrNone(at)) {
            if ("sequenceFlow".equals(at.getLocalName())) {
                var source = byId.get(at.getAttribute("sourceRef"));
                return source == null ? all() : known(new Place(source, true));
            }
            if (brought.containsKey(at)) {
                return known(new Place(at, false));
            }
        }
        return all();
    }

    private static Element parent(Element element) {
        return element.getParentNode() instanceof Element parent ? parent : element;
    }

    private static @Nullable Element parentOrNone(Element element) {
        return element.getParentNode() instanceof Element parent ? parent : null;
    }

    private Set<String> known(Place place) {
        var known = new HashSet<String>();
        var seen = new HashSet<Place>();
        var queue = new ArrayDeque<Place>();
        queue.add(place);
        while (!queue.isEmpty()) {
            var at = queue.remove();
            if (seen.add(at)) {
                if (at.done()) {
                    known.addAll(brought.getOrDefault(at.node(), Set.of()));
                }
                queue.addAll(from.getOrDefault(at, List.of()));
            }
        }
        return known;
    }

    private record Place(Element node, boolean done) {}
}
