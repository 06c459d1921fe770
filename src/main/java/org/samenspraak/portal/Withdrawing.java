package org.samenspraak.portal;

import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.correspondence.Opening;
import org.samenspraak.correspondence.WithdrawalReceipts;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Withdraws what was asked for: engine step and receipt in one transaction. */
@Component
class Withdrawing {

    private final Cases cases;
    private final WithdrawalReceipts receipts;

    Withdrawing(Cases cases, WithdrawalReceipts receipts) {
        this.cases = cases;
        this.receipts = receipts;
    }

    /** @throws org.samenspraak.kernel.Refusal without a reason, or when the case has ended */
    @Transactional
    public void withdraw(CaseId caseId, String reason, Actor by, Opening link) {
        cases.stop(caseId, CaseStatus.WITHDRAWN, reason, by);
        receipts.file(cases.get(caseId), by.name(), reason.strip(), link);
    }
}
