package org.samenspraak.demo;

import java.util.List;

/** A round by the rules of another city, whose call is over: the office looks which ideas are admissible. */
final class BudgetAdmission {

    /** There is one budget. */
    private static final String CITY = "Hasselt";

    private BudgetAdmission() {}

    static void tell(BudgetTale tale) {
        tale.adopted(
                "Burgerbudget Hasselt",
                List.of(new BudgetPart(
                        CITY,
                        80300,
                        14,
                        List.of("teens", "seniors", "disability"),
                        "Op scholen, in de dienstencentra en van deur tot deur in de kleine dorpen.")));
        tale.handedIn(6, false, TABLE);
        tale.handedIn(13, false, PIER);
        // like the first one
        tale.handedIn(20, true, ROOF);
        // not for this money
        tale.handedIn(26, false, SHOP);
        // usual work of a department
        tale.handedIn(33, false, LAMPS);
        tale.admitted(BudgetTale.ADMISSIBILITY + 5, PIER.title());
    }

    private static final BudgetWish TABLE = new BudgetWish(
            CITY,
            "Een lange tafel onder een dak",
            "Een lange tafel onder een dak op het dorpsplein, voor feesten en om samen te eten.",
            "Het dorp heeft geen café meer.",
            "Dorpsplein van Spalbeek",
            22000,
            "Bewoner van Spalbeek");
    private static final BudgetWish ROOF = new BudgetWish(
            CITY,
            "Een dak op het dorpsplein",
            "Een dak op het dorpsplein met een lange tafel, zodat de kaarters en de markt droog staan.",
            "Bij regen gaat niets door.",
            "Dorpsplein van Spalbeek, aan de kiosk",
            30000,
            "Vrijwilliger van de okra");
    private static final BudgetWish PIER = new BudgetWish(
            CITY,
            "Een steiger voor iedereen",
            "Een brede steiger aan het kanaal, waar ook wie in een rolstoel zit kan vissen.",
            "De oever is te steil.",
            "Kanaal in Stokrooie",
            28000,
            "Visser uit Stokrooie");
    private static final BudgetWish SHOP = new BudgetWish(
            CITY,
            "Een kraam met honing",
            "Een verkoopkraam voor de honing van mijn bijen.",
            "Lokale producten zijn nu ver weg.",
            "Kerk van Stokrooie",
            6000,
            "Imker uit Stokrooie");
    private static final BudgetWish LAMPS = new BudgetWish(
            CITY,
            "Licht op het fietspad",
            "Hang lampen langs het fietspad naar Hasselt.",
            "In de winter is het pad te donker voor scholieren.",
            "Fietspad naar Hasselt",
            25000,
            "Ouder uit Wimmertingen");
}
