package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Whole numbers for exact ones, with the same sum: all are rounded down, then the largest remainders get one more. */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Of equal remainders the one that stands first goes first.
     *
     * @param exact not below zero, with a whole sum
     */
    static List<Long> of(List<Fraction> exact) {
        var whole = new ArrayList<Long>();
        exact.forEach(it -> whole.add(it.floor().longValueExact()));
        var rest =
                Fraction.sum(exact).whole() - whole.stream().mapToLong(it -> it).sum();
        IntStream.range(0, exact.size())
                .boxed()
                .sorted(Comparator.comparing(
                        it -> exact.get(it).minus(Fraction.of(whole.get(it))), Comparator.reverseOrder()))
                .limit(rest)
                .forEach(it -> whole.set(it, whole.get(it) + 1));
        return whole;
    }

    /** Divides a whole number in proportion to weights that are not all zero. */
    static List<Long> divided(long total, List<Long> weights) {
        var all = weights.stream().mapToLong(it -> it).sum();
        return of(weights.stream().map(it -> Fraction.of(it, all).times(total)).toList());
    }
}
