package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Takes a reading apart into questions, as its page shows them. Two texts that a page shows alike ("1250" and "1.250,00")
 * are the same answer. Left out is what can't be changed there, and files: a browser doesn't send those while somebody types.
 */
class Entries {

    private static final int DIGEST = 12;

    private final Offers offers;
    private final Values values;
    private final Shown shown;

    Entries(Offers offers, Values values, Shown shown) {
        this.offers = offers;
        this.values = values;
        this.shown = shown;
    }

    /** By path, in the order of the form; also questions that are hidden now. */
    Map<String, Entry> of(Reading reading, Locale locale) {
        return of(reading, reading.form().fields(), locale);
    }

    Map<String, Entry> of(Reading reading, List<Field> fields, Locale locale) {
        var entries = new LinkedHashMap<String, Entry>();
        add(fields, reading.top(), new Pen(reading, locale), entries);
        return entries;
    }

    private void add(List<Field> fields, Here here, Pen pen, Map<String, Entry> entries) {
        for (var field : fields) {
            if (field.kind() == Kind.GROUP) {
                add(field.parts(), here.inside(field).get(0), pen, entries);
            } else if (field.kind() == Kind.DYNAMICLIST) {
                addRows(field, here, pen, entries);
            } else if (pen.asks(field, here)) {
                var path = here.path(field);
                var held = new ArrayList<String>();
                pen.held(field, here, held);
                entries.put(path, new Entry(path, null, field.label(pen.locale), digest(held), pen.words(field, here)));
            }
        }
    }

    private void addRows(Field list, Here here, Pen pen, Map<String, Entry> entries) {
        var path = here.path(list);
        var rows = here.inside(list);
        var names = pen.reading.rowIds(path, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var held = new ArrayList<String>();
            list.parts().forEach(it -> pen.held(it, row, held));
            held.replaceAll(it -> it.substring(row.prefix().length()));
            var name = RowIds.path(path, names.get(i));
            var label = list.entry(pen.locale) + " " + (i + 1);
            entries.put(name, new Entry(name, path, label, digest(held), pen.rowWords(list, row)));
        }
        entries.put(path, new Entry(path, null, list.label(pen.locale), digest(names), ""));
        if (list.property("paste") != null) {
            var pasted = Typed.PASTED + path;
            var text = pen.reading.typed() == null ? "" : pen.reading.typed().first(pasted);
            entries.put(pasted, new Entry(pasted, null, list.label(pen.locale), digest(List.of(text)), text));
        }
    }

    private static String digest(List<String> held) {
        return Form.sha256(String.join("\n", held)).substring(0, DIGEST);
    }

    private class Pen {

        private final Reading reading;
        private final Locale locale;

        Pen(Reading reading, Locale locale) {
            this.reading = reading;
            this.locale = locale;
        }

        boolean asks(Field field, Here here) {
            return field.kind().asks() && field.kind() != Kind.FILEPICKER && !reading.locked(field, here);
        }

        void held(Field field, Here here, List<String> held) {
            if (field.kind() == Kind.DYNAMICLIST) {
                var rows = here.inside(field);
                held.add(here.path(field) + "=" + rows.size());
                rows.forEach(row -> field.parts().forEach(it -> held(it, row, held)));
            } else if (field.kind() == Kind.GROUP) {
                field.parts().forEach(it -> held(it, here.inside(field).get(0), held));
            } else if (asks(field, here)) {
                held.add(here.path(field) + "=" + control(field, here));
            }
        }

        private String control(Field field, Here here) {
            if (field.kind().chooses()) {
                var chosen = Painter.chosen(field, here);
                return offers.of(field, here, locale).stream()
                        .map(Offers.Offer::value)
                        .filter(chosen::contains)
                        .toList()
                        .toString();
            }
            return field.kind() == Kind.CHECKBOX
                    ? String.valueOf(Boolean.TRUE.equals(here.value(field)))
                    : typed(field, here, values.control(field, here.value(field), Locale.ROOT));
        }

        /** What can't be read stays as it was typed. */
        private String typed(Field field, Here here, String read) {
            var path = here.path(field);
            var typed = reading.typed();
            return typed != null && reading.problems().containsKey(path)
                    ? typed.first(path).replace("\r\n", "\n")
                    : read;
        }

        String words(Field field, Here here) {
            if (field.kind() == Kind.DYNAMICLIST) {
                return here.inside(field).stream()
                        .map(row -> numbered(row, rowWords(field, row)))
                        .filter(it -> !it.isBlank())
                        .collect(Collectors.joining("\n"));
            }
            return field.kind().chooses() && control(field, here).equals("[]")
                    ? ""
                    : typed(field, here, shown.words(field, here, locale));
        }

        private String rowWords(Field list, Here row) {
            var words = new ArrayList<String>();
            addWords(list.parts(), row, words);
            return String.join("; ", words);
        }

        private static String numbered(Here row, String words) {
            return words.isEmpty() ? "" : row.rows().get(row.rows().size() - 1) + ". " + words;
        }

        private void addWords(List<Field> fields, Here here, List<String> words) {
            for (var field : fields) {
                if (field.kind() == Kind.GROUP) {
                    addWords(field.parts(), here.inside(field).get(0), words);
                } else if (field.kind() == Kind.DYNAMICLIST || asks(field, here)) {
                    var said = words(field, here);
                    var unticked = field.kind() == Kind.CHECKBOX
                            && control(field, here).equals("false");
                    if (!unticked && !said.isBlank()) {
                        words.add(Shown.lead(field.label(locale)) + " " + said);
                    }
                }
            }
        }
    }
}
