package org.samenspraak.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One saving of one page of a draft: what becomes of each answer that it sends. */
class DraftRound {

    private static final int MOST_RIVALS = 5;

    private final DraftRecords records;
    private final DraftPlace place;
    private final Form form;
    private final KeptDraft before;
    private final DraftPage page;
    private final Mark mark;
    private final Map<String, String> read;
    private final Set<String> written = new HashSet<>();
    private final List<DraftRecords.Row> unseen = new ArrayList<>();
    private boolean touched;

    /** @param removeOn the day on which the draft goes when nobody types any more */
    record Mark(String by, Instant at, LocalDate removeOn) {}

    DraftRound(DraftRecords records, DraftPlace place, Form form, KeptDraft before, DraftPage page, Mark mark) {
        this.records = records;
        this.place = place;
        this.form = form;
        this.before = before;
        this.page = page;
        this.mark = mark;
        this.read = new LinkedHashMap<>(page.read());
    }

    void merge(Entry entry, Map<String, Object> typed) {
        var path = entry.path();
        var now = digest(path);
        var row = before.fields().get(path);
        var own = row != null && row.page().equals(page.id());
        var fate = Merge.of(entry.digest(), page.read().get(path), now, row != null, own);
        var mine = row(entry, typed);
        if (fate == Merge.RIVAL) {
            written.add(path);
            rival(mine);
            return;
        }
        records.removeRival(place, path, page.id());
        if (fate == Merge.KEEP) {
            written.add(path);
            touch();
            records.put(place, mine);
        }
        if (fate == Merge.KEEP || entry.digest().equals(now)) {
            read.put(path, entry.digest());
        } else if (row != null) {
            unseen.add(row);
        }
    }

    /** Which rows a list has and in which order, after each of them was merged. */
    void mergeRows(Entry list, List<String> mine, Typed named) {
        var path = list.path();
        var now = RowIds.in(before.entries().keySet(), path);
        var shown = RowIds.in(page.read().keySet(), path);
        var begins = before.isUntouched(path) && isTouched(path, shown, mine);
        var order = new RowOrder(
                shown,
                mine,
                begins ? shown : now,
                it -> written.contains(RowIds.path(path, it)),
                it -> !begins
                        && !digest(RowIds.path(path, it)).equals(page.read().get(RowIds.path(path, it))));
        var merged = order.merged();
        if (begins || !merged.equals(now)) {
            touch();
            records.put(place, row(list, Map.of(Typed.IDS + path, List.of(String.join(" ", merged)))));
            merged.forEach(it -> keepRow(RowIds.path(path, it), named));
            now.stream().filter(it -> !merged.contains(it)).forEach(it -> remove(RowIds.path(path, it)));
        }
        if (!merged.equals(mine) && before.fields().containsKey(path)) {
            unseen.add(before.fields().get(path));
        }
        readRows(path, mine);
        read.put(path, list.digest());
    }

    /** Whether a page changed something in a list that nobody typed in yet: then its rows are the list. */
    private boolean isTouched(String path, List<String> shown, List<String> mine) {
        return !mine.equals(shown) || mine.stream().anyMatch(it -> written.contains(RowIds.path(path, it)));
    }

    /** A row that moves is kept whole: what the form started from stays with its place. */
    private void keepRow(String path, Typed named) {
        var entry = before.entries().get(path);
        if (entry != null && !before.fields().containsKey(path) && !written.contains(path)) {
            var kept = before.part(path);
            records.put(place, row(entry, kept.isEmpty() ? named.part(path) : kept));
        }
    }

    private void remove(String path) {
        records.removeField(place, path);
        records.removeRivals(place, path);
    }

    /** As they stand on the page, so that it is known later what was moved there. */
    private void readRows(String list, List<String> rows) {
        var digests = new LinkedHashMap<String, String>();
        rows.forEach(it -> {
            var path = RowIds.path(list, it);
            digests.put(path, read.getOrDefault(path, ""));
        });
        read.keySet().removeIf(it -> it.startsWith(list + "["));
        read.putAll(digests);
    }

    /** A question that the answers of others lock now has nothing that counts. */
    private String digest(String path) {
        var shown = before.entries().get(path);
        return shown == null ? "" : shown.digest();
    }

    private DraftRecords.Row row(Entry entry, Map<String, Object> typed) {
        return DraftRecords.Row.of(entry, typed, form, page, mark.by(), mark.at());
    }

    private void rival(DraftRecords.Row mine) {
        var others = before.rivals().stream()
                .filter(it -> it.path().equals(mine.path()) && !it.page().equals(mine.page()))
                .toList();
        if (others.size() >= MOST_RIVALS) {
            records.removeRival(place, mine.path(), others.get(0).page());
        }
        touch();
        records.putRival(place, mine);
    }

    private void touch() {
        if (touched) {
            return;
        }
        touched = true;
        records.touch(place, mark.by(), mark.at(), mark.removeOn());
    }

    /** A button beside one of two texts: the others go. */
    void choose(List<String> choices) {
        for (var choice : choices) {
            var space = choice.indexOf(' ');
            var path = choice.substring(space + 1);
            records.rivals(place).stream()
                    .filter(it -> it.path().equals(path) && space > 0)
                    .filter(it -> it.page().equals(choice.substring(0, space)))
                    .forEach(it -> records.put(place, it));
            records.removeRivals(place, path);
        }
    }

    /** What the page shows. */
    Map<String, String> read() {
        return read;
    }

    Draft.Others others() {
        // who has two windows open is not told of themselves
        var names = unseen.stream()
                .map(DraftRecords.Row::by)
                .filter(it -> !it.equals(mark.by()))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Draft.Others(unseen.size(), String.join(", ", names));
    }
}
