package org.samenspraak.ledger;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.samenspraak.casefile.Cases;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The books of money that has a purpose: double entry, only ever added to, in exact cents. Whoever books locks the budget
 * first, so that nothing goes below zero whatever happens at the same moment. A command may be repeated: what is booked is
 * not booked again, and another amount is refused.
 */
@Service
public class Ledger {

    private final BudgetRecords budgets;
    private final Movements movements;
    private final PaymentRecords payments;
    private final Cases cases;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Dates dates;

    Ledger(
            BudgetRecords budgets,
            Movements movements,
            PaymentRecords payments,
            Cases cases,
            Audit audit,
            ApplicationEventPublisher events,
            Dates dates) {
        this.budgets = budgets;
        this.movements = movements;
        this.payments = payments;
        this.cases = cases;
        this.audit = audit;
        this.events = events;
        this.dates = dates;
    }

    /**
     * Puts money aside for who asks; after a release it may be asked anew.
     *
     * @return whether there was enough; if not, nothing changes
     * @throws Refusal when there is no such budget, or another amount is reserved already
     */
    @Transactional
    public boolean reserve(BudgetKey key, Amount amount, Grounds grounds) {
        var budget = budgets.lock(key);
        var held = movements.held(budget.id(), grounds.claim());
        if (!held.isNothing()) {
            refuseOther(movements.last(grounds.claim(), Kind.RESERVE), amount);
            return true;
        }
        if (amount.isMoreThan(budget.available())) {
            return false;
        }
        var round = held.round() + 1;
        add(budget.id(), Kind.RESERVE, Account.AVAILABLE, Account.RESERVED, amount, grounds, String.valueOf(round));
        return true;
    }

    /**
     * Fixes what was decided; the rest of what was reserved is available again.
     *
     * @throws Refusal for more than was reserved, and when nothing was
     */
    @Transactional
    public void fix(Amount amount, Grounds grounds) {
        var held = lock(grounds.claim());
        if (held.reserved().isNothing() && !held.isNothing()) {
            refuseOther(movements.last(grounds.claim(), Kind.FIX), amount);
            return;
        }
        if (amount.isMoreThan(held.reserved())) {
            throw new Refusal("ledger.refusal.more-than-reserved");
        }
        var round = String.valueOf(held.round());
        add(held.budget(), Kind.FIX, Account.RESERVED, Account.COMMITTED, amount, grounds, round);
        release(held, Account.RESERVED, held.reserved().minus(amount), grounds);
    }

    /**
     * Makes available again what is reserved or fixed and not paid; payments that are not in a batch yet are withdrawn.
     *
     * @return whether nothing is left to pay: what is on its way to the bank stays
     */
    @Transactional
    public boolean release(Grounds grounds) {
        var claim = grounds.claim();
        var budget = movements.budgetOf(claim);
        if (budget.isEmpty()) {
            return true;
        }
        budgets.lock(budget.get());
        payments.withdraw(claim);
        var underway = payments.unpaid(claim);
        var held = movements.held(budget.get(), claim);
        release(held, Account.RESERVED, held.reserved(), grounds);
        release(held, Account.COMMITTED, held.committed().minus(underway), grounds);
        return underway.isNothing();
    }

    /**
     * Books what the city itself spent of what is fixed, in books of its own: nothing goes to the bank from here.
     *
     * @param instalment its word; each is booked once
     * @throws Refusal for more than is fixed
     */
    @Transactional
    public void spend(String instalment, Amount amount, Grounds grounds) {
        var held = lock(grounds.claim());
        var occasion = held.round() + "/" + instalment;
        var before = movements.on(grounds.claim(), Kind.SPEND, occasion);
        if (before.isPresent()) {
            refuseOther(before, amount);
            return;
        }
        refuseMoreThanFixed(held, amount, grounds);
        add(held.budget(), Kind.SPEND, Account.COMMITTED, Account.PAID, amount, grounds, occasion);
    }

    private void release(Held held, Account from, Amount amount, Grounds grounds) {
        if (!amount.isNothing()) {
            var occasion = String.valueOf(held.lines());
            add(held.budget(), Kind.RELEASE, from, Account.AVAILABLE, amount, grounds, occasion);
        }
    }

    /**
     * Asks that everything that is fixed and not asked yet is paid. The bank's file brings it: see {@link Batches}.
     *
     * @param instalment its word where a claim is paid in parts, else empty; each part is asked once
     * @throws Refusal when nothing is fixed, and for a case without a council
     */
    @Transactional
    public void pay(String instalment, Grounds grounds) {
        var held = lock(grounds.claim());
        var occasion = held.round() + "/" + instalment;
        if (payments.asked(grounds.claim(), occasion).isPresent()) {
            return;
        }
        pay(held, occasion, held.committed().minus(payments.unpaid(grounds.claim())), council(grounds), grounds);
    }

