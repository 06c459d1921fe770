package org.samenspraak.demo;

import java.util.List;

/** A round of which departments say now whether projects can be done, and an idea on which nobody decided in time. */
final class BudgetFeasibility {

    private static final String AREA = "Hollandsveld";
    private static final String HEATH = "Kiewit-Heide";
    private static final String BRIDGE = "Houten brug over de beek";
    private static final String WORKSHOP = "Werkplaats voor fietsen";

    private BudgetFeasibility() {}

    static void tell(BudgetTale tale, BudgetPeople people) {
        tale.adopted(
                "Wijkbudget Hollandsveld en Kiewit-Heide",
                List.of(
                        new BudgetPart(AREA, 3100, 16, List.of("teens", "seniors"), "In de sporthal en op de markt."),
                        new BudgetPart(HEATH, 1800, 5, List.of("children"), "Met een brief aan elk gezin.")));
        tale.handedIn(6, false, wish(AREA, "Een brug voor wandelaars", "Beek achter de sporthal", 18000));
        tale.handedIn(11, true, wish(AREA, "Fietsen herstellen", "Garage naast de school", 9000));
        tale.handedIn(37, false, wish(HEATH, "Een klok op het plein", "Plein van Kiewit-Heide", 7000));
        tale.admitted(BudgetTale.ADMISSIBILITY + 6, "Een brug voor wandelaars", "Fietsen herstellen");
        made(tale, BRIDGE, "square", "Een brug voor wandelaars", "Een brug van hout, met een leuning.");
        made(tale, WORKSHOP, "youth", "Fietsen herstellen", "Een werkplaats waar jongeren fietsen herstellen.");
        people.asked(BRIDGE, "department-green", "department-public-domain");
        people.answered(BRIDGE, "department-green", 17000, 200);
    }

    private static void made(BudgetTale tale, String title, String theme, String idea, String summary) {
        tale.project(BudgetTale.DIALOGUE + 25, title, summary, theme, idea);
    }

    private static BudgetWish wish(String area, String title, String place, int cost) {
        return new BudgetWish(
                area,
                title,
                title + ": wij helpen zelf mee.",
                "Wie hier woont, moet er nu voor naar een andere wijk.",
                place,
                cost,
                "Bewoner van " + area);
    }
}
