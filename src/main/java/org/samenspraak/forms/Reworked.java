package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was typed, with a row more or less. */
final class Reworked {

    static final Pattern ROW = Pattern.compile("(.{1,200})\\[(\\d{1,3})\\]");

    private Reworked() {}

    /** Nothing when no button inside the form was pressed. */
    static Optional<Typed> of(Form form, Map<String, List<String>> sent) {
        var typed = Typed.of(form, sent);
        if (sent.containsKey(Typed.ADD)) {
            return Optional.of(added(typed, first(sent, Typed.ADD)));
        }
        if (sent.containsKey(Typed.REMOVE)) {
            var row = ROW.matcher(first(sent, Typed.REMOVE));
            return Optional.of(row.matches() ? removed(typed, row.group(1), Integer.parseInt(row.group(2))) : typed);
        }
        return sent.containsKey(Typed.UPDATE) || sent.containsKey(Typed.DROP) ? Optional.of(typed) : Optional.empty();
    }

    static String first(Map<String, List<String>> sent, String name) {
        var texts = sent.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : texts.get(0);
    }

    private static Typed added(Typed typed, String path) {
        var rows = typed.rows(path);
        if (rows == null) {
            return typed;
        }
        var texts = new LinkedHashMap<>(typed.texts());
        texts.put(Typed.ROWS + path, List.of(String.valueOf(Math.min(rows + 1, Typed.MOST_ROWS))));
        return new Typed(texts, typed.tooLong());
    }

    private static Typed removed(Typed typed, String path, int gone) {
        var rows = typed.rows(path);
        if (rows == null || gone >= rows) {
            return typed;
        }
        var texts = new LinkedHashMap<String, List<String>>();
        typed.texts().forEach((name, values) -> {
            if (name.equals(Typed.SHOWN)) {
                var kept = new ArrayList<String>();
                values.forEach(it -> moved(it, path, gone).ifPresent(kept::add));
                texts.put(name, kept);
            } else {
                moved(name, path, gone).ifPresent(it -> texts.put(it, values));
            }
        });
        texts.put(Typed.ROWS + path, List.of(String.valueOf(rows - 1)));
        return new Typed(texts, typed.tooLong());
    }

    /** The name after the row is gone; nothing for what stood in it. */
    private static Optional<String> moved(String name, String path, int gone) {
        var counter = name.startsWith(Typed.ROWS) ? Typed.ROWS : "";
        var start = counter + path + "[";
        var end = name.startsWith(start) ? name.indexOf(']', start.length()) : -1;
        if (end < 0 || !name.substring(start.length(), end).matches("\\d{1,3}")) {
            return Optional.of(name);
        }
        var row = Integer.parseInt(name.substring(start.length(), end));
        return row == gone
                ? Optional.empty()
                : Optional.of(row < gone ? name : start + (row - 1) + name.substring(end));
    }
}
