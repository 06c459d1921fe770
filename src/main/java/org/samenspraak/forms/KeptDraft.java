package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A draft as the database holds it. */
class KeptDraft {

    private final DraftRecords records;
    private final DraftPlace place;
    private final Form form;
    private final Map<String, DraftRecords.Row> fields;
    private final List<DraftRecords.Row> rivals;
    private final Map<String, Entry> entries;
    private final Typed named;
    private final Map<String, Integer> first;
    private final Map<String, Object> data;
    private final Forms forms;

    KeptDraft(DraftRecords records, Forms forms, DraftPlace place, Form form, Map<String, Object> data) {
        this.records = records;
        this.place = place;
        this.form = form;
        this.forms = forms;
        this.data = data;
        fields = records.fields(place);
        rivals = records.rivals(place);
        var kept = typed();
        first = FirstRows.of(form, data, kept);
        first.keySet().forEach(list -> name(kept, list, List.of()));
        var typed = Typed.again(form, kept);
        entries = forms.entries(form, data, typed);
        named = RowIds.byName(typed);
    }

    private static void name(Map<String, Object> typed, String list, List<String> rows) {
        typed.put(Typed.ROWS + list, List.of(String.valueOf(rows.size())));
        typed.put(Typed.IDS + list, List.of(String.join(" ", rows)));
    }

    /** Whether nobody typed in a list yet, nor the form starts from rows of it. */
    boolean isUntouched(String list) {
        return first.containsKey(list);
    }

    /** What was typed in one row. */
    Map<String, Object> part(String path) {
        return named.part(path);
    }

    final Map<String, Object> typed() {
        return Retyped.of(form, fields.values(), Forms.locale());
    }

    /** What counts, by path. */
    Map<String, DraftRecords.Row> fields() {
        return fields;
    }

    /** What others typed at the same time. */
    List<DraftRecords.Row> rivals() {
        return rivals;
    }

    /** The questions as a page shows them, by path. */
    Map<String, Entry> entries() {
        return entries;
    }

    int size() {
        return fields.values().stream()
                .mapToInt(it -> it.typed().toString().length())
                .sum();
    }

    Map<String, String> digests() {
        return digests(entries);
    }

    private static Map<String, String> digests(Map<String, Entry> entries) {
        var digests = new LinkedHashMap<String, String>();
        entries.forEach((path, entry) -> digests.put(path, entry.digest()));
        return digests;
    }

    Draft draft(DraftPage page, Draft.Others others, boolean tooLarge) {
        var saved = records.saved(place);
        var typed = typed();
        var read = new LinkedHashMap<>(page.read());
        first.forEach((list, rows) -> name(typed, list, names(read, list, rows)));
        if (!first.isEmpty()) {
            var shown = digests(forms.entries(form, data, Typed.again(form, typed)));
            shown.forEach((path, digest) -> {
                if (first.keySet().stream().anyMatch(list -> path.equals(list) || path.startsWith(list + "["))) {
                    read.put(path, digest);
                }
            });
        }
        return new Draft(
                page.id(),
                page.with(read).readAsText(),
                typed,
                saved.map(DraftRecords.Saved::by).orElse(null),
                saved.map(DraftRecords.Saved::at).orElse(null),
                texts(),
                dropped(),
                others,
                tooLarge);
    }

    /** Those that this page has already, or new ones that no other page has. */
    private static List<String> names(Map<String, String> read, String list, int rows) {
        var names = new ArrayList<>(RowIds.in(read.keySet(), list));
        if (names.size() != rows) {
            read.keySet().removeIf(path -> path.startsWith(list + "["));
            names.clear();
            while (names.size() < rows) {
                names.add(RowIds.fresh(names));
            }
        }
        return names;
    }

    private Map<String, List<Draft.Text>> texts() {
        var texts = new LinkedHashMap<String, List<Draft.Text>>();
        for (var path : entries.keySet()) {
            var first = fields.get(path);
            var others = rivals.stream().filter(it -> it.path().equals(path)).toList();
            if (first != null && !others.isEmpty()) {
                texts.put(path, texts(first, others));
            }
        }
        return texts;
    }

    private static List<Draft.Text> texts(DraftRecords.Row first, List<DraftRecords.Row> others) {
        var alone = others.stream().allMatch(it -> it.by().equals(first.by()));
        var texts = new ArrayList<Draft.Text>();
        texts.add(text(1, alone, first, "now"));
        others.forEach(it -> texts.add(text(texts.size() + 1, alone, it, it.page())));
        return texts;
    }

    private static Draft.Text text(int number, boolean alone, DraftRecords.Row row, String choice) {
        return new Draft.Text(number, alone, row.label(), row.words(), row.by(), row.at(), choice + " " + row.path());
    }

    /** Typed in another version of the form, and not to be seen in this one. */
    private List<Draft.Dropped> dropped() {
        var gone = new ArrayList<Draft.Dropped>();
        fields.values().forEach(row -> {
            var entry = entries.get(row.path());
            if (!row.schema().equals(form.sha256()) && !row.words().isBlank() && (entry == null || entry.isEmpty())) {
                gone.add(new Draft.Dropped(row.label(), row.words()));
            }
        });
        return gone;
    }
}
