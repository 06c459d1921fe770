package org.samenspraak.advice;

import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who asked takes the question back: the councils that were asked are told why, and need not answer any more. */
@Service
class RequestWithdrawals {

    private final Requests requests;
    private final Cases cases;

    RequestWithdrawals(Requests requests, Cases cases) {
        this.requests = requests;
        this.cases = cases;
    }

    /** Until the organ decided: then there is nothing to take back. */
    @Transactional(readOnly = true)
    public boolean isPossible(CaseId caseId) {
        return cases.get(caseId).status() == CaseStatus.OPEN && !requests.isDecided(caseId);
    }

    /** @throws Refusal without a reason, when it ended already, and when the organ decided */
    @Transactional
    public void withdraw(CaseId caseId, String reason, Actor by) {
        requests.lock(caseId);
        if (!isPossible(caseId)) {
            throw new Refusal("advice.refusal.withdraw-late");
        }
        cases.stop(caseId, CaseStatus.WITHDRAWN, reason, by);
    }
}
