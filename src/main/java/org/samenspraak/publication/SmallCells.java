package org.samenspraak.publication;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Hides numbers so small that they may tell about one person. The total of a table may be known: so whatever is hidden, its sum is
 * not small either, and it is never one number alone. Nothing at all is no secret.
 */
final class SmallCells {

    private SmallCells() {}

    /**
     * @param least the smallest number that is shown
     * @return in the same order; empty for what is hidden
     */
    static List<OptionalLong> hide(List<Long> counts, int least) {
        var hidden = new ArrayList<Integer>();
        IntStream.range(0, counts.size())
                .filter(at -> counts.get(at) > 0 && counts.get(at) < least)
                .forEach(hidden::add);
        var others = IntStream.range(0, counts.size())
                .boxed()
                .filter(at -> counts.get(at) >= least)
                .sorted(Comparator.comparing(counts::get))
                .iterator();
        while (!hidden.isEmpty() && (hidden.size() == 1 || sum(counts, hidden) < least) && others.hasNext()) {
            hidden.add(others.next());
        }
        return IntStream.range(0, counts.size())
                .mapToObj(at -> hidden.contains(at) ? OptionalLong.empty() : OptionalLong.of(counts.get(at)))
                .toList();
    }

    private static long sum(List<Long> counts, List<Integer> those) {
        return those.stream().mapToLong(counts::get).sum();
    }
}
