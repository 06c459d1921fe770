package org.samenspraak.demo;

import java.util.List;
import java.util.Set;

/** A round of which residents choose at this moment. */
final class BudgetVote {

    private static final String PARK = "Groen voor het Kapermolenpark";
    private static final String CORNER = "Speelhoek in de binnenstad";
    private static final String STAGE = "Podium voor de buurt";
    private static final String MEADOW = "Bloemenweide aan het kanaal";
    private static final String REPAIR = "Herstelhuis van Kuringen";
    private static final String GARDEN = "Samentuin van Banneux";
    private static final String COURT = "Pleintje om te sporten";

    private BudgetVote() {}

    static void tell(BudgetTale tale, BudgetPeople people, BudgetPanel panel) {
        tale.adopted(
                "Wijkbudget Centrum, Kuringen en Banneux",
                List.of(
                        new BudgetPart(
                                "Centrum",
                                9800,
                                14,
                                List.of("students", "seniors"),
                                "In de bibliotheek en in de assistentiewoningen."),
                        new BudgetPart(
                                "Kuringen",
                                6900,
                                9,
                                List.of("children", "seniors"),
                                "Op de wekelijkse markt en via de scholen."),
                        new BudgetPart(
                                "Banneux",
                                4700,
                                21,
                                List.of("migration", "poverty"),
                                "Met de buurtwerkers, van deur tot deur.")));
        ideas(tale);
        meetings(tale);
        inTheCentre(people);
        around(people);
        List.of(PARK, CORNER, MEADOW, REPAIR, GARDEN, COURT).forEach(people::scored);
        people.scoredByOne(STAGE, "Ik zit in het bestuur van een vereniging die op het podium wil spelen.");
        panel.fixed(BudgetTale.ADVICE + 3, List.of("Centrum", "Kuringen", "Banneux"));
        panel.drawn(BudgetTale.ADVICE + 9);
        panel.firstReplaced(BudgetTale.ADVICE + 16);
        panel.scored(BudgetTale.CHOICE + 5);
        ballots(tale);
    }

    private static void ideas(BudgetTale tale) {
        tale.handedIn(
                2, false, wish("Centrum", "Bomen in het park", "Kapermolenpark", "Plant bomen en struiken.", 8000));
        tale.handedIn(5, false, wish("Centrum", "Spelen in de stad", "Dorpstraat", "Een plek om te spelen.", 9500));
        tale.handedIn(9, true, wish("Centrum", "Muziek op het plein", "Groenplein", "Een klein podium.", 14000));
        tale.handedIn(12, false, wish("Kuringen", "Een weide vol bloemen", "Kanaalkom", "Zaai bloemen.", 4000));
        tale.handedIn(18, false, wish("Kuringen", "Samen herstellen", "Oude pastorie", "Een werkplaats.", 17000));
        tale.handedIn(23, true, wish("Banneux", "Tuinieren met buren", "Grasveld aan de flats", "Tuinbakken.", 7000));
        tale.handedIn(
                26, false, wish("Banneux", "Een sportpleintje", "Parking van de flats", "Doelen en een net.", 19000));
        tale.admitted(
                BudgetTale.ADMISSIBILITY + 6,
                "Bomen in het park",
                "Spelen in de stad",
                "Muziek op het plein",
                "Een weide vol bloemen",
                "Samen herstellen",
                "Tuinieren met buren",
                "Een sportpleintje");
    }

    private static void meetings(BudgetTale tale) {
        tale.met(
                BudgetTale.DIALOGUE + 8,
                "Centrum",
                "meeting",
                "Bibliotheek",
                28,
                Set.of("students", "seniors"),
                "Studenten en ouderen willen allebei meer groen, op wandelafstand.");
        tale.met(
                BudgetTale.DIALOGUE + 15,
                "Banneux",
                "walk",
                "Langs de flats",
                17,
                Set.of("migration"),
                "Wie geen tuin heeft, wil er een delen.");
    }

    private static void inTheCentre(BudgetPeople people) {
        made(
                people,
                PARK,
                "department-green",
                9000,
                300,
                "Bomen in het park",
                "Vijftien bomen en een haag in het park.");
        made(
                people,
                CORNER,
                "department-youth",
                11000,
                450,
                "Spelen in de stad",
                "Drie toestellen op een verkeersvrije hoek.");
        made(
                people,
                STAGE,
                "department-culture",
                16000,
                800,
                "Muziek op het plein",
                "Een podium dat elke vereniging mag gebruiken.");
    }

    private static void around(BudgetPeople people) {
        made(
                people,
                MEADOW,
                "department-green",
                5000,
                200,
                "Een weide vol bloemen",
                "Bloemen voor bijen, en een bank om te kijken.");
        made(
                people,
                REPAIR,
                "department-welfare",
                18500,
                900,
                "Samen herstellen",
                "Een werkplaats waar vrijwilligers spullen herstellen.");
        made(
                people,
                GARDEN,
                "department-green",
                8000,
                250,
                "Tuinieren met buren",
                "Tuinbakken, water en een berging op het grasveld.");
        made(
                people,
                COURT,
                "department-public-domain",
                21000,
                600,
                "Een sportpleintje",
                "Een deel van de parking wordt een sportpleintje.");
    }

    private static void made(
            BudgetPeople people, String title, String department, int cost, int yearly, String idea, String summary) {
        people.tale().project(BudgetTale.DIALOGUE + 25, title, summary, "square", idea);
        people.feasible(title, department, cost, yearly, "Het project past in de wijk en is snel te maken.");
    }

    private static void ballots(BudgetTale tale) {
        tale.voted(
                BudgetTale.CHOICE + 3,
                "Centrum",
                List.of(List.of(PARK, STAGE), List.of(PARK), List.of(CORNER, PARK), List.of(STAGE), List.of(CORNER)));
        tale.voted(
                BudgetTale.CHOICE + 4, "Kuringen", List.of(List.of(MEADOW), List.of(REPAIR, MEADOW), List.of(REPAIR)));
        tale.voted(BudgetTale.CHOICE + 5, "Banneux", List.of(List.of(GARDEN, COURT), List.of(COURT), List.of(GARDEN)));
        tale.votedOnPaper(
                BudgetTale.CHOICE + 6,
                "Banneux",
                15,
                List.of(List.of(GARDEN), List.of(GARDEN, COURT), List.of(GARDEN), List.of(COURT), List.of(GARDEN)));
        tale.halfEntered(
                BudgetTale.CHOICE + 7,
                "Kuringen",
                10,
                List.of(List.of(REPAIR), List.of(MEADOW), List.of(REPAIR, MEADOW), List.of(REPAIR), List.of(MEADOW)));
        tale.votedOnPaper(
                BudgetTale.CHOICE + 6,
                "Centrum",
                20,
                List.of(List.of(PARK), List.of(STAGE, CORNER), List.of(STAGE), List.of(PARK, STAGE), List.of(CORNER)));
    }

    private static BudgetWish wish(String area, String title, String place, String idea, int cost) {
        return new BudgetWish(
                area,
                title,
                idea,
                "Wie hier woont, vraagt dit al lang. Er is nu niets in de buurt.",
                place,
                cost,
                "Bewoner van " + area);
    }
}
