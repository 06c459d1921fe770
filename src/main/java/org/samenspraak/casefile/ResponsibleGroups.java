package org.samenspraak.casefile;

import java.util.Optional;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;

/**
 * Knows which group a case is with: whom its model calls {@code responsible@case}. Implemented by a
 * module that knows better than the step {@code casefile.responsible}.
 */
public interface ResponsibleGroups {

    /** Empty for cases of other trajectories, and while nobody is responsible yet. */
    Optional<GroupId> of(CaseId caseId);
}
