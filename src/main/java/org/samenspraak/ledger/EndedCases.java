package org.samenspraak.ledger;

import org.samenspraak.casefile.CaseEnded;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.Actor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case that is stopped or withdrawn frees its money: at once, or when a payment that was on its way comes back. */
@Component
class EndedCases {

    private final Ledger ledger;
    private final Cases cases;

    EndedCases(Ledger ledger, Cases cases) {
        this.ledger = ledger;
        this.cases = cases;
    }

    @EventListener
    void release(CaseEnded ended) {
        ledger.claims(ended.caseId()).forEach(claim -> release(claim, ended.by()));
    }

    void release(Claim claim, Actor by) {
        var file = cases.get(claim.caseId());
        if (file.status() == CaseStatus.STOPPED || file.status() == CaseStatus.WITHDRAWN) {
            ledger.release(Grounds.of(claim, file, null, by));
        }
    }
}
