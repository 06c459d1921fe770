package org.samenspraak.ledger;

import java.util.Map;
import java.util.UUID;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Batch.Line;
import org.samenspraak.ledger.Batch.LineState;
import org.samenspraak.process.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the bank did with a payment: booked, and told to the model of its case when that waits for it, in one transaction for
 * each payment. Doing it again changes nothing.
 */
@Service
class Settlements {

    /** Message to the model of a case. */
    static final String MADE = "payment-made";

    /** Message to the model of a case; it may wait on, for the payment that follows. */
    static final String RETURNED = "payment-returned";

    private final BatchRecords batches;
    private final PaymentRecords payments;
    private final BudgetRecords budgets;
    private final Movements movements;
    private final EndedCases ended;
    private final Processes processes;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Settlements(
            BatchRecords batches,
            PaymentRecords payments,
            BudgetRecords budgets,
            Movements movements,
            EndedCases ended,
            Processes processes,
            Audit audit,
            ApplicationEventPublisher events) {
        this.batches = batches;
        this.payments = payments;
        this.budgets = budgets;
        this.movements = movements;
        this.ended = ended;
        this.processes = processes;
        this.audit = audit;
        this.events = events;
    }

    /**
     * The bank paid it, also after the batch was withdrawn: then it does not wait any more.
     *
     * @throws Refusal before the file was taken to the bank, for a payment that came back, and for one that is in another batch since
     */
    @Transactional
    public void paid(UUID batch, UUID id, Actor by) {
        var line = lock(batch, id);
        if (line.state() == LineState.PAID) {
            return;
        }
        if (line.state() == LineState.RETURNED) {
            throw new Refusal("ledger.refusal.settled");
        }
        refuseElsewhere(line);
        batches.undoubt(batch);
        batches.settle(id, LineState.PAID, null, by);
        payments.stand(line.payment(), "PAID", null);
        book(line, Kind.PAY, Account.COMMITTED, Account.PAID, line.about(), by);
        audit.add(Act.PAYMENT_CONFIRMED, by, batch, line.endToEnd());
        tell(line, true, by);
    }

    /**
     * The bank could not pay it, or it came back: it waits for another account number.
     *
     * @throws Refusal without a reason, before the file was taken to the bank, and for what was reclaimed meanwhile
     */
    @Transactional
    public void returned(UUID batch, UUID id, String reason, Actor by) {
        var why = Grounds.reason(reason);
        var line = lock(batch, id);
        if (line.state() == LineState.RETURNED) {
            return;
        }
        if (line.state() == LineState.WITHDRAWN) {
            throw new Refusal("ledger.refusal.settled");
        }
        batches.undoubt(batch);
        batches.settle(id, LineState.RETURNED, why, by);
        payments.stand(line.payment(), "RETURNED", why);
        if (line.state() == LineState.PAID) {
            refuseReclaimed(line);
        } else {
            // it went out and came back: who follows the money finds both in the books
            book(line, Kind.PAY, Account.COMMITTED, Account.PAID, line.about(), by);
        }
        book(line, Kind.RETURN, Account.PAID, Account.COMMITTED, why, by);
        ended.release(line.claim(), by);
        audit.add(Act.PAYMENT_RETURNED, by, batch, line.endToEnd());
        tell(line, false, by);
    }

    /** It may be paid twice: what the other batch becomes is settled first, and nothing is booked double. */
    private void refuseElsewhere(Line line) {
        if (line.state() == LineState.WITHDRAWN) {
            batches.batchOf(line.payment()).ifPresent(other -> {
                throw new Refusal("ledger.refusal.in-other-batch", other);
            });
            if (payments.isWithdrawn(line.payment())) {
                throw new Refusal("ledger.refusal.settled");
            }
        }
    }

    private void refuseReclaimed(Line line) {
        if (line.amount().isMoreThan(movements.held(line.budget(), line.claim()).paid())) {
            throw new Refusal("ledger.refusal.more-than-paid");
        }
    }

    /** Budget before batch: who books a claim takes them in the same order. */
    private Line lock(UUID batch, UUID id) {
        var line = find(batch, id);
        budgets.lock(line.budget());
        batches.lock(batch);
        if (batches.find(batch).orElseThrow().taken() == null) {
            throw new Refusal("ledger.refusal.not-taken");
        }
        return find(batch, id);
    }

    private Line find(UUID batch, UUID id) {
        return batches.line(id)
                .filter(line -> line.batch().equals(batch))
                .orElseThrow(() -> new NotFound("ledger.refusal.no-batch"));
    }

    private void book(Line line, Kind kind, Account from, Account to, String reason, Actor by) {
        movements.add(new Entry(
                line.budget(),
                kind,
                from,
                to,
                line.amount(),
                line.claim(),
                line.council(),
                line.endToEnd(),
                reason,
                line.endToEnd(),
                by));
    }

    private void tell(Line line, boolean paid, Actor by) {
        events.publishEvent(new PaymentSettled(line.claim(), paid, by));
        var message = paid ? MADE : RETURNED;
        if (processes.awaits(line.claim().caseId(), message)) {
            processes.signal(line.claim().caseId(), message, Map.of(), by);
        }
    }
}
