package org.samenspraak.demo;

import java.util.List;
import java.util.Map;

/** A round whose call is open: ideas come in, some are not confirmed, some nobody read, and two are alike. */
final class BudgetCall {

    private static final String WEST = "Kempische Wijk";
    private static final String HILLS = "Katarina";
    private static final String VILLAGE = "Rapertingen";

    private BudgetCall() {}

    static void tell(BudgetTale tale) {
        tale.adopted(
                "Wijkbudget Kempische Wijk, Katarina en Rapertingen",
                List.of(
                        new BudgetPart(
                                WEST,
                                3600,
                                24,
                                List.of("teens", "migration"),
                                "In de buurtwinkel en op het voetbalveld, in hun eigen taal."),
                        new BudgetPart(
                                HILLS,
                                4300,
                                15,
                                List.of("children", "poverty"),
                                "Aan de schoolpoort, en met de brugfiguur van de school."),
                        new BudgetPart(
                                VILLAGE,
                                3500,
                                7,
                                List.of("seniors", "disability"),
                                "Op papier via de thuiszorg, en in de parochiezaal.")));
        tale.handedIn(5, false, GARDEN);
        tale.handedIn(7, true, CHAPEL);
        picture(tale);
        // like the one before it, from somebody who lives around the corner
        tale.sent(12, false, BEDS, null);
        tale.confirmedAlone(12, BEDS);
        tale.read(15, BEDS, Map.of());
        // waits to be read
        tale.sent(19, false, COURT, null);
        tale.confirmedAlone(19, COURT);
        // waits for its proposer
        tale.sent(20, false, PATH, null);
    }

    private static void picture(BudgetTale tale) {
        tale.sent(9, false, PLAY, HillPicture.jpeg());
        tale.confirmedAlone(9, PLAY);
        tale.read(12, PLAY, Map.of("publishPhotos", "yes"));
    }

    private static final BudgetWish GARDEN = new BudgetWish(
            WEST,
            "Moestuin achter de flats",
            "Maak van het grasveld achter de flats een moestuin, met bakken op tafelhoogte.",
            "Wie in een flat woont, heeft geen tuin en kent de buren niet.",
            "Grasveld achter de flats",
            8500,
            "Bewoner van de flats");
    private static final BudgetWish BEDS = new BudgetWish(
            WEST,
            "Samen een moestuin achter de flats",
            "Een moestuin op het grasveld achter de flats, met een waterput en bakken voor de kinderen.",
            "Kinderen weten niet waar hun groenten groeien.",
            "Grasveld tussen de flats",
            6000,
            "Ouder uit de Kempische Wijk");
    private static final BudgetWish PLAY = new BudgetWish(
            HILLS,
            "Speelheuvels met hutten",
            "Maak heuvels met hutten van wilgentakken. Ik tekende hoe het kan worden.",
            "Het plein is vlak en leeg. Kinderen spelen er nu tussen de auto’s.",
            "Plein van Katarina",
            14000,
            "Ouder van vier kinderen");
    private static final BudgetWish COURT = new BudgetWish(
            HILLS,
            "Een doel en een basketring",
            "Zet een doel en een basketring op de oude parking.",
            "Jongeren van twaalf tot zestien hebben in de wijk geen plek.",
            "Oude parking aan de kerk",
            7000,
            "Jongere uit Katarina");
    private static final BudgetWish CHAPEL = new BudgetWish(
            VILLAGE,
            "Rusten aan de kapel",
            "Een bank met armleuningen en een linde aan de kapel, halfweg tussen dorp en kerkhof.",
            "Wie moeilijk stapt, haalt het kerkhof niet zonder te rusten.",
            "Kapel van Rapertingen",
            3500,
            "Bewoner van Rapertingen");
    private static final BudgetWish PATH = new BudgetWish(
            VILLAGE,
            "Een pad waar een rolstoel kan",
            "Leg op de wandelweg langs de beek een hard pad van een meter breed.",
            "Met een rolstoel of een kinderwagen raakt niemand tot aan de beek.",
            "Wandelweg langs de beek",
            16000,
            "Mantelzorger");
}
