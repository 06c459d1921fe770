package org.samenspraak.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the municipality allots to a purpose in a year. Each decision counts once. */
@Service
public class Budgets {

    private static final int LONGEST_NAME = 100;

    private final BudgetRecords records;
    private final Movements movements;
    private final Audit audit;

    Budgets(BudgetRecords records, Movements movements, Audit audit) {
        this.records = records;
        this.movements = movements;
        this.audit = audit;
    }

    /**
     * Makes a budget with its first money. Doing it again with the same decision changes nothing.
     *
     * @param name as it is shown ("Buurtsubsidies 2026")
     * @throws Refusal when there is one of that year and purpose with other money
     */
    @Transactional
    public void add(BudgetKey key, String name, Allotment first) {
        var budget = made(key, name);
        if (!budget.total().isNothing()
                && movements.on(budget.id(), Kind.RAISE, first.decision()).isEmpty()) {
            throw Refusal.of("purpose", "ledger.refusal.budget-there", budget.name());
        }
        book(budget, Kind.RAISE, Account.ALLOTTED, Account.AVAILABLE, first);
    }

    /**
     * Makes a budget that has no money yet, or finds the one that has none.
     *
     * @throws Refusal when there is one of that year and purpose with money
     */
    @Transactional
    public Budget open(BudgetKey key, String name) {
        var budget = made(key, name);
        if (!budget.total().isNothing()) {
            throw Refusal.of("purpose", "ledger.refusal.budget-there", budget.name());
        }
        return budget;
    }

    private Budget made(BudgetKey key, String name) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Refusal.of("name", "ledger.refusal.name", LONGEST_NAME);
        }
        records.add(key, name.strip());
        return records.lock(key);
    }

    /** @throws Refusal when this decision is in the books already */
    void refuseBooked(Budget budget, Kind kind, String decision) {
        if (movements.on(budget.id(), kind, decision).isPresent()) {
            throw Refusal.of("decision", "ledger.refusal.decision-booked", decision);
        }
    }

    /** Allots more. */
    @Transactional
    public void raise(BudgetKey key, Allotment more) {
        book(records.lock(key), Kind.RAISE, Account.ALLOTTED, Account.AVAILABLE, more);
    }

    /** Takes money away; refuses more than is available: nobody loses what was reserved. */
    @Transactional
    public void lower(BudgetKey key, Allotment less) {
        var budget = records.lock(key);
        if (less.amount().isMoreThan(budget.available())
                && movements.on(budget.id(), Kind.LOWER, less.decision()).isEmpty()) {
            throw Refusal.of("amount", "ledger.refusal.not-available");
        }
        book(budget, Kind.LOWER, Account.AVAILABLE, Account.ALLOTTED, less);
    }

    private void book(Budget budget, Kind kind, Account from, Account to, Allotment allotment) {
        var before = movements.on(budget.id(), kind, allotment.decision());
        if (before.isPresent()) {
            if (before.get().equals(allotment.amount())) {
                return;
            }
            throw Refusal.of("decision", "ledger.refusal.decision-booked", allotment.decision());
        }
        movements.add(new Entry(
                budget.id(),
                kind,
                from,
                to,
                allotment.amount(),
                null,
                null,
                allotment.decision(),
                allotment.reason(),
                allotment.decision(),
                allotment.by()));
        audit.add(Act.BUDGET_CHANGED, allotment.by(), budget.id(), budget.name());
    }

    /** @throws NotFound when there is none */
    @Transactional(readOnly = true)
    public Budget get(UUID id) {
        return records.find(id).orElseThrow(() -> new NotFound("ledger.refusal.budget-gone"));
    }

    @Transactional(readOnly = true)
    public Optional<Budget> find(BudgetKey key) {
        return records.find(key);
    }

    /** The newest year first. */
    @Transactional(readOnly = true)
    public List<Budget> all() {
        return records.all();
    }

    /**
     * A decision about the money of a budget.
     *
     * @param decision its number
     */
    public record Allotment(Amount amount, String decision, String reason, Actor by) {

        /** @throws Refusal without a decision or a reason */
        public Allotment {
            decision = decision.strip();
            reason = Grounds.reason(reason);
            if (decision.isEmpty()) {
                throw Refusal.of("decision", "ledger.refusal.decision");
            }
            Grounds.refuseLong("decision", decision);
        }
    }
}
