package org.samenspraak.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A round that was chosen and decided last year: one project is done, one runs on with more time, one is late. */
final class BudgetCarriedOut {

    private static final String FOREST = "Speelbos van Kiewit";
    private static final String BENCHES = "Ontmoetingsplek aan de vijver";
    private static final String LIBRARY = "Boekenhuisjes in Godsheide";
    private static final String ROUTE = "Wandelroute langs de Demer";
    private static final String HALL = "Buurtzaal in het Heilig Hart";
    private static final String SLIDE = "Glijbaan van de brug";

    private BudgetCarriedOut() {}

    static void tell(BudgetTale tale) {
        tale.adopted(
                "Wijkbudget Kiewit, Godsheide en Heilig Hart",
                List.of(
                        new BudgetPart("Kiewit", 3800, 6, List.of("children"), "Via de school en de jeugdbeweging."),
                        new BudgetPart("Godsheide", 3300, 7, List.of("seniors"), "In het ontmoetingscentrum."),
                        new BudgetPart(
                                "Heilig Hart",
                                5200,
                                17,
                                List.of("poverty", "migration"),
                                "Met de sociale kruidenier.")));
        ideas(tale);
        projects(tale);
        ballots(tale);
        tale.decided();
        done(tale);
        extended(tale);
        late(tale);
    }

    private static void ideas(BudgetTale tale) {
        tale.handedIn(3, false, wish("Kiewit", "Een bos om in te spelen", "Rand van het domein", 14000));
        tale.handedIn(6, false, wish("Kiewit", "Een glijbaan aan de brug", "Spoorwegbrug", 24000));
        tale.handedIn(10, true, wish("Godsheide", "Boeken delen", "Dorpsplein van Godsheide", 12000));
        tale.handedIn(14, false, wish("Godsheide", "Wandelen langs de Demer", "Demeroever", 22000));
        tale.handedIn(19, false, wish("Heilig Hart", "Zitten aan de vijver", "Vijver", 20000));
        tale.handedIn(25, false, wish("Heilig Hart", "Een zaal voor de buurt", "Oude kapel", 25000));
        tale.admitted(
                BudgetTale.ADMISSIBILITY + 6,
                "Een bos om in te spelen",
                "Een glijbaan aan de brug",
                "Boeken delen",
                "Wandelen langs de Demer",
                "Zitten aan de vijver",
                "Een zaal voor de buurt");
    }

    private static void projects(BudgetTale tale) {
        tale.met(
                BudgetTale.DIALOGUE + 10,
                "Heilig Hart",
                "meeting",
                "Sociale kruidenier",
                23,
                Set.of("poverty", "migration"),
                "Een plek om te zitten zonder iets te moeten kopen.");
        made(tale, FOREST, "department-green", 15000, "Een bos om in te spelen", "Heuvels, hutten en zaailingen.");
        made(
                tale,
                LIBRARY,
                "department-culture",
                14500,
                "Boeken delen",
                "Een boekenkiosk en vier boekenhuisjes, verzorgd door buren.");
        made(tale, ROUTE, "department-green", 23000, "Wandelen langs de Demer", "Een route met infoborden.");
        made(tale, BENCHES, "department-green", 22500, "Zitten aan de vijver", "Banken, een tafel en schaduw.");
        made(tale, HALL, "department-public-domain", 24500, "Een zaal voor de buurt", "De kapel wordt een zaal.");
        tale.project(
                BudgetTale.DIALOGUE + 25,
                SLIDE,
                "Een lange glijbaan van de brug.",
                "youth",
                "Een glijbaan aan de brug");
        tale.infeasible(
                SLIDE,
                "department-mobility",
                "De brug is van de spoorwegen. Die laten er niets aan vastmaken, want dat is niet veilig.");
    }

    private static void made(BudgetTale tale, String title, String department, int cost, String idea, String summary) {
        tale.project(BudgetTale.DIALOGUE + 25, title, summary, "square", idea);
        tale.feasible(title, department, cost, cost / 50, "De commissie vindt het project haalbaar en nodig.");
    }

