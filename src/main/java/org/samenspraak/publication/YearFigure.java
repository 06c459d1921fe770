package org.samenspraak.publication;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A plot of the yearly report, with the same numbers as a table.
 *
 * @param key of its texts, {@code publication.year.<key>}
 */
record YearFigure(String key, List<Bar> bars) {

    /** As they are. */
    static YearFigure of(String key, List<String> names, List<Long> counts) {
        return of(key, names, counts, 0);
    }

    /** @param least smaller numbers are hidden, see {@link SmallCells} */
    static YearFigure of(String key, List<String> names, List<Long> counts, int least) {
        var shown = SmallCells.hide(counts, least);
        var longest =
                Math.max(1, shown.stream().mapToLong(one -> one.orElse(0)).max().orElse(1));
        return new YearFigure(
                key,
                IntStream.range(0, names.size())
                        .mapToObj(at -> new Bar(
                                names.get(at), shown.get(at), shown.get(at).orElse(0) * 100.0 / longest))
                        .toList());
    }

    public String title() {
        return "publication.year." + key;
    }

    public boolean isEmpty() {
        return bars.stream()
                .allMatch(bar -> bar.count().isPresent() && bar.count().getAsLong() == 0);
    }

    /**
     * @param count empty when it is too small to show
     * @param length in hundredths of the plot
     */
    record Bar(String name, OptionalLong count, double length) {

        public boolean isHidden() {
            return count.isEmpty();
        }

        /** Empty when hidden. */
        public String number() {
            return count.isPresent() ? String.valueOf(count.getAsLong()) : "";
        }
    }
}
