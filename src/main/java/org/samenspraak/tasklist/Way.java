package org.samenspraak.tasklist;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samenspraak.casefile.StepLog.Passed;
import org.samenspraak.tasklist.Model.Edge;
import org.samenspraak.tasklist.Model.Node;
import org.samenspraak.web.StepLine.State;
import org.samenspraak.web.StepLine.Step;

/**
 * The way of a case through its model: where it went it went, from there on the way it usually goes (the default flows).
 * What is a person's or a part of the trajectory is a step, and what waits for others; letters and other work of the system are not.
 */
final class Way {

    private static final int STEPS_AT_MOST = 9;

    private final Model model;
    private final Map<String, Passed> passed;
    private final Set<String> now;
    /** When each element was entered last, by its place in the log. */
    private final Map<String, Integer> order = new HashMap<>();

    private final boolean ended;

    /** @param log of this model only */
    Way(Model model, List<Passed> log, boolean ended) {
        this.model = model;
        this.passed = log.stream()
                .filter(step -> !step.current())
                .collect(toMap(Passed::element, step -> step, (earlier, later) -> later));
        this.now = log.stream().filter(Passed::current).map(Passed::element).collect(toSet());
        log.forEach(step -> order.put(step.element(), order.size()));
        this.ended = ended;
    }

    boolean passed(String element) {
        return passed.containsKey(element);
    }

    boolean now(String element) {
        return !ended && now.contains(element);
    }

    /** @param waitsFor who the case waits for now */
    List<Step> steps(boolean english, String waitsFor) {
        var nodes = nodes().stream().filter(this::isStep).limit(STEPS_AT_MOST).toList();
        var current = current(nodes);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < nodes.size(); i++) {
            var state = i < current ? State.DONE : i == current && !ended ? State.NOW : State.AHEAD;
            steps.add(step(nodes.get(i), state, english, waitsFor));
        }
        return steps;
    }

    private Step step(Node node, State state, boolean english, String waitsFor) {
        var name = node.name(english);
        var log = state == State.DONE ? passed.get(node.id()) : null;
        return log == null
                ? new Step(name, state, null, state == State.NOW ? waitsFor : "", null)
                : new Step(name, state, log.leftAt(), log.by(), log.onBehalfOf());
    }

    /** Between two steps the case is on its way to the next one; what was stopped or withdrawn went no further. */
    private int current(List<Node> nodes) {
        for (int i = nodes.size() - 1; i >= 0 && !ended; i--) {
            if (now.contains(nodes.get(i).id())) {
                return i;
            }
        }
        for (int i = nodes.size() - 1; i >= 0; i--) {
            if (passed.containsKey(nodes.get(i).id())) {
                return i + 1;
            }
        }
        return 1;
    }

    /** What a case waits for is a step only while it waits. */
    private boolean isStep(Node node) {
        return !node.name().isEmpty()
                && (node.is("startEvent", "userTask", "callActivity", "subProcess", "eventBasedGateway", "endEvent")
                        || (node.is("intermediateCatchEvent") && now.contains(node.id())));
    }

    /** What was sent back to an earlier step goes on from where it turned, on the way that it did not go yet. */
    private List<Node> nodes() {
        var way = new ArrayList<Node>();
        var seen = new HashSet<String>();
        var here = Optional.ofNullable(model.nodes().get(model.start()));
        while (here.isPresent()) {
            seen.add(here.get().id());
            way.add(here.get());
            here = next(here.get(), seen).or(() -> afterDetour(way, seen));
        }
        return way;
    }

    /** Where a way that leads back leaves the usual one: where the case went on after it, or else would. */
    private Optional<Node> afterDetour(List<Node> way, Set<String> seen) {
        if (way.get(way.size() - 1).is("endEvent")) {
            return Optional.empty();
        }
        return onward(way, seen, true).or(() -> onward(way, seen, false));
    }

    /** What the case went through on a detour stays on the way once it went on; before that only while the case is in it. */
    private Optional<Node> onward(List<Node> way, Set<String> seen, boolean went) {
        for (int i = way.size() - 2; i >= 0; i--) {
            var detour = way.subList(i + 1, way.size());
            var onward = next(way.get(i), seen).filter(node -> !went || isAfter(node, detour));
            if (onward.isPresent()) {
                if (went) {
                    detour.removeIf(node -> !touched(node.id()));
                } else if (detour.stream().noneMatch(node -> now.contains(node.id()))) {
                    detour.clear();
                }
                return onward;
            }
        }
        return Optional.empty();
    }

    private boolean isAfter(Node onward, List<Node> detour) {
        return touched(onward.id())
                && detour.stream()
                        .allMatch(node -> order.getOrDefault(node.id(), 0) < order.getOrDefault(onward.id(), 0));
    }

    private Optional<Node> next(Node node, Set<String> seen) {
        return usual(
                        model.outOf(node.id()).stream()
                                .filter(edge -> !seen.contains(edge.target()))
                                .toList(),
                        node)
                .map(edge -> model.nodes().get(edge.target()));
    }

    private Optional<Edge> usual(List<Edge> out, Node node) {
        return out.stream()
                .filter(edge -> touched(edge.target()))
                .min(Comparator.comparing(edge -> order.getOrDefault(edge.target(), 0)))
                .or(() -> out.stream()
                        .filter(edge -> edge.id().equals(node.usual()))
                        .findFirst())
                .or(() -> out.stream().findFirst());
    }

    private boolean touched(String node) {
        return order.containsKey(node);
    }
}
