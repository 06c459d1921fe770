package org.samenspraak.voting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules once more, as slowly and plainly as can be: one purse for each voter, fractions everywhere, nothing remembered. Written
 * from the definitions, not from the code that it checks.
 */
final class SlowCount {

    private final Election election;
    private final CountRule rule;
    private final List<Ballot> voters = new ArrayList<>();

    private SlowCount(Election election) {
        this.election = election;
        this.rule = election.rule();
        election.ballots().forEach((ballot, number) -> {
            for (var i = 0; i < number; i++) {
                if (election.rules().broken(ballot, election.projects()).isEmpty()) {
                    voters.add(ballot);
                }
            }
        });
    }

    static List<String> funded(Election election) {
        var slow = new SlowCount(election);
        return slow.count().stream().map(it -> slow.project(it).id()).toList();
    }

    private Set<Integer> count() {
        var candidates = new ArrayList<Integer>();
        for (var i = 0; i < election.projects().size(); i++) {
            var cost = project(i).cost();
            if (cost > 0 && cost >= rule.cost().least() && cost <= rule.cost().most()) {
                candidates.add(i);
            }
        }
        var scores = new HashMap<Integer, Fraction>();
        candidates.forEach(it -> scores.put(it, score(it, candidates)));
        var all = List.copyOf(candidates);
        candidates.removeIf(it -> score(it, all).signum() == 0
                || ranked(CountRule.VOTES, it).compareTo(Fraction.of(rule.leastScore())) < 0);
        candidates.sort(ties());
        return switch (rule.method()) {
            case GREEDY -> greedy(candidates, scores, new LinkedHashSet<>(), false);
            case GREEDY_STOPS -> greedy(candidates, scores, new LinkedHashSet<>(), true);
            case EQUAL_SHARES -> completed(candidates, scores, shares(candidates, exactShare()));
            case EQUAL_SHARES_ADD1 -> completed(candidates, scores, add1(candidates));
        };
    }

    private Set<Integer> greedy(
            List<Integer> candidates, Map<Integer, Fraction> scores, Set<Integer> funded, boolean stops) {
        var byScore = new ArrayList<>(candidates);
        byScore.sort(Comparator.comparing(scores::get, Comparator.reverseOrder()));
        for (var project : byScore) {
            if (funded.contains(project)) {
                continue;
            }
            if (cost(funded) + project(project).cost() <= election.budget()) {
                funded.add(project);
            } else if (stops) {
                break;
            }
        }
        return funded;
    }

    private Set<Integer> completed(List<Integer> candidates, Map<Integer, Fraction> scores, Set<Integer> funded) {
        return rule.shares().completed() ? greedy(candidates, scores, funded, false) : funded;
    }

    private Fraction exactShare() {
        return voters.isEmpty() ? Fraction.ZERO : Fraction.of(election.budget(), voters.size());
    }

    private Set<Integer> add1(List<Integer> candidates) {
        var funded = shares(candidates, exactShare());
        var step = Fraction.of(rule.shares().step());
        for (var share = beforeTheFirst(step); funded.size() < candidates.size(); ) {
            share = share.plus(step);
            var next = shares(candidates, share);
            if (cost(next) > election.budget()) {
                break;
            }
            funded = next;
        }
        return funded;
    }

    /** The last that is not above the exact share, of those in steps from whole euros. */
    private Fraction beforeTheFirst(Fraction step) {
        if (!rule.shares().whole()) {
            return exactShare();
        }
        var euro = Fraction.of(100);
        var share = new Fraction(exactShare().dividedBy(euro).floor(), BigInteger.ONE).times(euro);
        while (share.plus(step).compareTo(exactShare()) <= 0) {
            share = share.plus(step);
        }
        return share;
    }

