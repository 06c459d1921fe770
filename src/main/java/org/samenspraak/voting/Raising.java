package org.samenspraak.voting;

import java.util.Arrays;
import org.samenspraak.kernel.Refusal;

/**
 * Add1: everybody's share is raised step by step, as long as what it pays fits the budget and something that somebody supports is not
 * paid yet. Steps that certainly change nothing are passed over, and counted.
 */
final class Raising {

    private static final int MOST_RUNS = 100_000;
    private static final long EURO = 100;
    /** Steps that are tried one by one before it pays to look ahead, and how far is looked at first. */
    private static final long FAR = 64;

    private final SharesInput input;
    private final long budget;
    private final long step;
    private final int mostRuns;

    private long all;
    private long steps;
    private int runs;
    private SharesRun run;

    /** @param first all the budget divided once */
    Raising(SharesInput input, SharesRule rule, long budget, SharesRun first) {
        this(input, rule, budget, first, MOST_RUNS);
    }

    /** @param mostRuns after which it gives up, so that no file can keep a count going for ever */
    Raising(SharesInput input, SharesRule rule, long budget, SharesRun first, int mostRuns) {
        var voters = input.voters();
        this.input = input;
        this.budget = budget;
        this.step = rule.step() * voters;
        this.mostRuns = mostRuns;
        this.all = rule.whole() ? budget - (budget - budget / voters / EURO * EURO * voters) % step : budget;
        this.run = first;
    }

    /**
     * Goes to the last step that fits.
     *
     * @return whether the next one pays more than the budget; otherwise all is paid
     * @throws Refusal when it takes too long
     */
    boolean go() {
        var look = FAR;
        while (run.rounds().size() < input.supported().size()) {
            var idle = (run.staysUpTo() - all) / step;
            if (idle == 0 && runs >= look) {
                idle = ahead();
                look = runs + (idle > 0 ? 1 : FAR);
            }
            steps += idle;
            all += idle * step;
            var next = run(all + step);
            if (next.spent() > budget) {
                run = idle > 0 ? run(all) : run;
                return true;
            }
            steps++;
            all += step;
            run = next;
        }
        return false;
    }

    /** What the last step pays. */
    SharesRun run() {
        return run;
    }

    long steps() {
        return steps;
    }

    /** What the last step divides, in cents. */
    long all() {
        return steps > 0 ? all : budget;
    }

    /** What the step after the last one divides, in cents. */
    long next() {
        return all + step;
    }

    /** How many steps from here certainly pay the same; none when these are fewer than {@value #FAR}. */
    private long ahead() {
        var here = trace(0);
        var same = 0L;
        for (var far = FAR; far < most() && Arrays.equals(here, trace(far)); far *= 2) {
            same = far;
        }
        for (var more = same / 2; more > 0; more /= 2) {
            same += Arrays.equals(here, trace(same + more)) ? more : 0;
        }
        return same;
    }

    private byte[] trace(long further) {
        tick();
        return SharesRun.trace(input, all + further * step, budget);
    }

    private SharesRun run(long divided) {
        tick();
        return new SharesRun(input, divided).upTo(budget);
    }

    private void tick() {
        if (runs++ == mostRuns || most() <= 1) {
            throw new Refusal("voting.rule.many-steps", mostRuns);
        }
    }

    /** Steps before amounts could run over. */
    private long most() {
        return (Long.MAX_VALUE / 2 - all) / step;
    }
}
