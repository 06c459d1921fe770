package org.samenspraak.deadlines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Terms;
import org.springframework.stereotype.Component;

/** Tells the engine when a task is due. */
@Component
class CaseTerms implements Terms {

    private final Clocks clocks;

    CaseTerms(Clocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public @Nullable Instant due(CaseId caseId, String term, @Nullable String scope) {
        return clocks.due(caseId, term, scope);
    }

    @Override
    public void leave(CaseId caseId, String term, @Nullable String scope) {
        clocks.stop(caseId, term, scope);
    }
}