    private Set<Integer> shares(List<Integer> candidates, Fraction share) {
        var purses = new ArrayList<Fraction>();
        voters.forEach(it -> purses.add(share));
        var funded = new LinkedHashSet<Integer>();
        while (true) {
            @Nullable Integer best = null;
            @Nullable Fraction least = null;
            for (var project : candidates) {
                var price = funded.contains(project) ? null : price(project, purses);
                if (price != null && (least == null || price.compareTo(least) < 0)) {
                    least = price;
                    best = project;
                }
            }
            if (best == null || least == null) {
                return funded;
            }
            for (var voter = 0; voter < voters.size(); voter++) {
                var most = least.times(worth(voter, best));
                var purse = purses.get(voter);
                purses.set(voter, purse.compareTo(most) < 0 ? Fraction.ZERO : purse.minus(most));
            }
            funded.add(best);
        }
    }

    /** The least rho at which the sum of min(purse, rho times worth) is the cost; null when there is none. */
    private @Nullable Fraction price(int project, List<Fraction> purses) {
        var supporters = new ArrayList<Integer>();
        for (var voter = 0; voter < voters.size(); voter++) {
            if (worth(voter, project) > 0) {
                supporters.add(voter);
            }
        }
        supporters.sort(Comparator.comparing(it -> purses.get(it).dividedBy(Fraction.of(worth(it, project)))));
        var left = Fraction.of(project(project).cost());
        for (var i = 0; i < supporters.size(); i++) {
            var worths = supporters.subList(i, supporters.size()).stream()
                    .mapToLong(it -> worth(it, project))
                    .sum();
            var rho = left.dividedBy(Fraction.of(worths));
            var voter = supporters.get(i);
            if (rho.times(worth(voter, project)).compareTo(purses.get(voter)) <= 0) {
                return rho;
            }
            left = left.minus(purses.get(voter));
        }
        return null;
    }

    private long worth(int voter, int project) {
        return points(voters.get(voter), project)
                * (rule.shares().byCost() ? project(project).cost() : 1);
    }

    private static long points(Ballot ballot, int project) {
        return ballot.marks().stream()
                .filter(it -> it.project() == project)
                .mapToLong(Mark::points)
                .sum();
    }

    private Fraction score(int project, List<Integer> candidates) {
        if (rule.weights().isEmpty()) {
            return ranked(CountRule.VOTES, project);
        }
        var score = Fraction.ZERO;
        for (var weight : rule.weights().entrySet()) {
            var all = Fraction.sum(
                    candidates.stream().map(it -> ranked(weight.getKey(), it)).toList());
            if (all.signum() > 0) {
                score = score.plus(
                        ranked(weight.getKey(), project).dividedBy(all).times(Fraction.of(weight.getValue(), 100)));
            }
        }
        return score;
    }

    private Fraction ranked(String ranking, int project) {
        return ranking.equals(CountRule.VOTES)
                ? Fraction.of(
                        voters.stream().mapToLong(it -> points(it, project)).sum())
                : project(project).rankings().getOrDefault(ranking, Fraction.ZERO);
    }

    private Comparator<Integer> ties() {
        return (one, other) -> rule.ties().stream()
                .mapToInt(it -> compare(it, one, other))
                .filter(it -> it != 0)
                .findFirst()
                .orElse(0);
    }

    private int compare(TieRule tie, int one, int other) {
        var first = project(one);
        var second = project(other);
        return switch (tie) {
            case CHEAPER -> Long.compare(first.cost(), second.cost());
            case DEARER -> Long.compare(second.cost(), first.cost());
            case SUPPORTERS -> Long.compare(second.supporters(), first.supporters());
            case VOTES -> Long.compare(votes(other), votes(one));
            case LOT -> Elections.SEED.lot("tie", first.id()).compareTo(Elections.SEED.lot("tie", second.id()));
            case NUMBER -> Integer.compare(Integer.parseInt(first.id()), Integer.parseInt(second.id()));
        };
    }

    private long votes(int project) {
        return voters.stream().filter(it -> points(it, project) > 0).count();
    }

    private long cost(Set<Integer> funded) {
        return funded.stream().mapToLong(it -> project(it).cost()).sum();
    }

    private Project project(int index) {
        return election.projects().get(index);
    }
}
