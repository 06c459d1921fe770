package org.samenspraak.forms;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field as a page shows it, all texts in the reader's language.
 *
 * @param kind the fragment that draws it
 * @param path HTML name, and id of its (first) control
 * @param value as its control holds it; in a sent form, in words
 * @param ticked of a box
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
        boolean ticked,
        List<Option> options,
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

    /** @param id of its control; the first has that of the field, for who comes from the error summary */
    record Option(String id, String value, String label, boolean chosen) {}

    /**
     * @param path for the buttons that remove and move it
     * @param id what it is known by wherever it stands
     * @param key the same with its list
     */
    record Row(int number, String path, String id, String key, boolean last, List<Line> lines) {

        public boolean isFirst() {
            return number == 1;
        }
    }

    /** Lines of a text: six to write in; what can only be read is seen whole, as far as it is not very long. */
    public int height() {
        var lines = value.lines().mapToInt(line -> 1 + line.length() / 70).sum();
        return fixed ? Math.min(24, Math.max(kind.equals("textfield") ? 1 : 2, lines)) : 6;
    }

    /** All of them, also inside groups and lists, in the order of the page. */
    static Stream<FieldView> all(List<Line> lines) {
        return lines.stream().flatMap(line -> line.fields().stream()).flatMap(it -> Stream.of(
                        Stream.of(it), all(it.lines()), it.rows().stream().flatMap(row -> all(row.lines())))
                .flatMap(part -> part));
    }

    /** Those that can be filled in. */
    static Stream<FieldView> asking(List<Line> lines) {
        return all(lines)
                .filter(it ->
                        !it.fixed() && Kind.of(it.kind()).filter(Kind::asks).isPresent());
    }

    /** The names of its rows in their order, for the page to send back. */
    public String rowIds() {
        return rows.stream().map(Row::id).collect(Collectors.joining(" "));
    }

    // what a template asks of every field is worked out here: expressions take most of the time of a page

    public @Nullable String ariaRequired() {
        return isNeeded() ? "true" : null;
    }

    public @Nullable String ariaInvalid() {
        return isWrong() ? "true" : null;
    }

    public boolean isNeeded() {
        return required && !fixed;
    }

    public boolean isWrong() {
        return error != null;
    }

    public boolean isExplained() {
        return help != null || source != null;
    }

    /** Whether something is said below its control. */
    public boolean isNoted() {
        return fixed || updates || more.containsKey("limit");
    }

    /** Ids of the texts that belong to the control, or null when there are none. */
    public @Nullable String describedBy() {
        var ids = Stream.of(
                        description.isEmpty() ? "" : path + "-description",
                        isExplained() ? path + "-help" : "",
                        error == null ? "" : path + "-error")
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
