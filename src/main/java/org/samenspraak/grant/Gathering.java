package org.samenspraak.grant;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/**
 * An open forum of a council, or a meeting of the city with all councils.
 *
 * @param council whose open forum it is; none for a meeting with all
 * @param with whom all councils meet: {@code college} or {@code city}
 * @param asksTheme whether councils may choose its theme now
 * @param openToAll whether it stands on the website
 * @param plannedAt none while it has no day
 * @param invitations how many were sent, cancellations too
 */
record Gathering(
        CaseId caseId,
        @Nullable CouncilId council,
        String subject,
        @Nullable String with,
        @Nullable String theme,
        boolean asksTheme,
        boolean openToAll,
        State state,
        @Nullable Instant plannedAt,
        int minutes,
        String place,
        int invitations,
        @Nullable LocalDate heldOn) {

    static final String FORUM = "open-forum";
    static final String OF_ALL = "council-meeting";
    static final String THEME = "meeting-theme";

    /** What it is called, with its theme when that is not the same. */
    String title() {
        return theme == null || theme.equals(subject) ? subject : subject + ": " + theme;
    }

    enum State {
        WANTED,
        PLANNED,
        HELD,
        OFF
    }
}
