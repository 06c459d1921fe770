package org.samenspraak.demo;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samenspraak.demo.BudgetPeople.Part;

/** A round that was chosen and decided last year: one project is done, one runs on with more time, one is late. */
final class BudgetCarriedOut {

    private static final String FOREST = "Speelbos van Kiewit";
    private static final String BENCHES = "Ontmoetingsplek aan de vijver";
    private static final String LIBRARY = "Boekenhuisjes in Godsheide";
    private static final String ROUTE = "Wandelroute langs de Demer";
    private static final String HALL = "Buurtzaal in het Heilig Hart";
    private static final String SLIDE = "Glijbaan van de brug";

    private BudgetCarriedOut() {}

    static void tell(BudgetTale tale, BudgetPeople people) {
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
        projects(tale, people);
        List.of(FOREST, LIBRARY, BENCHES, HALL).forEach(people::scored);
        people.scoredByOne(ROUTE, "Mijn huis staat aan de route.");
        ballots(tale);
        tale.decided();
        done(people);
        extended(tale, people);
        late(people);
    }

    private static void ideas(BudgetTale tale) {
        tale.handedIn(3, false, wish("Kiewit", "Een bos om in te spelen", "Rand van het domein", 14000));
        tale.handedIn(6, false, wish("Kiewit", "Een glijbaan aan de brug", "Spoorwegbrug", 24000));
        tale.handedIn(10, true, wish("Godsheide", "Boeken delen", "Dorpsplein van Godsheide", 12000));
        tale.handedIn(14, false, wish("Godsheide", "Wandelen langs de Demer", "Demeroever", 22000));
        tale.handedIn(19, false, wish("Heilig Hart", "Zitten aan de vijver", "Vijver", 20000));
        tale.handedIn(25, false, wish("Heilig Hart", "Een zaal voor de buurt", "Oude kapel", 25000));
        more(tale);
        tale.admitted(
                BudgetTale.ADMISSIBILITY + 6,
                "Een bos om in te spelen",
                "Een glijbaan aan de brug",
                "Boeken delen",
                "Wandelen langs de Demer",
                "Zitten aan de vijver",
                "Een zaal voor de buurt");
    }

    /** Others with the same idea; they too say later how the round went. */
    private static void more(BudgetTale tale) {
        tale.handedIn(30, false, wish("Kiewit", "Klimmen tussen de bomen", "Bosrand van Kiewit", 9000));
        tale.handedIn(31, false, wish("Godsheide", "Een kast vol boeken", "Kerk van Godsheide", 2000));
        tale.handedIn(33, true, wish("Heilig Hart", "Een bank in de schaduw", "Oever van de vijver", 3000));
        merged(tale, "Klimmen tussen de bomen", "Een bos om in te spelen");
        merged(tale, "Een kast vol boeken", "Boeken delen");
        merged(tale, "Een bank in de schaduw", "Zitten aan de vijver");
    }

    private static void merged(BudgetTale tale, String title, String into) {
        tale.merged(BudgetTale.ADMISSIBILITY + 8, title, into, "Beide ideeën vragen hetzelfde op dezelfde plek.");
    }

    private static void projects(BudgetTale tale, BudgetPeople people) {
        tale.met(
                BudgetTale.DIALOGUE + 10,
                "Heilig Hart",
                "meeting",
                "Sociale kruidenier",
                23,
                Set.of("poverty", "migration"),
                "Een plek om te zitten zonder iets te moeten kopen.");
        tale.met(
                BudgetTale.DIALOGUE + 16,
                "Kiewit",
                "walk",
                "Van de school naar de bosrand",
                27,
                Set.of("children"),
                "Kinderen willen zelf hutten bouwen, zonder toestellen.");
        made(people, FOREST, "department-green", 15000, "Een bos om in te spelen", "Heuvels, hutten en zaailingen.");
        made(
                people,
                LIBRARY,
                "department-culture",
                14500,
                "Boeken delen",
                "Een boekenkiosk en vier boekenhuisjes, verzorgd door buren.");
        made(people, ROUTE, "department-green", 23000, "Wandelen langs de Demer", "Een route met infoborden.");
        made(people, BENCHES, "department-green", 22500, "Zitten aan de vijver", "Banken, een tafel en schaduw.");
        made(people, HALL, "department-public-domain", 24500, "Een zaal voor de buurt", "De kapel wordt een zaal.");
        tale.project(
                BudgetTale.DIALOGUE + 25,
                SLIDE,
                "Een lange glijbaan van de brug.",
                "youth",
                "Een glijbaan aan de brug");
        people.infeasible(
                SLIDE,
                "department-mobility",
                "De brug is van de spoorwegen. Die laten er niets aan vastmaken, want dat is niet veilig.");
    }

