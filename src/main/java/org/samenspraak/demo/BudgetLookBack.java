package org.samenspraak.demo;

import java.util.List;
import java.util.Map;
import org.samenspraak.wijkbudget.DemoBudget;
import org.samenspraak.wijkbudget.DemoBudget.Said;

/**
 * How those who took part look back on a round: eight of nine proposers, the committee and three of four departments. Of each answer
 * there are enough, or none, so that the figures can be public.
 */
final class BudgetLookBack {

    /** Fourteen days after the execution begins, or on the first working day after the longest time that the city is closed. */
    private static final int ASKED = 27;

    private final BudgetTale tale;
    private final Walk walk;
    private final DemoBudget budget;
    private final Cast cast;

    BudgetLookBack(BudgetTale tale, Walk walk, DemoBudget budget, Cast cast) {
        this.tale = tale;
        this.walk = walk;
        this.budget = budget;
        this.cast = cast;
    }

    void tell() {
        proposers(
                BudgetTale.EXECUTION + ASKED,
                new Said(5, 4, 5, 5, ""),
                new Said(4, 3, 4, 5, "Zeg vroeger op welke avond de wijkdialoog is."),
                new Said(4, 4, 4, 4, ""),
                new Said(3, 3, 3, 3, ""),
                new Said(4, 3, 3, 3, ""));
        group(ASKED + 1, "committee-dialoogkamer", "4", "Wij kregen de kostprijs van twee projecten pas laat.");
        group(ASKED + 2, "department-green", "3", "");
        group(ASKED + 3, "department-culture", "5", "Vraag de diensten al tijdens de wijkdialoog mee.");
        proposers(
                BudgetTale.EXECUTION + ASKED + 8,
                new Said(3, 3, 3, 3, "Mijn idee viel af op de kosten. Dat hoorde ik graag vroeger."),
                new Said(3, 3, 3, 3, "Ons idee ging op in een ander. Laat ons dan samen aan tafel."),
                new Said(3, 3, 3, 3, ""));
        group(ASKED + 12, "department-public-domain", "4", "");
    }

    /** Each by a link of their own. */
    private void proposers(int day, Said... said) {
        tale.on(day, 20, () -> budget.lookBack(tale.round(), List.of(said)));
    }

    private void group(int after, String group, String clear, String words) {
        tale.on(
                BudgetTale.EXECUTION + after,
                11,
                () -> walk.answer(
                        tale.round(),
                        "wijkbudget-survey",
                        group,
                        Walk.single(
                                Map.of("clear", clear, "heard", "4", "fair", "4", "again", "5", "surveyWords", words)),
                        cast.official(group)));
    }
}
