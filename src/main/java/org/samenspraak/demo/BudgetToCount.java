package org.samenspraak.demo;

import java.util.List;

/** A round whose choice closed: all ballots are in, and the office has still to count them. */
final class BudgetToCount {

    private static final String AREA = "Tuilt";
    private static final String ORCHARD = "Boomgaard van Tuilt";
    private static final String SHED = "Feestschuur voor de buurt";

    private BudgetToCount() {}

    static void tell(BudgetTale tale, BudgetPeople people) {
        tale.adopted(
                "Wijkbudget Tuilt en Kuringen-dorp",
                List.of(
                        new BudgetPart(AREA, 1900, 8, List.of("children"), "Aan de schoolpoort."),
                        new BudgetPart("Kuringen-dorp", 2600, 7, List.of("seniors"), "Via de thuiszorg.")));
        tale.handedIn(5, false, wish("Fruit voor iedereen", "Weide aan de kapel", 12000));
        tale.handedIn(9, true, wish("Feesten onder een dak", "Oude schuur", 20000));
        tale.admitted(BudgetTale.ADMISSIBILITY + 6, "Fruit voor iedereen", "Feesten onder een dak");
        made(
                people,
                ORCHARD,
                "department-green",
                13000,
                "Fruit voor iedereen",
                "Veertig bomen, geplant met de school.");
        made(people, SHED, "department-culture", 21000, "Feesten onder een dak", "Licht, water en een nieuwe vloer.");
        tale.voted(
                BudgetTale.CHOICE + 4,
                AREA,
                List.of(List.of(ORCHARD), List.of(ORCHARD, SHED), List.of(SHED), List.of(ORCHARD), List.of(SHED)));
        tale.votedOnPaper(
                BudgetTale.CHOICE + 12,
                AREA,
                8,
                List.of(List.of(SHED), List.of(ORCHARD), List.of(SHED), List.of(ORCHARD, SHED), List.of(ORCHARD)));
    }

    private static void made(
            BudgetPeople people, String title, String department, int cost, String idea, String summary) {
        people.tale().project(BudgetTale.DIALOGUE + 25, title, summary, "square", idea);
        people.costed(title, department, cost, cost / 50);
    }

    private static BudgetWish wish(String title, String place, int cost) {
        return new BudgetWish(
                AREA,
                title,
                title + ": wij vragen dit al jaren.",
                "Het dorp heeft geen plek om elkaar te zien.",
                place,
                cost,
                "Bewoner van " + AREA);
    }
}
