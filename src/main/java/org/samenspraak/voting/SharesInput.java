package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.samenspraak.voting.Spread.Supporters;

/** The ballots turned around: for each project who supports it. */
final class SharesInput {

    private final long voters;
    private final long[] weights;
    private final long[] costs;
    private final boolean byCost;
    private final List<List<Supporters>> byProject;
    private final Ties ties;
    private final double[] atLeast;

    private SharesInput(Tally tally, List<List<Supporters>> byProject, Ties ties) {
        this.voters = tally.voters();
        this.weights = tally.ballots().stream().mapToLong(Map.Entry::getValue).toArray();
        this.costs =
                tally.election().projects().stream().mapToLong(Project::cost).toArray();
        this.byCost = tally.election().rule().shares().byCost();
        this.byProject = byProject;
        this.ties = ties;
        this.atLeast = cheapest();
    }

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
        return new SharesInput(tally, byProject, ties);
    }

    long voters() {
        return voters;
    }

    /** How many voters each group of equal ballots has. */
    long[] weights() {
        return weights;
    }

    /** Of all projects, in cents. */
    long[] costs() {
        return costs;
    }

    Ties ties() {
        return ties;
    }

    /** None for what does not take part; who gave no points, or points below zero, is none. */
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
        return atLeast;
    }

    private double[] cheapest() {
        var least = new double[costs.length];
        for (var project : supported()) {
            var points = 0L;
            for (var run : byProject.get(project)) {
                points += run.weight(weights);
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
