package org.samenspraak.ledger;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Budgets.Allotment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of budgets by hand: one person proposes, another one books or refuses. */
@Service
class BudgetChanges {

    private static final int SHOWN = 50;

    private final BudgetChangeRecords records;
    private final Budgets budgets;
    private final Audit audit;

    BudgetChanges(BudgetChangeRecords records, Budgets budgets, Audit audit) {
        this.records = records;
        this.budgets = budgets;
        this.audit = audit;
    }

    /**
     * Makes a budget without money and proposes its first.
     *
     * @throws Refusal when there is one of that year and purpose with money
     */
    @Transactional
    public void begin(BudgetKey key, String name, Allotment first) {
        propose(budgets.open(key, name), Kind.RAISE, first);
    }

    /** @throws Refusal for less than there is, for a decision that is booked, and for one that waits already */
    @Transactional
    public void propose(Budget budget, Kind kind, Allotment change) {
        if (kind == Kind.LOWER && change.amount().isMoreThan(budget.available())) {
            throw Refusal.of("amount", "ledger.refusal.not-available");
        }
        budgets.refuseBooked(budget, kind, change.decision());
        if (!records.add(budget.id(), kind, change)) {
            throw Refusal.of("decision", "ledger.refusal.decision-waits", change.decision());
        }
        audit.add(Act.BUDGET_PROPOSED, change.by(), budget.id(), budget.name());
    }

    /** @throws Refusal for who proposed it, when it does not wait any more, and for less than there is by now */
    @Transactional
    public void approve(UUID budget, UUID id, Actor by) {
        var change = waiting(budget, id);
        if (Objects.equals(change.proposedBy(), by.id())) {
            throw new Refusal("ledger.refusal.own-change");
        }
        var key = budgets.get(change.budget()).key();
        var allotment = new Allotment(change.amount(), change.decision(), change.reason(), by);
        if (change.kind() == Kind.RAISE) {
            budgets.raise(key, allotment);
        } else {
            budgets.lower(key, allotment);
        }
        records.settle(id, null, by);
    }

    /** Refuses it, or takes back one's own. */
    @Transactional
    public void refuse(UUID budget, UUID id, String reason, Actor by) {
        var change = waiting(budget, id);
        records.settle(change.id(), Grounds.reason(reason), by);
        audit.add(Act.BUDGET_REFUSED, by, change.budget(), change.budgetName());
    }

    private BudgetChange waiting(UUID budget, UUID id) {
        return records.lock(id)
                .filter(change -> change.budget().equals(budget))
                .map(change -> {
                    if (!change.waits()) {
                        throw new Refusal("ledger.refusal.change-settled");
                    }
                    return change;
                })
                .orElseThrow(() -> new NotFound("ledger.refusal.budget-gone"));
    }

    /** Those that wait first, then the newest. */
    @Transactional(readOnly = true)
    public List<BudgetChange> of(UUID budget) {
        return records.of(budget, SHOWN);
    }
}
