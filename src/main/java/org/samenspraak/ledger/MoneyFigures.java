package org.samenspraak.ledger;

import java.util.List;
import java.util.Locale;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.insight.Figure;
import org.samenspraak.insight.Figure.Bar;
import org.samenspraak.insight.Figure.Cell;
import org.samenspraak.insight.Figure.Row;
import org.samenspraak.insight.Figures;
import org.samenspraak.insight.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is promised and paid of each budget, in whole euros; the budgets have no area and no trajectory. */
@Component
@Order(40)
class MoneyFigures implements Figures {

    private static final int CENTS = 100;
    private static final int SHOWN = 12;

    private final Budgets budgets;

    MoneyFigures(Budgets budgets) {
        this.budgets = budgets;
    }

    @Override
    public List<Figure> of(Scope scope, Locale locale) {
        var rows = budgets.all().stream().limit(SHOWN).map(MoneyFigures::row).toList();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Figure(
                        "money",
                        null,
                        List.of("ledger.figure.promised", "ledger.figure.paid", "ledger.figure.left"),
                        rows));
    }

    @Override
    public boolean isFor(SignedIn me) {
        return me.may(Permission.SEE_MONEY);
    }

    private static Row row(Budget budget) {
        var url = "/geld/budgetten/" + budget.id();
        var promised = euros(budget.reserved().plus(budget.committed()));
        var paid = euros(budget.paid().plus(budget.owed()));
        return new Row(
                budget.name(),
                null,
                List.of(Cell.of(promised, url), Cell.of(paid, url), Cell.of(euros(budget.available()), url)),
                new Bar(promised + paid, paid, false));
    }

    private static long euros(Amount amount) {
        return amount.cents() / CENTS;
    }
}
