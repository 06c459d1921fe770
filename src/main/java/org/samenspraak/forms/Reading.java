package org.samenspraak.forms;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form with answers in it, not judged yet.
 *
 * @param typed what was sent, or none when the form is shown for the first time
 * @param problems answers that can't be read, by path
 * @param locked marks of the fields that can't be changed here
 * @param hidden marks of the fields that a condition hides; what is inside them is hidden too
 */
record Reading(
        Form form,
        Here top,
        @Nullable Typed typed,
        Map<String, Complaint> problems,
        Set<String> locked,
        Set<String> hidden) {

    boolean visible(Field field, Here here) {
        return !hidden.contains(here.mark(field));
    }

    boolean locked(Field field, Here here) {
        return locked.contains(here.mark(field));
    }

    /** What the rows of a list are known by. */
    List<String> rowIds(String list, int rows) {
        var sent = typed == null ? null : typed.rows(list);
        var names = RowIds.of(typed, list, sent == null || sent > Typed.MOST_ROWS ? rows : sent);
        return names.size() < rows ? RowIds.numbered(rows) : names.subList(0, rows);
    }
}
