package org.samenspraak.voting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.samenspraak.kernel.Refusal;

/**
 * How a round is decided, as its regulation says it before the first ballot.
 *
 * @param leastScore a project with fewer points on ballots is not funded; nor is one without any score
 * @param cost of a project that takes part, in cents
 * @param ties in this order; the last one must always decide
 * @param seed of the lot, once it is published
 * @param weights of the ballots ({@link #VOTES}) and of other rankings, whose points are taken as shares of all points in
 *     that ranking; empty when only ballots count
 */
public record CountRule(
        Method method,
        SharesRule shares,
        long leastScore,
        Range cost,
        List<TieRule> ties,
        Optional<Seed> seed,
        SortedMap<String, Long> weights) {

    /** The name of the ranking that ballots make. */
    public static final String VOTES = "votes";

    private static final long MOST_WEIGHT = 1_000_000;

    public enum Method {
        /** By score; what does not fit is passed over. */
        GREEDY("greedy"),
        /** By score, until the first that does not fit. */
        GREEDY_STOPS("greedy-no-skip"),
        /** The Method of Equal Shares, with the money divided once. */
        EQUAL_SHARES("equalshares"),
        /** The same; everybody gets more as long as the projects fit the budget. */
        EQUAL_SHARES_ADD1("equalshares/add1");

        private final String code;

        Method(String code) {
            this.code = code;
        }

        /** As PaBuLib has it. */
        String code() {
            return code;
        }

        /** Ballots pay; scores of others can't. */
        public boolean isShares() {
            return this == EQUAL_SHARES || this == EQUAL_SHARES_ADD1;
        }

        static Optional<Method> of(String code) {
            return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
        }
    }

    public CountRule {
        ties = List.copyOf(ties);
        weights = new TreeMap<>(weights);
        if (ties.isEmpty() || !ties.get(ties.size() - 1).alwaysDecides()) {
            throw new Refusal("voting.rule.ties-open");
        }
        if (ties.contains(TieRule.LOT) && seed.isEmpty()) {
            throw new Refusal("voting.rule.no-seed");
        }
        if (method.isShares() && !weights.isEmpty()) {
            throw new Refusal("voting.rule.shares-mixed");
        }
        if (weights.values().stream().anyMatch(it -> it <= 0 || it > MOST_WEIGHT)) {
            throw new Refusal("voting.rule.weight", MOST_WEIGHT);
        }
    }

    /** Ballots only, without thresholds; the cheaper of equals goes first, then the lower number. */
    public static CountRule of(Method method) {
        return new CountRule(
                method,
                SharesRule.USUAL,
                0,
                Range.ANY,
                List.of(TieRule.CHEAPER, TieRule.NUMBER),
                Optional.empty(),
                new TreeMap<>());
    }
}
