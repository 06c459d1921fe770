package org.samenspraak.advice;

import java.util.Optional;
import org.samenspraak.casefile.ResponsibleGroups;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.springframework.stereotype.Component;

/** Who replies to advice that nobody asked for: the department that the office appointed. */
@Component
class UnsolicitedGroups implements ResponsibleGroups {

    private final UnsolicitedRows rows;

    UnsolicitedGroups(UnsolicitedRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<GroupId> of(CaseId caseId) {
        return rows.responsible(caseId);
    }
}
