package org.samenspraak.voting;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samenspraak.kernel.Refusal;

/**
 * The Method of Equal Shares (Peters, Pierczyński and Skowron 2021). With Add1 everybody's share is raised step by step, up to the
 * last step at which what it pays fits the budget; then what is left can go to what fits, by score.
 */
final class EqualShares {

    private static final int MOST_RUNS = 100_000;
    private static final long EURO = 100;

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

    /** As long as what it pays fits the budget, and something that somebody supports is not paid yet. */
    private SharesRun raised(SharesInput input, SharesRun first) {
        var voters = tally.voters();
        var step = rule.step() * voters;
        var all = rule.whole() ? budget - (budget - budget / voters / EURO * EURO * voters) % step : budget;
        var steps = 0L;
        var run = first;
        for (var runs = 0; run.rounds().size() < input.supported().size(); runs++) {
            if (runs == MOST_RUNS || all > Long.MAX_VALUE / 2) {
                throw new Refusal("voting.rule.many-steps", MOST_RUNS);
            }
            var idle = (run.staysUpTo() - all) / step;
            steps += idle;
            all += idle * step;
            var next = new SharesRun(input, all + step).upTo(budget);
            if (next.spent() > budget) {
                minutes.say(Step.of("voting.shares.enough", share(all + step)));
                run = idle > 0 ? new SharesRun(input, all).upTo(budget) : run;
                break;
            }
            steps++;
            all += step;
            run = next;
        }
        minutes.say(Step.of("voting.shares.raised", steps, share(steps > 0 ? all : budget)));
        return run;
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
