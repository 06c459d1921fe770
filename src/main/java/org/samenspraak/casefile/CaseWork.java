package org.samenspraak.casefile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happens in a case, or happened. All that is given is about one task of it.
 *
 * @param with {@code office}, {@code council}, a role, or the id of the person who has the task; none is anybody
 * @param step that the task is of, or with {@code during} the one that was done; none is any, or the whole case
 * @param dueFrom the task ends on this moment or later; with {@code dueBefore}
 * @param dueBefore the task ends earlier; none is any time
 * @param during when the case was closed or the step done; none is whenever
 */
public record CaseWork(
        @Nullable String with,
        @Nullable Step step,
        @Nullable Instant dueFrom,
        @Nullable Instant dueBefore,
        @Nullable During during) {

    public static final CaseWork ANY = new CaseWork(null, null, null, null, null);

    /**
     * A time in which something was finished.
     *
     * @param until the first moment after it
     * @param late whether only steps count that were not done within their term
     */
    public record During(Instant from, Instant until, boolean late) {}

    /** A task of a model. */
    public record Step(String process, String element) {}

    /** In SQL, about the case {@code c}; empty, or begins with {@code and}. */
    String condition() {
        return task()
                + (during == null ? "" : " " + (step == null ? CLOSED : DONE + (during.late() ? LATE : "") + ")"));
    }

    private static final String CLOSED = "and c.closed_at >= :duringFrom and c.closed_at < :duringUntil";

    private static final String DONE =
            """
            and exists (select from casefile_step s where s.case_id = c.id and s.finished
                 and s.process_key = :process and s.element = :element
                 and s.left_at >= :duringFrom and s.left_at < :duringUntil""";

    /** As the overview counts: of a step that was done twice, the last one. */
    private static final String LATE =
            """

                 and s.due is not null and (s.canceled or s.left_at > s.due)
                 and not exists (select from casefile_step later where later.case_id = s.case_id and later.finished
                      and later.process_key = s.process_key and later.element = s.element
                      and later.left_at > s.left_at and later.left_at < :duringUntil)""";

    private String task() {
        var ofStep = step != null && during == null;
        if (with == null && dueBefore == null && !ofStep) {
            return "";
        }
        return " and exists (select from process_task t where t.case_id = c.id and not t.suspended" + who()
                + (ofStep ? " and t.process_key = :process and t.element = :element" : "")
                + (dueBefore == null ? "" : " and t.due < :dueBefore")
                + (dueFrom == null ? "" : " and t.due >= :dueFrom") + ")";
    }

    private String who() {
        if (with == null) {
            return "";
        }
        return switch (with) {
            case "office" -> " and not t.for_council";
            case "council" -> " and t.for_council";
            default ->
                person() == null
                        ? " and not t.for_council"
                                + " and exists (select from unnest(t.groups) g where split_part(g, '@', 1) = :with)"
                        : " and t.assignee = :person";
        };
    }

    private @Nullable UUID person() {
        try {
            return with == null ? null : UUID.fromString(with);
        } catch (IllegalArgumentException aRole) {
            return null;
        }
    }

    /** Values of {@link #condition()}. */
    Map<String, Object> values() {
        var values = new HashMap<String, Object>();
        put(values, "with", with);
        put(values, "person", person());
        put(values, "dueFrom", at(dueFrom));
        put(values, "dueBefore", at(dueBefore));
        if (during != null) {
            put(values, "duringFrom", at(during.from()));
            put(values, "duringUntil", at(during.until()));
        }
        if (step != null) {
            put(values, "process", step.process());
            put(values, "element", step.element());
        }
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable Object at(@Nullable Instant when) {
        return when == null ? null : when.atOffset(ZoneOffset.UTC);
    }
}