    private static void ballots(BudgetTale tale) {
        tale.voted(BudgetTale.CHOICE + 3, "Kiewit", List.of(List.of(FOREST), List.of(FOREST), List.of(FOREST)));
        tale.voted(
                BudgetTale.CHOICE + 4,
                "Godsheide",
                List.of(List.of(LIBRARY, ROUTE), List.of(LIBRARY), List.of(LIBRARY), List.of(ROUTE)));
        tale.voted(
                BudgetTale.CHOICE + 8,
                "Heilig Hart",
                List.of(List.of(BENCHES), List.of(BENCHES, HALL), List.of(BENCHES), List.of(HALL)));
        tale.votedOnPaper(
                BudgetTale.CHOICE + 14,
                "Heilig Hart",
                25,
                List.of(List.of(BENCHES), List.of(HALL), List.of(BENCHES), List.of(BENCHES, HALL)));
        tale.votedOnPaper(BudgetTale.CHOICE + 14, "Godsheide", 12, List.of(List.of(LIBRARY), List.of(LIBRARY, ROUTE)));
    }

    private static void done(BudgetTale tale) {
        agreed(
                tale,
                LIBRARY,
                "Een boekenkiosk en vier boekenhuisjes, elk met een buur die het verzorgt.",
                "Kiosk en boekenhuisjes geplaatst",
                6000);
        milestone(tale, 380, LIBRARY);
        tale.on(
                400,
                10,
                () -> tale.answer(
                        tale.project(LIBRARY),
                        "wijkbudget-follow",
                        Map.of(
                                "next",
                                "done",
                                "endWords",
                                "De kiosk en de vier boekenhuisjes staan er. Buren houden ze netjes en vullen ze aan.")));
    }

    private static void extended(BudgetTale tale) {
        agreed(tale, FOREST, "Heuvels, hutten en driehonderd zaailingen.", "Heuvels aangelegd", 9000);
        milestone(tale, 470, FOREST);
        progress(tale, 475, FOREST, "De heuvels liggen er. De school plantte mee de eerste zaailingen.");
        tale.on(
                620,
                10,
                () -> tale.answer(
                        tale.project(FOREST),
                        "wijkbudget-follow",
                        Map.of(
                                "next",
                                "extend",
                                "until",
                                tale.day(860).toString(),
                                "why",
                                "In de droge zomer konden wij niet planten. Dat doen wij deze winter.")));
        progress(
                tale,
                690,
                FOREST,
                "De hutten zijn klaar. Vanaf december planten wij de laatste bomen, samen met de buurt.");
    }

    private static void late(BudgetTale tale) {
        agreed(
                tale,
                BENCHES,
                "Zes banken, een lange tafel en vier bomen aan de vijver.",
                "Banken en tafel geplaatst",
                9000);
        progress(
                tale,
                520,
                BENCHES,
                "De banken zijn besteld. De oever moet eerst steviger, dat duurt langer dan gedacht.");
    }

    /** The city carries it out, and signs. */
    private static void agreed(BudgetTale tale, String title, String what, String milestone, int amount) {
        tale.on(
                BudgetTale.DECISION + 20,
                10,
                () -> tale.answer(
                        tale.project(title),
                        "wijkbudget-agreement",
                        Map.of(
                                "carrier",
                                "city",
                                "what",
                                what,
                                "_rows.milestones",
                                "1",
                                "milestones[0].title",
                                milestone,
                                "milestones[0].due",
                                tale.day(480).toString(),
                                "milestones[0].amount",
                                String.valueOf(amount))));
        tale.on(BudgetTale.DECISION + 27, 10, () -> tale.signed(title));
    }

    private static void milestone(BudgetTale tale, int day, String title) {
        tale.on(
                day,
                9,
                () -> tale.answer(
                        tale.project(title), "wijkbudget-follow", Map.of("next", "milestone", "milestone", "1")));
    }

    private static void progress(BudgetTale tale, int day, String title, String words) {
        tale.on(
                day,
                11,
                () -> tale.answer(
                        tale.project(title), "wijkbudget-follow", Map.of("next", "progress", "words", words)));
    }

    private static BudgetWish wish(String area, String title, String place, int cost) {
        return new BudgetWish(
                area,
                title,
                title + ": dat brengt buren bij elkaar. Wij helpen zelf mee.",
                "In de buurt is daar nu geen plek voor.",
                place,
                cost,
                "Bewoner van " + area);
    }
}
