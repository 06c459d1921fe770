package org.samenspraak.wijkbudget;

import java.util.List;

/**
 * What a round would be, for who prepares it.
 *
 * @param regulation its title
 * @param start what is divided
 * @param cents the sum of all areas
 */
record RoundForeseen(
        String regulation,
        String start,
        List<BudgetMoney.Line> areas,
        long cents,
        List<Days> phases,
        List<RoundRules.RuleView> rules) {

    record Days(String phase, String days) {}
}
