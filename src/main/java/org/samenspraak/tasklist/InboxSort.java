package org.samenspraak.tasklist;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the list can be sorted by. Each has an index of its own, with the task's id as the last word. */
enum InboxSort {
    DUE("due_order"),
    AGE("created"),
    CASE("case_number"),
    COUNCIL("place");

    /** The key of what has no end date: it comes after every date. */
    private static final String NEVER = "never";

    private final String column;

    InboxSort(String column) {
        this.column = column;
    }

    /** As it stands in the address; what nobody knows is the first one. */
    static InboxSort of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(sort -> sort.code().equals(code))
                .findFirst()
                .orElse(DUE);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What to sort by, in SQL. Tasks with the same words often stand together by number and by council: those are found by
     * their words first and sorted then, for reading on in order until they come could mean reading everything.
     */
    String by(InboxFilter filter) {
        return filter.text() == null || this == DUE || this == AGE ? "t." + column : "t." + column + " || ''";
    }

    /** Where a row stands in this order, as {@link #parse} reads it. */
    String key(TaskRow row) {
        return switch (this) {
            case DUE -> row.due() == null ? NEVER : row.due().toString();
            case AGE -> row.created().toString();
            case CASE -> row.number();
            case COUNCIL -> row.place();
        };
    }

    /** A key as the database takes it; none when the text is no key. */
    Optional<Object> parse(String key) {
        if (this == CASE || this == COUNCIL) {
            return key.indexOf('\0') < 0 ? Optional.of(key) : Optional.empty();
        }
        if (key.equals(NEVER)) {
            return Optional.of(OffsetDateTime.MAX);
        }
        try {
            return Optional.of(Instant.parse(key).atOffset(ZoneOffset.UTC))
                    .filter(when -> when.getYear() > 0 && when.getYear() < 10_000)
                    .map(when -> when);
        } catch (DateTimeException noMoment) {
            return Optional.empty();
        }
    }
}
