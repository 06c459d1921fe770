package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.ledger.Amount;

/**
 * The grant of a council for a year.
 *
 * @param talk whose talk went before it, or none
 * @param year that the money is for
 * @param late whether it was asked after the closing day
 * @param savings what the council has left from before, where that is asked
 * @param forumOn the day of the open forum, held or planned
 * @param proposed what was reserved; nothing where a refusal is proposed
 * @param blockedOn since when its overdue account blocks the next grant
 * @param drawn whether the lot asks it for proofs; none while nobody drew
 */
record Grant(
        CaseId caseId,
        CaseId round,
        @Nullable CaseId talk,
        CouncilId council,
        int year,
        State state,
        boolean late,
        @Nullable Amount asked,
        @Nullable Amount savings,
        @Nullable LocalDate forumOn,
        @Nullable Amount proposed,
        @Nullable Amount granted,
        @Nullable LocalDate paidOn,
        @Nullable LocalDate reportDue,
        @Nullable LocalDate reportedOn,
        @Nullable LocalDate blockedOn,
        @Nullable Boolean drawn,
        @Nullable Amount spent,
        @Nullable Amount reclaimed) {

    static final String TRAJECTORY = "grant-application";

    /** The word of its budget in the ledger. */
    static final String PURPOSE = "buurtsubsidies";

    /** Whether the council gets no other grant: its account was long overdue, and nobody judged it yet. */
    boolean isBlocking() {
        return blockedOn != null && (state == State.PAID || state == State.REPORTED);
    }

    boolean isDrawn() {
        return Boolean.TRUE.equals(drawn);
    }

    Amount grantedOrNothing() {
        return granted == null ? Amount.NOTHING : granted;
    }

    /** Where a grant stands. */
    enum State {
        OPEN,
        NOT_ASKED,
        ASKED,
        /** Proposed, and its money reserved. */
        ASSESSED,
        REFUSED,
        STOPPED,
        /** Decided, not paid. */
        GRANTED,
        PAID,
        REPORTED,
        RECLAIMING,
        ACCOUNTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether nothing was decided yet: the case can stop without taking back a promise. */
        boolean isUndecided() {
            return this == OPEN || this == ASKED || this == ASSESSED;
        }
    }
}