    private static void made(
            BudgetPeople people, String title, String department, int cost, String idea, String summary) {
        people.tale().project(BudgetTale.DIALOGUE + 25, title, summary, "square", idea);
        people.feasible(title, department, cost, cost / 50, "De commissie vindt het project haalbaar en nodig.");
    }

    private static void ballots(BudgetTale tale) {
        tale.voted(BudgetTale.CHOICE + 3, "Kiewit", Collections.nCopies(6, List.of(FOREST)));
        tale.voted(
                BudgetTale.CHOICE + 4,
                "Godsheide",
                List.of(List.of(LIBRARY, ROUTE), List.of(LIBRARY), List.of(LIBRARY), List.of(ROUTE), List.of(LIBRARY)));
        tale.voted(
                BudgetTale.CHOICE + 8,
                "Heilig Hart",
                List.of(List.of(BENCHES), List.of(BENCHES, HALL), List.of(BENCHES), List.of(HALL), List.of(BENCHES)));
        tale.votedOnPaper(
                BudgetTale.CHOICE + 14,
                "Heilig Hart",
                25,
                List.of(List.of(BENCHES), List.of(HALL), List.of(BENCHES), List.of(BENCHES, HALL), List.of(BENCHES)));
        tale.votedOnPaper(
                BudgetTale.CHOICE + 14,
                "Godsheide",
                12,
                List.of(List.of(LIBRARY), List.of(LIBRARY, ROUTE), List.of(LIBRARY), List.of(ROUTE), List.of(LIBRARY)));
    }

    private static void done(BudgetPeople people) {
        people.agreedByCity(
                LIBRARY,
                "Een boekenkiosk en vier boekenhuisjes, elk met een buur die het verzorgt.",
                new Part("Kiosk geplaatst", 350, 9000),
                new Part("Vier boekenhuisjes geplaatst", 420, 5500));
        people.reachedByCity(352, LIBRARY, 1, "Factuur van de schrijnwerker: 1 kiosk, 9.000,00 euro.");
        people.reachedByCity(398, LIBRARY, 2, "Factuur van de schrijnwerker: 4 boekenhuisjes, 5.500,00 euro.");
        people.followed(
                405,
                LIBRARY,
                Map.of(
                        "next",
                        "done",
                        "endWords",
                        "De kiosk en de vier boekenhuisjes staan er. Buren houden ze netjes en vullen ze aan."));
    }

    /** By the council of the neighbourhood, in instalments. */
    private static void extended(BudgetTale tale, BudgetPeople people) {
        people.agreedByCouncil(
                FOREST,
                "Wijkraad Kiewit",
                "Heuvels, hutten en driehonderd zaailingen. De wijkraad koopt aan, de school en de buren planten mee.",
                new Part("Heuvels aangelegd", 480, 9000),
                new Part("Hutten gebouwd en bomen geplant", 640, 6000));
        people.reached(470, FOREST, 1);
        people.paid(474, FOREST);
        people.told(
                476,
                FOREST,
                "1",
                "De heuvels liggen er. De school plantte mee de eerste zaailingen.",
                HillPicture.jpeg());
        people.followed(
                620,
                FOREST,
                Map.of(
                        "next",
                        "extend",
                        "until",
                        tale.day(860).toString(),
                        "why",
                        "In de droge zomer konden wij niet planten. Dat doen wij deze winter."));
        people.told(
                690,
                FOREST,
                "2",
                "De hutten zijn klaar. Vanaf december planten wij de laatste bomen, samen met de buurt.",
                null);
    }

    private static void late(BudgetPeople people) {
        people.agreedByCity(
                BENCHES,
                "Zes banken, een lange tafel en vier bomen aan de vijver.",
                new Part("Oever verstevigd", 480, 12000),
                new Part("Banken, tafel en bomen geplaatst", 620, 10500));
        people.followed(
                520,
                BENCHES,
                Map.of(
                        "next",
                        "progress",
                        "words",
                        "De banken zijn besteld. De oever moet eerst steviger, dat duurt langer dan gedacht."));
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
