package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is written down during one count: every step, and one verdict for each project. */
final class Minutes {

    private final Tally tally;
    private final List<Step> steps = new ArrayList<>();
    private final List<Outcome.Tie> ties = new ArrayList<>();
    private final Map<Integer, Step> funded = new LinkedHashMap<>();
    private final Map<Integer, Step> refused = new LinkedHashMap<>();
    private Map<Integer, Fraction> scores = Map.of();
    private long left;

    Minutes(Tally tally) {
        this.tally = tally;
        this.left = tally.election().budget();
    }

    void say(Step step) {
        steps.add(step);
    }

    /** Projects were as good, and another order among them could end otherwise. */
    void tie(List<Integer> ordered, List<Step> told) {
        ties.add(new Outcome.Tie(ordered.stream().map(it -> project(it).id()).toList(), told));
        steps.addAll(told);
    }

    void scores(Map<Integer, Fraction> found) {
        scores = found;
    }

    Project project(int index) {
        return tally.election().projects().get(index);
    }

    /** In cents. */
    long left() {
        return left;
    }

    /** Gives a project its money; the step can say what is left after it. */
    void fund(int project, String key, Object... args) {
        left -= project(project).cost();
        funded.put(project, told(project, key, args));
    }

    void refuse(int project, String key, Object... args) {
        refused.put(project, told(project, key, args));
    }

    /** A step about a project begins with its name and cost. */
    private Step told(int project, String key, Object... args) {
        var all = new ArrayList<Object>(
                List.of(project(project).label(), Money.euros(project(project).cost())));
        all.addAll(List.of(args));
        var step = new Step(key, all);
        steps.add(step);
        return step;
    }

    Outcome outcome() {
        var spent = tally.election().budget() - left;
        say(Step.of("voting.end", funded.size(), Money.euros(spent), Money.euros(left)));
        var verdicts =
                IntStream.range(0, tally.votes().size()).mapToObj(this::verdict).toList();
        return new Outcome(
                funded.keySet().stream().map(it -> project(it).id()).toList(),
                verdicts,
                spent,
                tally.voters(),
                served(),
                ties,
                steps);
    }

    private long served() {
        return tally.ballots().stream()
                .filter(it -> it.getKey().marks().stream()
                        .anyMatch(mark -> mark.points() > 0 && funded.containsKey(mark.project())))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Outcome.Verdict verdict(int it) {
        var why = funded.getOrDefault(it, refused.get(it));
        if (why == null) {
            throw new IllegalStateException(
                    "nothing was decided about " + project(it).id());
        }
        return new Outcome.Verdict(
                project(it).id(),
                tally.votes().get(it),
                scores.getOrDefault(it, Fraction.ZERO),
                funded.containsKey(it),
                why);
    }
}
