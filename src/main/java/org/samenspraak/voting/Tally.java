package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samenspraak.kernel.Refusal;

/**
 * What the valid ballots say.
 *
 * @param ballots the valid ones
 * @param voters how many they are
 * @param invalid how many do not count, by the key of the reason
 * @param votes for each project the ballots that give it points
 * @param points for each project, over all ballots
 */
record Tally(
        Election election,
        List<Map.Entry<Ballot, Long>> ballots,
        long voters,
        Map<String, Long> invalid,
        List<Long> votes,
        List<Long> points) {

    static Tally of(Election election) {
        var valid = new ArrayList<Map.Entry<Ballot, Long>>();
        var invalid = new TreeMap<String, Long>();
        election.ballots().forEach((ballot, number) -> election.rules()
                .broken(ballot, election.projects())
                .ifPresentOrElse(
                        why -> invalid.merge(why, number, Long::sum), () -> valid.add(Map.entry(ballot, number))));
        var votes = new long[election.projects().size()];
        var points = new long[election.projects().size()];
        for (var group : valid) {
            for (var mark : group.getKey().marks()) {
                votes[mark.project()] += mark.points() > 0 ? group.getValue() : 0;
                points[mark.project()] += mark.points() * group.getValue();
            }
        }
        var voters = valid.stream().mapToLong(Map.Entry::getValue).sum();
        return new Tally(election, valid, voters, invalid, list(votes), list(points));
    }

    private static List<Long> list(long[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** The scores that decide, for the projects that take part: points, or a weighted mix of shares of rankings. */
    Map<Integer, Fraction> scores(List<Integer> candidates) {
        var weights = election.rule().weights();
        var scores = new TreeMap<Integer, Fraction>();
        if (weights.isEmpty()) {
            candidates.forEach(it -> scores.put(it, Fraction.of(points.get(it))));
        }
        parts(candidates).forEach(part -> candidates.forEach(it -> scores.merge(it, part.gives(it), Fraction::plus)));
        return scores;
    }

    /** Of a weighted mix, ballots first. */
    List<Part> parts(List<Integer> candidates) {
        var weights = election.rule().weights();
        var all = weights.values().stream().mapToLong(it -> it).sum();
        return weights.entrySet().stream()
                .sorted(Comparator.comparing(it -> !it.getKey().equals(CountRule.VOTES)))
                .map(it -> part(it.getKey(), Fraction.of(it.getValue(), all), candidates))
                .toList();
    }

    private Part part(String ranking, Fraction weight, List<Integer> candidates) {
        var shares = new TreeMap<Integer, Fraction>();
        candidates.forEach(it -> shares.put(it, points(ranking, it)));
        var all = Fraction.sum(shares.values());
        if (all.signum() != 0) {
            shares.replaceAll((project, points) -> points.dividedBy(all));
        }
        return new Part(ranking, weight, all, shares);
    }

    /**
     * A ranking in a mix.
     *
     * @param weight of all weights together
     * @param all points in it
     * @param shares of these, for each project that takes part
     */
    record Part(String ranking, Fraction weight, Fraction all, Map<Integer, Fraction> shares) {

        /** To the score of a project. */
        Fraction gives(int project) {
            return share(project).times(weight);
        }

        Fraction share(int project) {
            return shares.getOrDefault(project, Fraction.ZERO);
        }

        /** For a text: ballots are told in other words than points. */
        String kind() {
            return ranking.equals(CountRule.VOTES) ? "votes" : "others";
        }
    }

    private Fraction points(String ranking, int project) {
        var found = ranking.equals(CountRule.VOTES)
                ? Fraction.of(points.get(project))
                : election.projects().get(project).rankings().getOrDefault(ranking, Fraction.ZERO);
        if (found.signum() < 0) {
            throw new Refusal(
                    "voting.rule.negative", election.projects().get(project).id());
        }
        return found;
    }

    /** Best first; equals are not in order. */
    static Comparator<Integer> best(Map<Integer, Fraction> scores) {
        return Comparator.comparing(scores::get, Comparator.reverseOrder());
    }
}
