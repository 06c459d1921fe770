package org.samenspraak.demo;

import java.util.List;
import java.util.Set;

/** A round of which departments said what projects cost, but one, and the committee advises now; a lot is fixed and not drawn. */
final class BudgetAdvice {

    private static final String VILLAGE = "Sint-Lambrechts-Herk";

    private static final String SHADE = "Schaduw aan de speelplaats";
    private static final String KITCHEN = "Keuken in het buurthuis";
    private static final String CROSSING = "Rustpunten langs de spoorweg";
    private static final String HALL = "Parochiezaal voor iedereen";
    private static final String TRACK = "Fietsparcours in Herk";
    private static final String POND = "Poel achter de molen";
    private static final String BARN = "Lokaal voor de jeugd van Stevoort";

    private BudgetAdvice() {}

    static void tell(BudgetTale tale, BudgetPeople people, BudgetPanel panel) {
        tale.adopted(
                "Wijkbudget Trekschuren, Herk en Stevoort",
                List.of(
                        new BudgetPart(
                                "Trekschuren",
                                4600,
                                19,
                                List.of("children", "migration"),
                                "In de speeltuin en met de toekomstcoach van de school."),
                        new BudgetPart(
                                VILLAGE,
                                5100,
                                6,
                                List.of("seniors", "disability"),
                                "Via de huisartsen en de woonzorgflats."),
                        new BudgetPart(
                                "Stevoort", 4400, 8, List.of("teens", "seniors"), "Op de jaarmarkt en in de chiro.")));
        ideas(tale);
        meetings(tale);
        projects(tale);
        costs(people);
        committee(people);
        panel.fixed(BudgetTale.ADVICE + 7, List.of("Trekschuren", VILLAGE, "Stevoort"));
    }

    private static void ideas(BudgetTale tale) {
        tale.handedIn(5, false, wish("Trekschuren", "Bomen rond de speelplaats", "Speelplaats", 11000));
        tale.handedIn(9, false, wish("Trekschuren", "Samen eten", "Buurthuis van Trekschuren", 19000));
        tale.handedIn(12, true, wish("Trekschuren", "Zitten onderweg", "Pad langs de spoorweg", 5000));
        tale.handedIn(16, false, wish(VILLAGE, "De zaal weer open", "Parochiezaal van Herk", 24000));
        tale.handedIn(20, false, wish(VILLAGE, "Leren fietsen", "Plein aan de sporthal", 15000));
        tale.handedIn(23, true, wish("Stevoort", "Water voor kikkers", "Molen van Stevoort", 9000));
        tale.handedIn(28, false, wish("Stevoort", "Een eigen lokaal", "Oude brandweerkazerne", 23000));
        tale.admitted(
                BudgetTale.ADMISSIBILITY + 6,
                "Bomen rond de speelplaats",
                "Samen eten",
                "Zitten onderweg",
                "De zaal weer open",
                "Leren fietsen",
                "Water voor kikkers",
                "Een eigen lokaal");
    }

    private static void meetings(BudgetTale tale) {
        tale.met(
                BudgetTale.DIALOGUE + 11,
                "Trekschuren",
                "meeting",
                "Buurthuis van Trekschuren",
                31,
                Set.of("children", "migration"),
                "Eten brengt wie elkaar niet verstaat toch aan één tafel.");
        tale.met(
                BudgetTale.DIALOGUE + 18,
                "Stevoort",
                "walk",
                "Van de molen naar de kazerne",
                22,
                Set.of("teens"),
                "Jongeren willen zelf verven en timmeren.");
    }

    private static void projects(BudgetTale tale) {
        made(tale, SHADE, "youth", "Bomen rond de speelplaats", "Acht bomen en een waterpunt, met de klassen geplant.");
        made(tale, KITCHEN, "care", "Samen eten", "Een keuken waar buren om de beurt koken.");
        made(tale, CROSSING, "care", "Zitten onderweg", "Vier banken met een armleuning.");
        made(tale, HALL, "square", "De zaal weer open", "Toegankelijke toiletten, licht en verwarming.");
        made(tale, TRACK, "youth", "Leren fietsen", "Een parcours met borden, voor kleuters en voor nieuwkomers.");
        made(tale, POND, "square", "Water voor kikkers", "Een poel met een plankenpad.");
        made(tale, BARN, "youth", "Een eigen lokaal", "Een lokaal dat jongeren zelf inrichten.");
    }

    private static void made(BudgetTale tale, String title, String theme, String idea, String summary) {
        tale.project(BudgetTale.DIALOGUE + 25, title, summary, theme, idea);
    }

    private static void costs(BudgetPeople people) {
        people.costed(SHADE, "department-green", 12500, 300);
        people.costed(KITCHEN, "department-welfare", 21000, 900);
        people.costed(CROSSING, "department-public-domain", 6000, 150);
        people.costed(HALL, "department-culture", 24500, 1200);
        people.costed(TRACK, "department-mobility", 16500, 400);
        people.costed(POND, "department-green", 9500, 250);
        late(people);
    }

    /** Of two departments one does not answer; its task runs on. */
    private static void late(BudgetPeople people) {
        people.asked(BARN, "department-youth", "department-safety");
        people.answered(BARN, "department-youth", 22000, 700);
        people.chased(
                BudgetTale.ADVICE + 6,
                BARN,
                "Gebeld: de dienst veiligheid wacht op het verslag van de brandweer. Wij wachten nog een week.");
    }

    /** One is advised on; on the others each member finds something else to do. */
    private static void committee(BudgetPeople people) {
        people.scored(SHADE);
        people.advised(BudgetTale.ADVICE + 7, SHADE, "De school en de wijk dragen dit project samen.");
        people.scored(KITCHEN);
        people.scoredByOther(CROSSING);
        people.scoredByOther(HALL);
        people.hasInterest(HALL, "", "Ik verhuur mee de parochiezaal.");
    }

    private static BudgetWish wish(String area, String title, String place, int cost) {
        return new BudgetWish(
                area,
                title,
                title + ": wij denken er al lang over en willen zelf helpen.",
                "Voor wie hier woont, is daar nu niets.",
                place,
                cost,
                "Bewoner van " + area);
    }
}
