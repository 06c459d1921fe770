package org.samenspraak.insight;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One plot of the overview, which is a table as well.
 *
 * @param key of its texts, {@code insight.figure.<key>}, and its name in addresses
 * @param quarter that it is about; none is now
 * @param columns messages over the numbers
 * @param rows one a bar
 */
public record Figure(String key, @Nullable String quarter, List<String> columns, List<Row> rows) {

    /** The bar of the largest number is as long as the plot. */
    public long longest() {
        return rows.stream().mapToLong(row -> row.bar().all()).max().orElse(0);
    }

    /**
     * @param note after the name, in words, or none
     * @param cells of which the first has the list that the bar leads to
     */
    public record Row(String name, @Nullable String note, List<Cell> cells, Bar bar) {}

    /**
     * @param all how long it is
     * @param part how much of it is dark
     * @param late whether the dark part is too late
     */
    public record Bar(long all, long part, boolean late) {}

    /**
     * @param number empty when there is nothing to say
     * @param url of the list that it counts, or none
     */
    public record Cell(Optional<Long> number, String unit, @Nullable String url) {

        public static Cell of(long number, @Nullable String url) {
            return new Cell(Optional.of(number), "", number == 0 ? null : url);
        }

        public String text() {
            return number.map(it -> it + unit).orElse("–");
        }
    }
}
