package org.samenspraak.tasklist;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways to look at the work. */
enum InboxView {
    GROUPS,
    MINE,
    UNASSIGNED,
    LATE,
    WEEK,
    FOLLOW,
    COUNCIL;

    /** As it stands in the address; what nobody knows is the first view. */
    static InboxView of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(view -> view.code().equals(code))
                .findFirst()
                .orElse(GROUPS);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
