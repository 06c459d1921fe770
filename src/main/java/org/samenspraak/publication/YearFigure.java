package org.samenspraak.publication;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A plot of the yearly report, with the same numbers as a table.
 *
 * @param key of its texts, {@code publication.year.<key>}
 * @param said what else there is to know of it, in sentences above the plot
 */
record YearFigure(String key, List<Said> said, List<Bar> bars) {

    /** @param least smaller numbers are hidden, see {@link SmallCells}; 0 hides none */
    static YearFigure of(String key, List<Said> said, List<Counted> counted, int least) {
        var shown = SmallCells.hide(counted.stream().map(Counted::count).toList(), least);
        var longest =
                Math.max(1, shown.stream().mapToLong(one -> one.orElse(0)).max().orElse(1));
        return new YearFigure(
                key,
                said,
                IntStream.range(0, counted.size())
                        .mapToObj(at -> new Bar(
                                counted.get(at).code(),
                                counted.get(at).name(),
                                shown.get(at),
                                shown.get(at).orElse(0) * 100.0 / longest))
                        .toList());
    }

    public String title() {
        return "publication.year." + key;
    }

    public boolean isEmpty() {
        return bars.stream()
                .allMatch(bar -> bar.count().isPresent() && bar.count().getAsLong() == 0);
    }

    /** Whether a number is left out of it. */
    public boolean hides() {
        return bars.stream().anyMatch(Bar::isHidden);
    }

    /** @param code what is counted: of a measure, or the id of an area */
    record Counted(String code, String name, long count) {}

    /**
     * @param number that the sentence tells
     * @param words the sentence
     */
    record Said(String code, Number number, String words) {}

    /**
     * @param count empty when it is too small to show
     * @param length in hundredths of the plot
     */
    record Bar(String code, String name, OptionalLong count, double length) {

        public boolean isHidden() {
            return count.isEmpty();
        }

        /** Empty when hidden. */
        public String number() {
            return count.isPresent() ? String.valueOf(count.getAsLong()) : "";
        }
    }
}
