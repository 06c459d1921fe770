package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.BallotRules;
import org.samenspraak.voting.CountRule;
import org.samenspraak.voting.Jury;
import org.samenspraak.voting.Range;
import org.samenspraak.voting.Seed;
import org.samenspraak.voting.SharesRule;
import org.samenspraak.voting.TieRule;

/**
 * How a round chooses and counts, as its regulation says it.
 *
 * @param publicShare percentage that the vote of residents weighs in a mix
 * @param age from which somebody may vote
 * @param most projects on a ballot, when its money is not the limit
 * @param withinBudget whether a voter divides the money of their area instead
 * @param threshold ballots, or points, without which a project gets no money
 * @param cost that a project may have, in cents
 */
record ChoiceRule(
        Way way,
        int publicShare,
        int age,
        int most,
        boolean withinBudget,
        CountRule.Method method,
        SharesRule shares,
        long threshold,
        Range cost,
        List<TieRule> ties,
        List<Jury.Criterion> criteria) {

    private static final int WHOLE = 100;

    /** Who chooses. */
    enum Way {
        VOTE,
        JURY,
        PANEL,
        DIALOGUE,
        MIX;

        static Way of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean hasBallots() {
            return this == VOTE || this == MIX;
        }

        public boolean hasScores() {
            return this != VOTE;
        }

        /** What its scores are called in a file. */
        String ranking() {
            return this == MIX ? "jury" : code();
        }
    }

    BallotRules ballots(long cents) {
        return withinBudget ? BallotRules.within(cents) : BallotRules.atMost(most);
    }

    /** @throws Refusal for a mix by equal shares: scores pay no shares */
    CountRule counted(Seed seed) {
        return counted(seed, way.hasBallots() ? method : ordered());
    }

    /** The same by another method, to compare. */
    CountRule counted(Seed seed, CountRule.Method other) {
        return new CountRule(other, shares, leastScore(), cost, ties, Optional.of(seed), weights());
    }

    /** Scores alone are always counted one after another; only ballots can pay equal shares. */
    private CountRule.Method ordered() {
        return method == CountRule.Method.GREEDY_STOPS ? method : CountRule.Method.GREEDY;
    }

    /** It counts ballots; scores have no such number. */
    private long leastScore() {
        return way.hasBallots() ? threshold : 0;
    }

    private SortedMap<String, Long> weights() {
        var weights = new TreeMap<String, Long>();
        if (way == Way.MIX) {
            add(weights, CountRule.VOTES, publicShare);
            add(weights, way.ranking(), WHOLE - publicShare);
        } else if (way.hasScores()) {
            add(weights, way.ranking(), WHOLE);
        }
        return weights;
    }

    private static void add(SortedMap<String, Long> weights, String name, long weight) {
        if (weight > 0) {
            weights.put(name, weight);
        }
    }
}
