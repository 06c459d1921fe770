package org.samenspraak.grant;

import java.util.Map;
import org.samenspraak.casefile.CaseEnded;
import org.samenspraak.casefile.CaseMoved;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.council.CouncilEnded;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.PaidBack;
import org.samenspraak.ledger.PaymentSettled;
import org.samenspraak.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What changes a grant from outside: the council leaves the register, the case is stopped, the bank paid or returned it, or what was
 * reclaimed is back. What was decided is
 * a promise: it is paid and accounted for, also by a council that left the register since.
 */
@Component
class GrantEndings {

    private static final String REGISTER_ENDED = "register-ended";
    private static final String PAID_BACK = "paid-back";
    private static final String PAYMENT_MADE = "payment-made";
    private static final String TAKEN_BACK = "payment-taken-back";

    private final Grants grants;
    private final Deciding deciding;
    private final Processes processes;

    GrantEndings(Grants grants, Deciding deciding, Processes processes) {
        this.grants = grants;
        this.deciding = deciding;
        this.processes = processes;
    }

    @EventListener
    void on(CouncilEnded ended) {
        grants.undecided(ended.council()).forEach(grant -> signal(grant.caseId(), REGISTER_ENDED, Actor.SYSTEM));
    }

    @EventListener
    void on(PaidBack back) {
        signal(back.claim().caseId(), PAID_BACK, back.by());
    }

    /** What came back is not paid, and what is paid anew is: also where the model does not wait for it any more. */
    @EventListener
    void on(PaymentSettled settled) {
        var caseId = settled.claim().caseId();
        if (!settled.paid()) {
            grants.unpaid(caseId);
            signal(caseId, TAKEN_BACK, settled.by());
        } else if (!processes.awaits(caseId, PAYMENT_MADE)
                && grants.find(caseId).isPresent()) {
            deciding.paid(caseId);
        }
    }

    private void signal(CaseId caseId, String message, Actor by) {
        if (processes.awaits(caseId, message)) {
            processes.signal(caseId, message, Map.of(), by);
        }
    }

    /** What one council asked, signed for and was judged on is no grant of another. */
    @EventListener
    void on(CaseMoved moved) {
        if (moved.trajectory().equals(Grant.TRAJECTORY)) {
            throw new Refusal("grant.refusal.stays");
        }
    }

    @EventListener
    void on(CaseEnded ended) {
        var stopped = ended.status() != CaseStatus.CLOSED || REGISTER_ENDED.equals(ended.outcome());
        grants.find(ended.caseId())
                .filter(grant -> stopped && grant.paidOn() == null)
                .ifPresent(grant -> grants.state(grant.caseId(), State.STOPPED));
    }
}
