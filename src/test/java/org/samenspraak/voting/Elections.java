package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Elections for tests: by hand, or at random with many ties. */
final class Elections {

    static final Seed SEED = new Seed("0123456789abcdef0123456789abcdef");
    private static final List<TieRule> RULES =
            List.of(TieRule.CHEAPER, TieRule.DEARER, TieRule.SUPPORTERS, TieRule.VOTES, TieRule.LOT, TieRule.NUMBER);

    private Elections() {}

    /** Projects are named 1, 2, … by their costs in euros. */
    static List<Project> projects(int... euros) {
        return IntStream.range(0, euros.length)
                .mapToObj(it -> new Project(Integer.toString(it + 1), euros[it] * 100L))
                .toList();
    }

    static Ballot approving(int... projects) {
        return new Ballot(
                IntStream.of(projects).mapToObj(it -> new Mark(it - 1, 1)).toList());
    }

    static List<Ballot> times(int number, Ballot ballot) {
        return Collections.nCopies(number, ballot);
    }

    @SafeVarargs
    static Election election(int euros, List<Project> projects, CountRule rule, List<Ballot>... ballots) {
        var all = new ArrayList<Ballot>();
        for (var group : ballots) {
            all.addAll(group);
        }
        return Election.of(euros * 100L, projects, all, BallotRules.NONE, rule);
    }

    static CountRule ties(CountRule rule, TieRule... ties) {
        return new CountRule(
                rule.method(),
                rule.shares(),
                rule.leastScore(),
                rule.cost(),
                List.of(ties),
                Optional.of(SEED),
                rule.weights());
    }

    /** Small costs, few voters and points from 1 to 3: equals everywhere, and now and then nobody votes. */
    static Election random(Random random) {
        var scale = random.nextInt(4) == 0 ? 1 + random.nextInt(9_999) : 100;
        var projects = new ArrayList<Project>();
        for (var i = 0; i <= random.nextInt(8); i++) {
            var rankings = Map.of("panel", Fraction.of(random.nextInt(4)));
            projects.add(new Project(
                    Integer.toString(i + 1), "", (long) random.nextInt(7) * scale, random.nextInt(3), rankings));
        }
        var points = random.nextBoolean() ? 1 : 3;
        var ballots = new ArrayList<Ballot>();
        for (var i = random.nextInt(14); i > 0; i--) {
            ballots.add(ballot(random, projects.size(), points));
        }
        var rules = random.nextInt(3) > 0 ? BallotRules.NONE : BallotRules.atMost(3);
        return Election.of((long) random.nextInt(20) * scale, projects, ballots, rules, rule(random, scale));
    }

    private static Ballot ballot(Random random, int projects, int points) {
        return new Ballot(IntStream.range(0, projects)
                .filter(it -> random.nextInt(3) == 0)
                .mapToObj(it -> new Mark(it, 1 + random.nextInt(points)))
                .toList());
    }

    private static CountRule rule(Random random, int scale) {
        var methods = CountRule.Method.values();
        var method = methods[random.nextInt(methods.length)];
        var ties = new ArrayList<>(RULES);
        Collections.shuffle(ties, random);
        var last = ties.indexOf(TieRule.LOT) < ties.indexOf(TieRule.NUMBER) ? TieRule.LOT : TieRule.NUMBER;
        var weights = new TreeMap<String, Long>();
        if (!method.isShares() && random.nextInt(3) == 0) {
            weights.put(CountRule.VOTES, 70L);
            weights.put("panel", 30L);
        }
        return new CountRule(
                method,
                new SharesRule(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), 1 + scale / 7),
                random.nextInt(3),
                random.nextInt(4) == 0 ? new Range(scale, 4L * scale) : Range.ANY,
                ties.subList(0, ties.indexOf(last) + 1),
                Optional.of(SEED),
                weights);
    }
}
