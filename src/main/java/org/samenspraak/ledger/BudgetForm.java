package org.samenspraak.ledger;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Budgets.Allotment;

/** A new budget, or a change of one, as it was typed. */
record BudgetForm(
        @Nullable String year,
        @Nullable String purpose,
        @Nullable String name,
        @Nullable String amount,
        @Nullable String decision,
        @Nullable String reason) {

    static final BudgetForm EMPTY = new BudgetForm(null, null, null, null, null, null);

    static BudgetForm in(int year) {
        return new BudgetForm(String.valueOf(year), null, null, null, null, null);
    }

    /** @throws Refusal at the field, for what is no year or no word */
    BudgetKey typedKey() {
        var typed = text(year).strip();
        if (!typed.matches("\\d{4}")) {
            throw Refusal.of("year", "ledger.refusal.year");
        }
        return new BudgetKey(Integer.parseInt(typed), text(purpose).strip().toLowerCase(Locale.ROOT));
    }

    String typedName() {
        return text(name);
    }

    /** @throws Refusal at the field, for what is missing */
    Allotment typedAllotment(Locale locale, Actor by) {
        return new Allotment(Amount.typed(text(amount), locale), text(decision), text(reason), by);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
