package org.samenspraak.grant;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/**
 * A talk of a council with the city.
 *
 * @param round none for an extra talk
 * @param goals of the council for the next year, as it wrote them or kept them
 * @param plannedAt when it is to be, none while no day is fixed
 * @param partner the person who talks for the city
 * @param invitations how many were sent, cancellations too
 */
record Talk(
        CaseId caseId,
        @Nullable CaseId round,
        CouncilId council,
        int year,
        State state,
        @Nullable String goals,
        @Nullable String wishedLevel,
        @Nullable Instant plannedAt,
        int minutes,
        @Nullable String place,
        @Nullable UUID partner,
        int invitations,
        @Nullable LocalDate heldOn,
        @Nullable String concludedLevel,
        @Nullable String confirmed,
        @Nullable String remarks) {

    static final String YEARLY = "yearly-talk";
    static final String EXTRA = "extra-talk";

    Instant ends(Instant begins) {
        return begins.plus(Duration.ofMinutes(minutes));
    }

    /** Where a talk stands. */
    enum State {
        PREPARING,
        /** The council did not prepare it in time; the area manager plans anyway. */
        UNPREPARED,
        PREPARED,
        PLANNED,
        HELD,
        CONFIRMED,
        WAIVED,
        STOPPED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
