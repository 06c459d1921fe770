package org.samenspraak.tasklist;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.PersonId;

/**
 * A task that somebody ticked, as it stands in the form.
 *
 * @param holder who had it when it was shown, or nobody
 */
record Chosen(String task, @Nullable PersonId holder) {

    /** As many as a form carries at most. */
    static final int MOST = 100;

    static List<Chosen> parse(@Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream().distinct().map(Chosen::parse).toList();
    }

    private static Chosen parse(String text) {
        var end = text.indexOf(':');
        return end < 0
                ? new Chosen(text, null)
                : new Chosen(
                        text.substring(0, end), person(text.substring(end + 1)).orElse(null));
    }

    private static Optional<PersonId> person(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(PersonId.parse(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    static String text(TaskRow row) {
        return row.id() + ":" + (row.assignee() == null ? "" : row.assignee());
    }
}
