package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.samenspraak.kernel.Refusal;

/**
 * The rule of the count as keys of a {@code .pb} file, those of PaBuLib where it has one; docs/operations.md lists them. A file that
 * does not name them is counted with the cheaper of equals first, then what is on more ballots, then the lower number; and by
 * {@link SharesRule#USUAL}, but what is left stays, as in Assen.
 */
final class PbRules {

    private static final String TIES = "count_ties";
    private static final String SEED = "lot_seed";
    private static final String COMMITMENT = "lot_commitment";
    private static final String WEIGHTS = "count_weights";
    private static final String WORTH = "count_worth";
    private static final String COMPLETION = "count_completion";
    private static final String START = "count_start";
    private static final String STEP = "count_step";
    private static final String LEAST_SCORE = "min_project_score_threshold";
    private static final String LEAST_COST = "min_project_cost";
    private static final String MOST_COST = "max_project_cost";

    static final String UNKNOWN = "unknown";

    /** What follows on it in the regulation of a city stands nowhere in its file. */
    private static final Set<String> GREEDY = Set.of(UNKNOWN, "greedy-threshold", "greedy-exclusive", "greedy-custom");

    private static final String COMPARISON = "-comparison";

    private PbRules() {}

    static CountRule read(Pb file) {
        return new CountRule(
                method(file),
                shares(file),
                file.number(LEAST_SCORE).orElse(0L),
                new Range(
                        file.money(LEAST_COST).orElse(Long.MIN_VALUE),
                        file.money(MOST_COST).orElse(Long.MAX_VALUE)),
                file.meta(TIES).map(PbRules::ties).orElse(List.of(TieRule.CHEAPER, TieRule.VOTES, TieRule.NUMBER)),
                file.meta(SEED)
                        .map(Seed::new)
                        .map(it -> file.meta(COMMITMENT).map(it::committed).orElse(it)),
                file.meta(WEIGHTS).map(PbRules::weights).orElse(new TreeMap<>()));
    }

    static List<Pb.Entry> write(CountRule rule) {
        var keys = new ArrayList<Pb.Entry>();
        keys.add(new Pb.Entry("rule", rule.method().code()));
        if (rule.method().isShares()) {
            var shares = rule.shares();
            keys.add(new Pb.Entry(WORTH, shares.byCost() ? "cost" : "one"));
            keys.add(new Pb.Entry(COMPLETION, shares.completed() ? "greedy" : "none"));
            keys.add(new Pb.Entry(START, shares.whole() ? "whole" : "exact"));
            keys.add(new Pb.Entry(STEP, Money.text(shares.step())));
        }
        if (rule.leastScore() > 0) {
            keys.add(new Pb.Entry(LEAST_SCORE, Long.toString(rule.leastScore())));
        }
        if (rule.cost().least() > 0) {
            keys.add(new Pb.Entry(LEAST_COST, Money.text(rule.cost().least())));
        }
        if (rule.cost().most() < Long.MAX_VALUE) {
            keys.add(new Pb.Entry(MOST_COST, Money.text(rule.cost().most())));
        }
        keys.add(new Pb.Entry(TIES, rule.ties().stream().map(TieRule::code).collect(Collectors.joining(","))));
        rule.seed().ifPresent(it -> {
            keys.add(new Pb.Entry(COMMITMENT, it.commitment()));
            keys.add(new Pb.Entry(SEED, it.text()));
        });
        if (!rule.weights().isEmpty()) {
            keys.add(new Pb.Entry(
                    WEIGHTS,
                    rule.weights().entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining(","))));
        }
        return keys;
    }

    private static CountRule.Method method(Pb file) {
        var code = code(file);
        if (GREEDY.contains(code)) {
            return CountRule.Method.GREEDY;
        }
        var alone = code.endsWith(COMPARISON) ? code.substring(0, code.length() - COMPARISON.length()) : code;
        return CountRule.Method.of(alone).orElseThrow(() -> new Refusal("voting.pb.rule", code));
    }

    /** Of the rule that the file names, which can be more than we know of it. */
    static String code(Pb file) {
        return file.meta("rule").orElse(UNKNOWN).toLowerCase(Locale.ROOT);
    }

    private static SharesRule shares(Pb file) {
        var usual = SharesRule.USUAL;
        return new SharesRule(
                choice(file, WORTH, "cost", "one").orElse(usual.byCost()),
                choice(file, COMPLETION, "greedy", "none").orElse(false),
                choice(file, START, "whole", "exact").orElse(usual.whole()),
                file.money(STEP).orElse(usual.step()));
    }

    private static Optional<Boolean> choice(Pb file, String key, String yes, String no) {
        return file.meta(key).map(value -> {
            if (!value.equals(yes) && !value.equals(no)) {
                throw new Refusal("voting.pb.choice", key, value, yes, no);
            }
            return value.equals(yes);
        });
    }

    private static List<TieRule> ties(String text) {
        return Arrays.stream(text.split(","))
                .map(it -> TieRule.of(it.strip()).orElseThrow(() -> new Refusal("voting.pb.tie", it.strip())))
                .toList();
    }

    private static SortedMap<String, Long> weights(String text) {
        try {
            return new TreeMap<>(Arrays.stream(text.split(","))
                    .map(it -> it.split("=", 2))
                    .collect(Collectors.toMap(
                            it -> it[0].strip(), it -> Fraction.parse(it[1]).whole())));
        } catch (ArithmeticException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new Refusal("voting.pb.weights", text);
        }
    }
}
