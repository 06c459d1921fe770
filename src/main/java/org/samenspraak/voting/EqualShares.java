package org.samenspraak.voting;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Method of Equal Shares (Peters, Pierczyński and Skowron 2021). With Add1 everybody's share is raised step by step, up to the
 * last step at which what it pays fits the budget; then what is left can go to what fits, by score.
 */
final class EqualShares {

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
        var run = new SharesRun(input, budget).upTo(budget);
        minutes.say(Step.of("voting.shares.start", share(budget)));
        return tally.election().rule().method() == CountRule.Method.EQUAL_SHARES ? run : raised(input, run);
    }

    private SharesRun raised(SharesInput input, SharesRun first) {
        var raising = new Raising(input, rule, budget, first);
        if (raising.go()) {
            minutes.say(Step.of("voting.shares.enough", share(raising.next())));
        }
        minutes.say(Step.of("voting.shares.raised", raising.steps(), share(raising.all())));
        return raising.run();
    }

    private void fund(SharesRun.Round round) {
        if (round.tied().size() > 1) {
            minutes.tie(round.tied(), ties.told(round.tied()));
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
