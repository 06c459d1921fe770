package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.samenspraak.voting.Lot.Candidate;
import org.samenspraak.voting.Lot.Criterion;

/**
 * What is published about a draw: for each criterion how many candidates and how many members have each value, in such a way that no
 * number under five is shown or can be found by subtraction. Tables are of one criterion only: crossed they would point at
 * people.
 */
public final class LotCounts {

    public static final long LEAST = 5;

    /**
     * A number that is not shown is empty.
     *
     * @param value empty for who did not tell theirs
     */
    public record Line(String value, OptionalLong candidates, OptionalLong members) {}

    private LotCounts() {}

    /** One line for each value in its order, and one for who did not tell theirs, if there are such. */
    public static List<Line> of(Criterion criterion, List<Candidate> candidates, List<Candidate> members) {
        var values = new ArrayList<>(criterion.population().keySet());
        if (candidates.stream().anyMatch(it -> it.value(criterion).isEmpty())) {
            values.add("");
        }
        var all = counts(criterion, values, candidates);
        var drawn = counts(criterion, values, members);
        var others = IntStream.range(0, all.length)
                .mapToLong(it -> all[it] - drawn[it])
                .toArray();
        var allHidden = new boolean[all.length];
        hide(allHidden, all, it -> all[it] < LEAST, () -> canBeFound(all, allHidden));
        var drawnHidden = allHidden.clone();
        hide(
                drawnHidden,
                drawn,
                it -> drawn[it] < LEAST || others[it] < LEAST,
                () -> canBeFound(drawn, drawnHidden) || canBeFound(others, drawnHidden));
        return IntStream.range(0, values.size())
                .mapToObj(it -> new Line(values.get(it), shown(all, allHidden, it), shown(drawn, drawnHidden, it)))
                .toList();
    }

    /** Hides the small ones, and then the next smallest as long as one can be found. */
    private static void hide(boolean[] hidden, long[] counts, IntPredicate isSmall, BooleanSupplier canBeFound) {
        IntStream.range(0, counts.length).filter(isSmall).forEach(it -> hidden[it] = true);
        while (canBeFound.getAsBoolean()) {
            IntStream.range(0, counts.length)
                    .filter(it -> !hidden[it])
                    .boxed()
                    .min(Comparator.comparingLong(it -> counts[it]))
                    .ifPresent(it -> hidden[it] = true);
        }
    }

    /**
     * Whether the total, less what is shown, tells a number that is not: there is but one, or they are few together, or all of them must
     * be the largest that is hidden always.
     */
    private static boolean canBeFound(long[] counts, boolean[] hidden) {
        var number = IntStream.range(0, counts.length).filter(it -> hidden[it]).count();
        if (number == 0 || number == counts.length) {
            return false;
        }
        var sum = IntStream.range(0, counts.length)
                .filter(it -> hidden[it])
                .mapToLong(it -> counts[it])
                .sum();
        var largest = IntStream.range(0, counts.length)
                .filter(it -> hidden[it])
                .mapToLong(it -> counts[it])
                .max();
        return number == 1 || sum < LEAST || (largest.orElse(0) < LEAST && sum == number * (LEAST - 1));
    }

    private static OptionalLong shown(long[] counts, boolean[] hidden, int at) {
        return hidden[at] ? OptionalLong.empty() : OptionalLong.of(counts[at]);
    }

    private static long[] counts(Criterion criterion, List<String> values, List<Candidate> people) {
        return values.stream()
                .mapToLong(value -> people.stream()
                        .filter(it -> it.value(criterion).orElse("").equals(value))
                        .count())
                .toArray();
    }
}
