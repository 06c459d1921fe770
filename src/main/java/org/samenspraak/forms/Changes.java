package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays two sendings of a form beside each other, question by question by its path, also when the schema changed between
 * them. Which rows are the same, {@link SameRows} says; a row that stands in one of both is told whole.
 */
class Changes {

    private final Evaluator evaluator;
    private final Shown shown;

    Changes(Evaluator evaluator, Shown shown) {
        this.evaluator = evaluator;
        this.shown = shown;
    }

    /** @param contacts with the answers of fields marked {@code personal: contact} */
    List<Change> between(Reading earlier, Reading later, boolean contacts, Locale locale) {
        var same = SameRows.of(earlier, later);
        var before = new Side(earlier, same::get, "gone ", contacts, locale).said();
        var after = new Side(later, it -> same.containsValue(it) ? it : null, "", contacts, locale).said();
        return inOrder(before.keySet(), after.keySet()).stream()
                .filter(it -> differ(before.get(it), after.get(it)))
                .map(it -> change(before.get(it), after.get(it)))
                .toList();
    }

    /** The same answer may be said otherwise by a later schema, and the same words be kept otherwise. */
    private static boolean differ(@Nullable Said before, @Nullable Said after) {
        return before == null
                || after == null
                || !(before.words.equals(after.words) || Objects.equals(before.value, after.value));
    }

    private static Change change(@Nullable Said before, @Nullable Said after) {
        var said = after == null ? Objects.requireNonNull(before) : after;
        return new Change(
                said.where,
                said.label,
                before == null ? null : before.told,
                after == null ? null : after.told,
                said.row);
    }

    /** The order of the later form; what is gone comes after what it stood behind. */
    private static Set<String> inOrder(Set<String> before, Set<String> after) {
        var gone = new LinkedHashMap<String, List<String>>();
        var last = "";
        for (var path : before) {
            if (after.contains(path)) {
                last = path;
            } else {
                gone.computeIfAbsent(last, it -> new ArrayList<>()).add(path);
            }
        }
        var paths = new LinkedHashSet<>(gone.getOrDefault("", List.of()));
        for (var path : after) {
            paths.add(path);
            paths.addAll(gone.getOrDefault(path, List.of()));
        }
        return paths;
    }

    /**
     * @param words for comparing
     * @param told the same, or that the reader need not know
     */
    private record Said(String where, String label, @Nullable Object value, String words, String told, boolean row) {}

    private class Side {

        private final Reading reading;
        private final Function<String, @Nullable String> same;
        private final String alone;
        private final boolean contacts;
        private final Locale locale;

        /**
         * @param same prefix of a row to the one that both sides know it by, none for a row without another
         * @param alone before the prefix of such a row
         */
        Side(Reading reading, Function<String, @Nullable String> same, String alone, boolean contacts, Locale locale) {
            this.reading = reading;
            this.same = same;
            this.alone = alone;
            this.contacts = contacts;
            this.locale = locale;
        }

        Map<String, Said> said() {
            return said(reading.form().fields(), reading.top(), "", "", "");
        }

        /**
         * @param own prefix of the row around
         * @param common what both sides know it by
         */
        private Map<String, Said> said(List<Field> fields, Here here, String where, String own, String common) {
            var said = new LinkedHashMap<String, Said>();
            for (var field : fields) {
                if (!reading.visible(field, here)) {
                    continue;
                }
                var label = evaluator.text(field.label(locale), here);
                if (field.kind() == Kind.GROUP) {
                    said.putAll(said(field.parts(), here.inside(field).get(0), inside(where, label), own, common));
                } else if (field.kind() == Kind.DYNAMICLIST) {
                    here.inside(field).forEach(row -> said.putAll(row(field, row, where)));
                } else if (field.kind().asks()) {
                    var words = shown.words(field, here, locale);
                    var told = field.isContact() && !contacts ? shown.kept(locale) : words;
                    var key = common + here.path(field).substring(own.length());
                    said.put(key, new Said(where, label, here.value(field), words, told, false));
                }
            }
            return said;
        }

        private Map<String, Said> row(Field list, Here row, String where) {
            var name = list.entry(locale) + " " + row.rows().get(row.rows().size() - 1);
            var common = same.apply(row.prefix());
            var said = said(list.parts(), row, inside(where, name), row.prefix(), common == null ? "" : common);
            if (common != null) {
                return said;
            }
            var told = said.values().stream()
                    .filter(it -> !it.words.isBlank())
                    .map(it -> Shown.lead(it.label) + " " + it.told)
                    .collect(Collectors.joining("\n"));
            return Map.of(alone + row.prefix(), new Said(where, name, null, told, told, true));
        }

        private static String inside(String where, String name) {
            return Stream.of(where, name).filter(it -> !it.isBlank()).collect(Collectors.joining(" · "));
        }
    }
}
