package org.samenspraak.ledger;

import org.samenspraak.casefile.CaseEnded;
import org.samenspraak.casefile.CaseMoved;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case that is stopped or withdrawn frees its money; one that is moved takes what is not paid to the other council. */
@Component
class EndedCases {

    private final Ledger ledger;
    private final PaymentRecords payments;
    private final Cases cases;

    EndedCases(Ledger ledger, PaymentRecords payments, Cases cases) {
        this.ledger = ledger;
        this.payments = payments;
        this.cases = cases;
    }

    @EventListener
    void release(CaseEnded ended) {
        if (ended.status() != CaseStatus.CLOSED) {
            for (var claim : ledger.claims(ended.caseId())) {
                ledger.release(Grounds.of(claim, cases.get(ended.caseId()), null, ended.by()));
            }
        }
    }

    @EventListener
    void move(CaseMoved moved) {
        payments.move(moved.caseId(), moved.to());
    }
}
