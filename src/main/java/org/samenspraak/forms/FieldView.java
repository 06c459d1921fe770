package org.samenspraak.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field as a page shows it, all texts in the reader's language.
 *
 * @param kind the fragment that draws it
 * @param path HTML name, and id of its (first) control
 * @param value as its control holds it; in a sent form, in words
 * @param column class for the columns of its row, or empty
 * @param more what only its own fragment reads
 * @param lines inside a group
 * @param rows of a list
 */
record FieldView(
        String kind,
        String path,
        String label,
        String description,
        @Nullable String help,
        @Nullable String source,
        boolean required,
        boolean fixed,
        boolean updates,
        String value,
        Set<String> chosen,
        List<Offers.Offer> options,
        @Nullable String error,
        String column,
        Map<String, Object> more,
        List<Line> lines,
        List<Row> rows) {

    /**
     * Fields beside each other.
     *
     * @param columns class of the row, or empty for a field on its own
     */
    record Line(String columns, List<FieldView> fields) {}

    /** @param path for the button that removes it */
    record Row(int number, String path, List<Line> lines) {}

    /** Ids of the texts that belong to the control, or null when there are none. */
    public @Nullable String describedBy() {
        var ids = Stream.of(
                        description.isEmpty() ? "" : path + "-description",
                        help == null && source == null ? "" : path + "-help",
                        error == null ? "" : path + "-error")
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
