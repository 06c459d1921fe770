package org.samenspraak.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Iban;
import org.samenspraak.kernel.PersonId;

/**
 * Payments that go to the bank together.
 *
 * @param name its message id at the bank
 * @param made by whom and when, and so on; none where it did not happen
 * @param doubted who says that the bank did nothing with a file that is out; it is withdrawn when somebody else agrees
 * @param executionDay when the bank is asked to pay
 * @param open lines of which nobody knows yet whether the bank paid them
 */
record Batch(
        UUID id,
        String name,
        State state,
        Deed made,
        @Nullable Deed approved,
        @Nullable Deed taken,
        @Nullable Deed doubted,
        @Nullable Deed withdrawn,
        @Nullable String reason,
        @Nullable LocalDate executionDay,
        int lines,
        int open,
        Amount sum) {

    enum State {
        MADE,
        APPROVED,
        WITHDRAWN
    }

    /** Whether the bank's answer to all of it is known. */
    public boolean isDone() {
        return state == State.APPROVED && open == 0;
    }

    /** The word for where it stands. */
    public String stage() {
        return switch (state) {
            case MADE -> "made";
            case WITHDRAWN -> "withdrawn";
            case APPROVED -> isDone() ? "done" : taken == null ? "approved" : doubted == null ? "taken" : "doubted";
        };
    }

    /** @param person none where only the name is kept */
    record Deed(@Nullable PersonId person, String name, Instant at) {}

    /**
     * One payment in it.
     *
     * @param endToEnd its id at both banks
     * @param reason why it came back
     */
    record Line(
            UUID id,
            UUID batch,
            UUID payment,
            UUID budget,
            int position,
            String endToEnd,
            Iban iban,
            String holder,
            Amount amount,
            String about,
            LineState state,
            @Nullable Instant settledAt,
            @Nullable String settledBy,
            @Nullable String reason,
            Claim claim,
            String caseNumber,
            CouncilId council,
            String councilName) {}

    enum LineState {
        OPEN,
        PAID,
        RETURNED,
        WITHDRAWN
    }
}
