package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers of a draft in the language of who reads them: "1.250" typed in Dutch is 1250, and in English 1.25. */
final class Retyped {

    private Retyped() {}

    /** What all of them hold together. */
    static Map<String, Object> of(Form form, Collection<DraftRecords.Row> rows, Locale now) {
        var typed = new LinkedHashMap<String, Object>();
        var shown = new LinkedHashSet<Object>();
        rows.forEach(row -> of(form, row, now).forEach((name, texts) -> {
            if (name.equals(Typed.SHOWN) && texts instanceof List<?> list) {
                shown.addAll(list);
            } else {
                typed.put(name, texts);
            }
        }));
        typed.put(Typed.SHOWN, new ArrayList<>(shown));
        return new LinkedHashMap<>(RowIds.byNumber(Typed.texts(typed)));
    }

    private static Map<String, Object> of(Form form, DraftRecords.Row row, Locale now) {
        var then = Locale.forLanguageTag(row.language());
        if (then.getLanguage().equals(now.getLanguage())) {
            return row.typed();
        }
        var all = new LinkedHashMap<String, Object>();
        row.typed()
                .forEach((name, texts) -> all.put(
                        name,
                        isNumber(form, name) && texts instanceof List<?> list
                                ? list.stream()
                                        .map(it -> retype(String.valueOf(it), then, now))
                                        .toList()
                                : texts));
        return all;
    }

    private static boolean isNumber(Form form, String name) {
        var key = Typed.lastKey(name);
        var fields =
                form.all().filter(it -> Typed.lastKey(it.key()).equals(key)).toList();
        return !fields.isEmpty()
                && fields.stream().allMatch(it -> it.kind() == Kind.NUMBER || "money".equals(it.format()));
    }

    /** What can't be read stays as it was typed. */
    private static String retype(String text, Locale then, Locale now) {
        return Notation.number(text, then)
                .or(() -> Notation.money(text, then))
                .map(it -> Notation.typed(it, now))
                .orElse(text);
    }
}
