package org.samenspraak.ledger;

import java.util.List;
import org.samenspraak.process.StepArguments;
import org.springframework.stereotype.Component;

/** Money that a model sets apart is of a purpose that has a budget, of whatever year: another would stop the case. */
@Component
class KnownPurposes implements StepArguments {

    private final BudgetRecords budgets;

    KnownPurposes(BudgetRecords budgets) {
        this.budgets = budgets;
    }

    @Override
    public boolean accept(String step, List<String> texts) {
        return !step.equals("ledger.reserve")
                || budgets.all().stream()
                        .anyMatch(budget -> budget.key().purpose().equals(texts.get(0)));
    }
}
