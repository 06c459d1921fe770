package org.samenspraak.wijkbudget;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;

/**
 * How a project is carried out.
 *
 * @param council whose account gets the money; when the city took it over, who got some of it before
 * @param initiator the resident who leads it and is asked how it goes, by the id behind their link
 * @param cents of all milestones
 * @param refusal why the agreement came back
 * @param due the last day, once it runs
 * @param extendedFrom the last day before it was extended
 * @param leftReason why it ended without all of its milestones
 */
record Execution(
        UUID project,
        Carrier carrier,
        @Nullable CouncilId council,
        @Nullable UUID initiator,
        String what,
        long cents,
        @Nullable Instant signedAt,
        @Nullable Instant councilSignedAt,
        @Nullable String councilSignedBy,
        @Nullable Instant citySignedAt,
        @Nullable String refusal,
        @Nullable LocalDate begins,
        @Nullable LocalDate due,
        @Nullable LocalDate extendedFrom,
        @Nullable LocalDate extendedOn,
        @Nullable String extensionReason,
        @Nullable LocalDate warnedFirst,
        @Nullable LocalDate warnedLast,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate endedOn,
        @Nullable String endWords,
        @Nullable String leftReason) {

    boolean isLate(LocalDate today) {
        return endedOn == null && due != null && today.isAfter(due);
    }

    /** It got more time after its last day. */
    public boolean wasLate() {
        return extendedFrom != null && extendedOn != null && extendedOn.isAfter(extendedFrom);
    }

    /** It ended, and after its last day. */
    boolean endedLate() {
        return endedOn != null && due != null && endedOn.isAfter(due);
    }

    boolean runs() {
        return begins != null && endedOn == null;
    }

    enum Carrier {
        COUNCIL,
        CITY
    }

    /**
     * @param cents that come free when it is reached
     * @param spent what the city really spent of that, where it carries the project out itself
     */
    record Milestone(
            int position, String title, LocalDate due, long cents, @Nullable LocalDate doneOn, @Nullable Long spent) {

        /** What it took, or will take. */
        public long used() {
            return spent == null ? cents : spent;
        }

        public boolean done() {
            return doneOn != null;
        }
    }

    /**
     * What the initiator sent, or a photo of the office.
     *
     * @param publicWords what everybody reads of it; none while the office did not put it on the site
     * @param hiddenOn when the office took it off the site, or none
     * @param handledOn when the office read it as no news for the site, or none
     * @param milestone position of the one that the photo shows, or none
     * @param report whether it is the report at the end
     */
    record Progress(
            UUID id,
            Instant at,
            String by,
            String words,
            @Nullable UUID photo,
            @Nullable String publicWords,
            boolean publicPhoto,
            @Nullable LocalDate publicOn,
            @Nullable LocalDate hiddenOn,
            @Nullable LocalDate handledOn,
            @Nullable Integer milestone,
            boolean report) {

        /** As it comes in, without a photo. */
        static Progress sent(UUID id, Instant at, String by, String words, boolean report) {
            return new Progress(id, at, by, words, null, null, false, null, null, null, null, report);
        }

        /** The office did not say yet what becomes of it. */
        public boolean waits() {
            return publicOn == null && hiddenOn == null && handledOn == null;
        }
    }
}
