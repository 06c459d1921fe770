package org.samenspraak.voting;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Equal Shares with one share for everybody: again and again the project whose supporters pay least for what it is worth. */
final class SharesRun {

    /**
     * A project that was paid.
     *
     * @param payers how many voters paid for it
     * @param price of a point, in cents
     * @param tied all that were as good, the project itself first
     */
    record Round(int project, long payers, Price price, List<Integer> tied) {}

    /** The price of a point, exactly; not in lowest terms, which is seldom needed. */
    record Price(BigInteger top, BigInteger bottom) {

        Fraction exact() {
            return new Fraction(top, bottom);
        }
    }

    /** A project that could be paid, with what a point costs for each cent (or each project) that it is worth. */
    private record Offer(int project, Bounds bounds) {}

    private final SharesInput input;
    private final Purses purses;
    private final Spread spread;
    /** What each project must cost for what it is worth. */
    private final double[] atLeast;

    private final long all;
    private final List<Integer> open;
    private final List<Round> rounds = new ArrayList<>();
    private long spent;
    /** Whether somebody could not pay as much as the others for something. */
    private boolean capped;
    /** Of all that was compared, when it is asked for. */
    private final @Nullable MessageDigest trace;
    /** All voters get at least this more before somebody can pay what now nobody can, in cents. */
    private double lack = Double.POSITIVE_INFINITY;

    /** @param all what is divided over the voters, in cents; can be more than the budget */
    SharesRun(SharesInput input, long all) {
        this(input, all, null);
    }

    private SharesRun(SharesInput input, long all, @Nullable MessageDigest trace) {
        this.input = input;
        this.all = all;
        this.trace = trace;
        this.purses = new Purses(all, input.voters());
        var purseOf = new int[input.weights().length];
        Arrays.fill(purseOf, Purses.FULL);
        this.spread = new Spread(input.weights(), purses, purseOf);
        this.atLeast = input.atLeast().clone();
        this.open = new ArrayList<>(input.supported());
    }

    /** Goes on until nothing can be paid any more, or more than this was spent. */
    SharesRun upTo(long most) {
        var offers = offers();
        while (!offers.isEmpty() && spent <= most) {
            pay(input.ties().ordered(best(offers)));
            offers = offers();
        }
        return this;
    }

    /**
     * The print of all that a run compared: for each project before each payment who could pay the price and who could not, and what was
     * best. Where that is the same, purses and prices go up and down evenly with the share, so what held for two shares holds for each
     * share between them: they give the same payments.
     */
    static byte[] trace(SharesInput input, long all, long most) {
        var trace = Seed.sha256();
        new SharesRun(input, all, trace).upTo(most);
        return trace.digest();
    }

    List<Round> rounds() {
        return rounds;
    }

    long spent() {
        return spent;
    }

    /**
     * What can be divided, in cents, with certainly the same payments: who could pay still can, for the same price, and what was too
     * much still is.
     */
    long staysUpTo() {
        return capped ? all : all + (long) Math.max(0, Math.floor(Math.nextDown(lack * (double) input.voters())));
    }

    /** What the supporters of a project have left together, in cents. */
    Fraction left(int project) {
        return new Fraction(spread.left(input.supporters(project)), purses.denominator());
    }

    /**
     * What could be the best. A project never gets better, as purses only get emptier: once the others were worse than the best
     * already, they need not be looked at.
     */
    private List<Offer> offers() {
        if (trace == null) {
            open.sort(Comparator.comparingDouble(it -> atLeast[it]));
        }
        var offers = new ArrayList<Offer>();
        var broke = new ArrayList<Integer>();
        var best = Double.POSITIVE_INFINITY;
        for (var project : open) {
            if (trace == null && atLeast[project] > best) {
                break;
            }
            var enough = lay(project);
            if (trace != null) {
                trace.update(spread.print(project, enough));
            }
            if (enough) {
                capped |= spread.isCapped();
                var bounds = spread.price().over(input.worth(project));
                atLeast[project] = bounds.low();
                best = Math.min(best, bounds.high());
                offers.add(new Offer(project, bounds));
            } else {
                lack = Math.min(lack, spread.lack());
                broke.add(project);
            }
        }
        open.removeAll(broke);
        var most = best;
        offers.removeIf(it -> it.bounds().low() > most);
        return offers;
    }

    private List<Integer> best(List<Offer> offers) {
        if (offers.size() == 1) {
            return List.of(offers.get(0).project());
        }
        var exact = offers.stream()
                .map(it -> Map.entry(it.project(), exact(it.project())))
                .toList();
        var best = exact.stream()
                .map(Map.Entry::getValue)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return exact.stream()
                .filter(it -> it.getValue().compareTo(best) == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Times the denominator of the purses, which all have. */
    private Fraction exact(int project) {
        lay(project);
        return new Fraction(
                spread.top(),
                BigInteger.valueOf(spread.ablePoints()).multiply(BigInteger.valueOf(input.worth(project))));
    }

    private void pay(List<Integer> tied) {
        var project = tied.get(0);
        if (trace != null) {
            trace.update(tied.toString().getBytes(StandardCharsets.UTF_8));
        }
        lay(project);
        var bottom = purses.denominator().multiply(BigInteger.valueOf(spread.ablePoints()));
        rounds.add(new Round(project, spread.payers(), new Price(spread.top(), bottom), tied));
        spread.pay(input.supporters(project));
        spent += input.costs()[project];
        open.remove(project);
    }

    private boolean lay(int project) {
        return spread.lay(input.costs()[project], input.supporters(project));
    }
}
