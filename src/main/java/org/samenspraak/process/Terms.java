package org.samenspraak.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/** Finds the date of a term of a case; the deadline engine knows it. */
public interface Terms {

    /** When the running clock of this term ends, none while it is suspended; starts the clock when it does not run yet. */
    @Nullable
    Instant due(CaseId caseId, String term, @Nullable String scope);

    /** What waited for this term does so no more: its clock stops. */
    void leave(CaseId caseId, String term, @Nullable String scope);
}
