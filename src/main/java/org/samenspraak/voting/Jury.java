package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samenspraak.kernel.Refusal;

/** Scores of a jury on criteria. Who has an interest in a project does not score it, and does not count there. */
public final class Jury {

    /**
     * @param weight against the other criteria
     * @param most points that can be given on it
     */
    public record Criterion(String name, long weight, long most) {

        public Criterion {
            if (weight <= 0 || most <= 0) {
                throw new IllegalArgumentException(name + ": " + weight + ", " + most);
            }
        }
    }

    /** Who scores what; also who has an interest in what. */
    public record Seat(String member, String project) {}

    public record Score(Seat seat, String criterion, long points) {}

    /**
     * @param score from 0 to 1: the mean of the members
     * @param lowest of one member, from 0 to 1
     * @param members who count
     */
    public record Result(String project, Fraction score, Fraction lowest, Fraction highest, int members) {

        /** How far members are apart. */
        public Fraction spread() {
            return highest.minus(lowest);
        }
    }

    private final List<Criterion> criteria;
    private final Map<Seat, Map<String, Long>> given = new HashMap<>();
    private final Set<Seat> conflicts;

    /** @throws Refusal for a score above the most of its criterion, below zero, on no criterion, or given twice */
    public Jury(List<Criterion> criteria, List<Score> scores, Set<Seat> conflicts) {
        this.criteria = List.copyOf(criteria);
        this.conflicts = Set.copyOf(conflicts);
        scores.forEach(this::take);
    }

    private void take(Score score) {
        var seat = score.seat();
        var most = criteria.stream()
                .filter(it -> it.name().equals(score.criterion()))
                .mapToLong(Criterion::most)
                .findFirst()
                .orElseThrow(() -> new Refusal("voting.jury.criterion", score.criterion()));
        if (score.points() < 0 || score.points() > most) {
            throw new Refusal("voting.jury.points", seat.member(), seat.project(), score.criterion(), most);
        }
        var before = given.computeIfAbsent(seat, it -> new HashMap<>()).put(score.criterion(), score.points());
        if (before != null) {
            throw new Refusal("voting.jury.twice", seat.member(), seat.project(), score.criterion());
        }
    }

    /**
     * One result for each project that somebody without an interest can score, in the order of the projects.
     *
     * @throws Refusal when a member without an interest left a criterion open
     */
    public List<Result> results(List<String> projects, List<String> members) {
        var results = new ArrayList<Result>();
        for (var project : projects) {
            var scores = members.stream()
                    .map(it -> new Seat(it, project))
                    .filter(it -> !conflicts.contains(it))
                    .map(this::score)
                    .sorted()
                    .toList();
            if (!scores.isEmpty()) {
                var mean = Fraction.sum(scores).dividedBy(Fraction.of(scores.size()));
                results.add(new Result(project, mean, scores.get(0), scores.get(scores.size() - 1), scores.size()));
            }
        }
        return results;
    }

    /** In words, conflicts too: who was left out where. */
    public List<Step> steps(List<Result> results) {
        var steps = new ArrayList<Step>();
        conflicts.stream()
                .map(it -> Step.of("voting.jury.conflict", it.member(), it.project()))
                .sorted(Comparator.comparing(Step::line))
                .forEach(steps::add);
        results.forEach(it -> steps.add(Step.of(
                "voting.jury.score",
                it.project(),
                it.members(),
                it.score().rounded(4),
                it.lowest().rounded(4),
                it.highest().rounded(4),
                it.score().toString())));
        return steps;
    }

    private Fraction score(Seat seat) {
        var scores = given.getOrDefault(seat, Map.of());
        var all = Fraction.of(criteria.stream().mapToLong(Criterion::weight).sum());
        var sum = Fraction.ZERO;
        for (var criterion : criteria) {
            var points = scores.get(criterion.name());
            if (points == null) {
                throw new Refusal("voting.jury.open", seat.member(), seat.project(), criterion.name());
            }
            sum = sum.plus(Fraction.of(points, criterion.most()).times(criterion.weight()));
        }
        return sum.dividedBy(all);
    }
}
