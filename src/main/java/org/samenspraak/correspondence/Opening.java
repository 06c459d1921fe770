package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/** What a link turned out to be. */
public sealed interface Opening {

    /**
     * @param function CHAIR, SECRETARY, MEMBER or MAILBOX
     * @param maySend whether they send for the council; others read and type along
     */
    record Open(
            UUID prompt, String taskId, CaseId caseId, CouncilId council, String name, String function, boolean maySend)
            implements Opening {}

    /** A link of a question that is not open any more. */
    sealed interface Over extends Opening {

        String taskId();
    }

    /** The answer was sent, by whom and when as shown to the council. */
    record Answered(CaseId caseId, String taskId, Reader reader, @Nullable String by, @Nullable Instant at)
            implements Over {}

    /**
     * Whom a link is for.
     *
     * @param function CHAIR, SECRETARY, MEMBER or MAILBOX
     * @param maySend whether they send for the council
     */
    record Reader(CouncilId council, String name, String function, boolean maySend) {}

    /** The link of a receipt: who applied comes back to the application, open or not. */
    record Applied(CaseId caseId, String name) implements Opening {}

    /**
     * The term of the council is over.
     *
     * @param maySend whether the reader sends for the council
     */
    record Expired(String taskId, CouncilId council, boolean maySend) implements Over {}

    /** @param moved whether the case is with another council by now, or with none */
    record Withdrawn(CaseId caseId, String taskId, boolean moved) implements Over {}

    /**
     * Mailed to an earlier address: whoever reads at another one now is asked, or was.
     *
     * @param function CHAIR, SECRETARY, MEMBER or MAILBOX
     */
    record Earlier(String taskId, String function) implements Over {}

    /** Whom it was for is not of the council any more. */
    record Left() implements Opening {}

    /** Guessed, or broken. */
    record Unknown() implements Opening {}
}
