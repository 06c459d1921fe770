package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samenspraak.voting.Spread.Supporters;

/**
 * The ballots turned around: for each project who supports it.
 *
 * @param weights how many voters each group of equal ballots has
 * @param costs of all projects, in cents
 * @param byProject its supporters, empty for what does not take part; who gave no points, or points below zero, is none
 */
record SharesInput(
        long voters, long[] weights, long[] costs, boolean byCost, List<List<Supporters>> byProject, Ties ties) {

    static SharesInput of(Tally tally, List<Integer> candidates, Ties ties) {
        var election = tally.election();
        var groups = new ArrayList<Map<Integer, List<Integer>>>();
        election.projects().forEach(it -> groups.add(new TreeMap<>(Comparator.reverseOrder())));
        for (var group = 0; group < tally.ballots().size(); group++) {
            for (var mark : tally.ballots().get(group).getKey().marks()) {
                if (mark.points() > 0) {
                    groups.get(mark.project())
                            .computeIfAbsent(mark.points(), it -> new ArrayList<>())
                            .add(group);
                }
            }
        }
        var byProject = new ArrayList<List<Supporters>>();
        for (var project = 0; project < groups.size(); project++) {
            byProject.add(candidates.contains(project) ? supporters(groups.get(project)) : List.of());
        }
        return new SharesInput(
                tally.voters(),
                tally.ballots().stream().mapToLong(Map.Entry::getValue).toArray(),
                election.projects().stream().mapToLong(Project::cost).toArray(),
                election.rule().shares().byCost(),
                byProject,
                ties);
    }

    List<Supporters> supporters(int project) {
        return byProject.get(project);
    }

    /** What a point for it is worth to who gave it. */
    long worth(int project) {
        return byCost ? costs[project] : 1;
    }

    List<Integer> supported() {
        var supported = new ArrayList<Integer>();
        for (var project = 0; project < byProject.size(); project++) {
            if (!byProject.get(project).isEmpty()) {
                supported.add(project);
            }
        }
        return supported;
    }

    /** No price of a point can be lower than when all supporters pay the same; for each cent (or project) that it is worth. */
    double[] atLeast() {
        var least = new double[costs.length];
        for (var project : supported()) {
            var points = 0L;
            for (var run : byProject.get(project)) {
                points += run.points()
                        * Arrays.stream(run.groups())
                                .mapToLong(it -> weights[it])
                                .sum();
            }
            least[project] =
                    Bounds.of(costs[project]).over(points).over(worth(project)).low();
        }
        return least;
    }

    private static List<Supporters> supporters(Map<Integer, List<Integer>> byPoints) {
        return byPoints.entrySet().stream()
                .map(it -> new Supporters(
                        it.getKey(),
                        it.getValue().stream().mapToInt(group -> group).toArray()))
                .toList();
    }
}