    /** The same for a part of what is fixed; refuses more than that. */
    @Transactional
    public void pay(String instalment, Amount amount, Grounds grounds) {
        pay(instalment, amount, council(grounds), grounds);
    }

    /** The same to another council than the case's own, or where the case has none. */
    @Transactional
    public void pay(String instalment, Amount amount, CouncilId to, Grounds grounds) {
        var held = lock(grounds.claim());
        var occasion = held.round() + "/" + instalment;
        var before = payments.asked(grounds.claim(), occasion);
        if (before.isPresent()) {
            refuseOther(before, amount);
            return;
        }
        pay(held, occasion, amount, to, grounds);
    }

    private CouncilId council(Grounds grounds) {
        return Optional.ofNullable(cases.get(grounds.claim().caseId()).council())
                .orElseThrow(() -> new Refusal("ledger.refusal.no-council"));
    }

    private void pay(Held held, String occasion, Amount amount, CouncilId to, Grounds grounds) {
        refuseMoreThanFixed(held, amount, grounds);
        var file = cases.get(grounds.claim().caseId());
        payments.add(held.budget(), to, occasion, amount, grounds, file.number());
    }

    private void refuseMoreThanFixed(Held held, Amount amount, Grounds grounds) {
        var left = held.committed().minus(payments.unpaid(grounds.claim()));
        if (amount.isNothing() || amount.isMoreThan(left)) {
            throw new Refusal("ledger.refusal.more-than-fixed");
        }
    }

    /**
     * Books what a council has to give back of what was paid.
     *
     * @param grounds with the decision as its reference: each decision counts once
     * @throws Refusal for more than was paid
     */
    @Transactional
    public void reclaim(Amount amount, Grounds grounds) {
        once(Kind.RECLAIM, Account.PAID, Account.OWED, amount, grounds);
    }

    /**
     * Books what came back: it is available again.
     *
     * @param grounds with the bank's line as its reference: each counts once
     * @throws Refusal for more than is owed
     */
    @Transactional
    public void receive(Amount amount, Grounds grounds) {
        if (once(Kind.RECEIVE, Account.OWED, Account.AVAILABLE, amount, grounds)) {
            var file = cases.get(grounds.claim().caseId());
            audit.add(Act.MONEY_RECEIVED, grounds.by(), file.id().value(), file.number());
            if (of(grounds.claim()).filter(held -> held.owed().isNothing()).isPresent()) {
                events.publishEvent(new PaidBack(grounds.claim(), grounds.by()));
            }
        }
    }

    /** Whether it is booked now, and was not before. */
    private boolean once(Kind kind, Account from, Account to, Amount amount, Grounds grounds) {
        var occasion = grounds.reference();
        if (occasion == null || occasion.isBlank()) {
            throw Refusal.of("reference", "ledger.refusal.no-reference");
        }
        var held = lock(grounds.claim());
        var before = movements.on(grounds.claim(), kind, occasion.strip());
        if (before.isPresent()) {
            refuseOther(before, amount);
            return false;
        }
        if (amount.isMoreThan(from == Account.PAID ? held.paid() : held.owed())) {
            throw Refusal.of("amount", "ledger.refusal.more-than-" + from.code());
        }
        add(held.budget(), kind, from, to, amount, grounds, occasion.strip());
        return true;
    }

    /** What stands in the books for a claim, if anything ever did. */
    @Transactional(readOnly = true)
    public Optional<Held> of(Claim claim) {
        return movements.budgetOf(claim).map(budget -> movements.held(budget, claim));
    }

    /** Why the bank could not pay what still waits for the claim, if it could not. */
    @Transactional(readOnly = true)
    public Optional<String> returned(Claim claim) {
        return payments.returned(claim);
    }

    /** Whether a payment of the claim waits for an account number: given, confirmed, or another one than the bank returned it from. */
    @Transactional(readOnly = true)
    public boolean lacksAccount(Claim claim) {
        return payments.lacksAccount(claim, dates.today());
    }

    /** The case and each part of it that money was asked for. */
    @Transactional(readOnly = true)
    public Set<Claim> claims(CaseId caseId) {
        return movements.claims(caseId);
    }

    private Held lock(Claim claim) {
        var budget = movements.budgetOf(claim).orElseThrow(() -> new Refusal("ledger.refusal.nothing-reserved"));
        budgets.lock(budget);
        return movements.held(budget, claim);
    }

    private static void refuseOther(Optional<Amount> before, Amount amount) {
        if (!before.equals(Optional.of(amount))) {
            throw Refusal.of("amount", "ledger.refusal.other-amount");
        }
    }

    private void add(
            UUID budget, Kind kind, Account from, Account to, Amount amount, Grounds grounds, String occasion) {
        var council = cases.get(grounds.claim().caseId()).council();
        movements.add(new Entry(
                budget,
                kind,
                from,
                to,
                amount,
                grounds.claim(),
                council,
                occasion,
                grounds.reason(),
                grounds.reference(),
                grounds.by()));
    }
}
