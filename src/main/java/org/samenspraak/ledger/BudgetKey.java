package org.samenspraak.ledger;

import org.samenspraak.kernel.Refusal;

/**
 * Which budget.
 *
 * @param purpose its word in models and addresses ("buurtsubsidies")
 */
public record BudgetKey(int year, String purpose) {

    private static final int FIRST = 2000;
    private static final int LAST = 2200;

    /** @throws Refusal at the field, for a year that is none or a word that can't stand in an address */
    public BudgetKey {
        if (year < FIRST || year > LAST) {
            throw Refusal.of("year", "ledger.refusal.year");
        }
        if (!purpose.matches("[a-z0-9]+(-[a-z0-9]+)*") || purpose.length() > 60) {
            throw Refusal.of("purpose", "ledger.refusal.purpose");
        }
    }

    @Override
    public String toString() {
        return year + "/" + purpose;
    }
}
