package org.samenspraak.voting;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samenspraak.kernel.Refusal;

/**
 * The Method of Equal Shares (Peters, Pierczyński and Skowron 2021). With Add1 everybody's share is raised step by step, as long
 * as what it pays fits the budget and something more would fit; then what is left can go to what fits, by score.
 */
final class EqualShares {

    /** With a euro a step, the share of a panel of twenty can still grow to what any project of theirs costs. */
    private static final int MOST_STEPS = 100_000;

    private final Tally tally;
    private final Minutes minutes;
    private final Ties ties;
    private final long budget;
    private final SharesRule rule;

    EqualShares(Tally tally, Minutes minutes, Ties ties) {
        this.tally = tally;
        this.minutes = minutes;
        this.ties = ties;
        this.budget = tally.election().budget();
        this.rule = tally.election().rule().shares();
    }

    void count(List<Integer> candidates, Map<Integer, Fraction> scores) {
        if (candidates.isEmpty()) {
            return;
        }
        var input = SharesInput.of(tally, candidates, ties);
        var run = run(input);
        run.rounds().forEach(this::fund);
        var paid = paid(run);
        var rest = candidates.stream().filter(it -> !paid.contains(it)).toList();
        if (rule.completed()) {
            rest.forEach(it -> minutes.say(Step.of(
                    "voting.shares.short",
                    minutes.project(it).label(),
                    Money.euros(minutes.project(it).cost()),
                    euros(run.left(it), 2))));
            minutes.say(Step.of("voting.shares.completed", Money.euros(minutes.left())));
            new Greedy(minutes, ties, false).count(rest, scores);
        } else {
            rest.forEach(it -> minutes.refuse(it, "voting.shares.refused", euros(run.left(it), 2)));
        }
    }

    private SharesRun run(SharesInput input) {
        var atLeast = input.atLeast();
        var voters = tally.voters();
        var euro = 100;
        var all = rule.whole() ? budget / voters / euro * euro * voters : budget;
        var run = new SharesRun(input, atLeast, all).upTo(budget);
        minutes.say(Step.of("voting.shares.start", share(all)));
        if (tally.election().rule().method() == CountRule.Method.EQUAL_SHARES) {
            return run;
        }
        var steps = 0;
        while (leavesRoom(run, input.supported())) {
            var next = new SharesRun(input, atLeast, all + rule.step() * voters).upTo(budget);
            if (next.spent() > budget) {
                minutes.say(Step.of("voting.shares.enough", share(all + rule.step() * voters)));
                break;
            }
            all += rule.step() * voters;
            run = next;
            if (++steps == MOST_STEPS || all > Long.MAX_VALUE / 2) {
                throw new Refusal("voting.rule.many-steps", MOST_STEPS);
            }
        }
        minutes.say(Step.of("voting.shares.raised", steps, share(all)));
        return run;
    }

    /** Whether something that somebody supports would still fit. */
    private boolean leavesRoom(SharesRun run, List<Integer> supported) {
        var paid = paid(run);
        return supported.stream()
                .anyMatch(it -> !paid.contains(it) && minutes.project(it).cost() <= budget - run.spent());
    }

    private void fund(SharesRun.Round round) {
        if (round.tied().size() > 1) {
            minutes.say(ties.told(round.tied()));
        }
        var project = minutes.project(round.project());
        minutes.fund(
                round.project(),
                "voting.shares.funded",
                round.payers(),
                euros(round.price().exact(), 4),
                Money.euros(minutes.left() - project.cost()));
    }

    private BigDecimal share(long all) {
        return euros(Fraction.of(all, tally.voters()), 4);
    }

    /** For people to read, so cut off; amounts are in cents. */
    private static BigDecimal euros(Fraction cents, int digits) {
        return cents.dividedBy(Fraction.of(100)).rounded(digits);
    }

    private static Set<Integer> paid(SharesRun run) {
        var paid = new HashSet<Integer>();
        run.rounds().forEach(it -> paid.add(it.project()));
        return paid;
    }
}
