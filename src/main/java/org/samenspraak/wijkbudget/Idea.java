package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;

/**
 * An idea of a resident, as it is now.
 *
 * @param published whether everybody may read it; none until somebody read it after its last change
 * @param reason of the last decision about it
 * @param objection why its proposer asked to look again
 * @param promisedOn the day that the department gave
 */
record Idea(
        CaseId caseId,
        CaseId round,
        AreaId area,
        Words words,
        @Nullable Long cents,
        boolean onPaper,
        State state,
        @Nullable Boolean published,
        @Nullable String reason,
        @Nullable String objection,
        @Nullable String department,
        @Nullable LocalDate promisedOn,
        @Nullable CaseId mergedInto,
        int version) {

    static final String TRAJECTORY = "wijkbudget-proposal";

    /** What its proposer wrote. */
    record Words(String title, String idea, String need, String place) {}

    /**
     * Somebody who stands behind an idea.
     *
     * @param proposer who handed it in; the others are co-initiators
     * @param mail none on paper
     */
    record Supporter(
            UUID id,
            CaseId caseId,
            boolean proposer,
            String name,
            @Nullable String mail,
            String address,
            boolean confirmed) {}

    enum State {
        /** Nobody confirmed the address of its proposer. */
        UNCONFIRMED,
        IN,
        ADMITTED,
        /** A department has still to answer it. */
        REGULAR_ASKED,
        REGULAR,
        REFUSED,
        MERGED,
        IN_PROJECT,
        DROPPED,
        LAPSED
    }
}
