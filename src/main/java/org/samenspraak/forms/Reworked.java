package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was typed, with a row more or less, or in another place. */
final class Reworked {

    static final Pattern ROW = Pattern.compile("(.{1,200})\\[(\\d{1,3})\\]");

    private Reworked() {}

    /** Nothing when no button inside the form was pressed. */
    static Optional<Typed> of(Form form, Map<String, List<String>> sent) {
        var typed = Typed.of(form, sent);
        if (sent.containsKey(Typed.ADD)) {
            return Optional.of(added(typed, first(sent, Typed.ADD)));
        }
        if (sent.containsKey(Typed.PASTE)) {
            return Optional.of(pasted(form, typed, first(sent, Typed.PASTE)));
        }
        for (var button : List.of(Typed.REMOVE, Typed.UP, Typed.DOWN)) {
            var row = ROW.matcher(first(sent, button));
            if (sent.containsKey(button)) {
                return Optional.of(
                        row.matches() ? pressed(typed, button, row.group(1), Integer.parseInt(row.group(2))) : typed);
            }
        }
        return sent.containsKey(Typed.UPDATE) || sent.containsKey(Typed.DROP) ? Optional.of(typed) : Optional.empty();
    }

    static String first(Map<String, List<String>> sent, String name) {
        var texts = sent.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : texts.get(0);
    }

    private static Typed added(Typed typed, String list) {
        return arranged(typed, list, rows -> {
            if (rows.size() < Typed.MOST_ROWS) {
                rows.add(RowIds.fresh(rows));
            }
            return rows;
        });
    }

    private static Typed pressed(Typed typed, String button, String list, int row) {
        return arranged(typed, list, rows -> {
            var other = button.equals(Typed.UP) ? row - 1 : row + 1;
            if (button.equals(Typed.REMOVE) && row < rows.size()) {
                rows.remove(row);
            } else if (!button.equals(Typed.REMOVE) && other >= 0 && Math.max(row, other) < rows.size()) {
                Collections.swap(rows, row, other);
            }
            return rows;
        });
    }

    private static Typed arranged(Typed typed, String list, UnaryOperator<List<String>> change) {
        var rows = typed.rows(list);
        if (rows == null || rows > Typed.MOST_ROWS) {
            return typed;
        }
        var before = RowIds.of(typed, list, rows);
        return RowIds.arranged(typed, list, before, change.apply(new ArrayList<>(before)));
    }

    private static void put(Map<String, List<String>> texts, String row, @Nullable String field, String text) {
        if (field != null && !text.isEmpty()) {
            texts.put(row + field, List.of(text));
        }
    }

    /** What stands in the field beside the list goes into rows of its own; rows in which nothing was typed go. */
    private static Typed pasted(Form form, Typed typed, String list) {
        var into = form.pasted().get(list);
        var rows = typed.rows(list);
        if (into == null || rows == null || rows > Typed.MOST_ROWS) {
            return typed;
        }
        var points = PastedRows.of(typed.first(Typed.PASTED + list));
        var kept = new ArrayList<String>();
        var before = RowIds.of(typed, list, rows);
        for (int i = 0; i < rows; i++) {
            if (typed.isFilled(list + "[" + i + "].")) {
                kept.add(before.get(i));
            }
        }
        if (points.isEmpty() || kept.size() + points.size() > Typed.MOST_ROWS) {
            return typed;
        }
        var first = kept.size();
        points.forEach(it -> kept.add(RowIds.fresh(kept)));
        var texts =
                new LinkedHashMap<>(RowIds.arranged(typed, list, before, kept).texts());
        for (int i = 0; i < points.size(); i++) {
            var row = list + "[" + (first + i) + "].";
            var point = points.get(i);
            put(texts, row, into.property("paste"), point.text());
            put(texts, row, into.property("pasteHeading"), point.heading());
            put(texts, row, into.property("pastePage"), point.page());
        }
        texts.put(Typed.PASTED + list, List.of(""));
        return new Typed(texts, typed.tooLong());
    }
}
