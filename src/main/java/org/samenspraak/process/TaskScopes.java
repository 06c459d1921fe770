package org.samenspraak.process;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;

/** Finds the id behind a scope word of a model ({@code area-manager@area}); the case file knows it. */
public interface TaskScopes {

    /** @param item the parallel branch, or none */
    GroupId resolve(CaseId caseId, GroupId asDrawn, @Nullable String item);
}
