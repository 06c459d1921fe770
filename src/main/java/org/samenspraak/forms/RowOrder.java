package org.samenspraak.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rows of a list when several people add, remove and move them at the same time. Nobody's row is lost: one that somebody
 * removes stays when another wrote in it meanwhile.
 *
 * @param read names of the rows as the page showed them
 * @param sent as the page has them now
 * @param kept as the draft has them
 * @param written whether this page changed that row
 * @param rewritten whether others did since the page was made
 */
record RowOrder(
        List<String> read,
        List<String> sent,
        List<String> kept,
        Predicate<String> written,
        Predicate<String> rewritten) {

    List<String> merged() {
        var mine = moved() ? sent : kept;
        var other = moved() ? kept : sent;
        var rows = new ArrayList<>(mine.stream().filter(this::stays).toList());
        for (int i = 0; i < other.size(); i++) {
            var row = other.get(i);
            if (!rows.contains(row) && stays(row)) {
                rows.add(place(rows, other, i), row);
            }
        }
        return rows;
    }

    private boolean moved() {
        return !both(sent, read).equals(both(read, sent));
    }

    private static List<String> both(List<String> one, List<String> other) {
        return one.stream().filter(other::contains).toList();
    }

    private boolean stays(String row) {
        if (sent.contains(row)) {
            return kept.contains(row) || !read.contains(row) || written.test(row);
        }
        return !read.contains(row) || rewritten.test(row);
    }

    /** After the row that it followed, and after what others put there. */
    private static int place(List<String> rows, List<String> other, int at) {
        for (int i = at - 1; i >= 0; i--) {
            var before = rows.indexOf(other.get(i));
            if (before >= 0) {
                return past(rows, other, before + 1);
            }
        }
        return past(rows, other, 0);
    }

    private static int past(List<String> rows, List<String> other, int from) {
        var at = from;
        while (at < rows.size() && !other.contains(rows.get(at))) {
            at++;
        }
        return at;
    }
}
