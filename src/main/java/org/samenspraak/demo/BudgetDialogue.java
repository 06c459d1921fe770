package org.samenspraak.demo;

import java.util.List;
import java.util.Set;

/** A round whose call is over: residents and city make projects of ideas. */
final class BudgetDialogue {

    private static final String MATTERS = "Ter Hilst";

    private BudgetDialogue() {}

    static void tell(BudgetTale tale, BudgetPeople people) {
        tale.adopted(
                "Wijkbudget Runkst, Ter Hilst en Kermt",
                List.of(
                        new BudgetPart(
                                "Runkst",
                                7400,
                                18,
                                List.of("teens", "poverty"),
                                "Langs het jeugdhuis en de voedselbedeling: daar komen zij al."),
                        new BudgetPart(
                                MATTERS,
                                4100,
                                26,
                                List.of("migration", "seniors"),
                                "Aan de schoolpoort en in het dienstencentrum, met een tolk."),
                        new BudgetPart(
                                "Kermt",
                                3900,
                                8,
                                List.of("children", "seniors"),
                                "Op de jaarmarkt en in de klas: het dorp is klein, iedereen passeert er.")));
        ideas(tale);
        checks(tale);
        meetings(tale);
        projects(tale);
        lookAgain(tale, people);
    }

    /** A department gave it back, the office refused it, and its proposer does not agree: somebody else has to look. */
    private static void lookAgain(BudgetTale tale, BudgetPeople people) {
        tale.handedIn(36, false, KERMT_CROSSING);
        tale.givenBack(
                BudgetTale.ADMISSIBILITY + 9,
                KERMT_CROSSING.title(),
                "department-mobility",
                "Oversteekplaatsen tekent de dienst mobiliteit.",
                "Deze steenweg is van het gewest: wij mogen er niets op schilderen.");
        tale.refused(
                BudgetTale.DIALOGUE + 26,
                KERMT_CROSSING.title(),
                "own",
                "De stad mag op deze weg niets aanleggen. Met wijkbudget kan dit dus niet.");
        people.askedAgain(
                BudgetTale.DIALOGUE + 31,
                KERMT_CROSSING.title(),
                "De school ligt aan een straat van de stad. Daar vragen wij de oversteek, niet op de steenweg.");
    }

    private static void ideas(BudgetTale tale) {
        tale.handedIn(3, false, RUNKST_SQUARE);
        tale.handedIn(9, true, RUNKST_SHADE);
        tale.handedIn(12, false, RUNKST_BIKES);
        tale.handedIn(17, false, HILST_KITCHEN);
        tale.handedIn(20, true, HILST_BENCH);
        tale.handedIn(24, false, HILST_LAMPS);
        tale.handedIn(27, false, KERMT_PLAY);
        tale.handedIn(30, false, KERMT_PATH);
        tale.handedIn(33, false, KERMT_SHOP);
    }

    private static void checks(BudgetTale tale) {
        tale.admitted(
                BudgetTale.ADMISSIBILITY + 5,
                RUNKST_SQUARE.title(),
                RUNKST_BIKES.title(),
                HILST_KITCHEN.title(),
                HILST_BENCH.title(),
                KERMT_PLAY.title(),
                KERMT_PATH.title());
        tale.merged(
                BudgetTale.ADMISSIBILITY + 6,
                RUNKST_SHADE.title(),
                RUNKST_SQUARE.title(),
                "Beide ideeën gaan over schaduw op hetzelfde plein. Samen staan ze sterker.");
        tale.regular(
                BudgetTale.ADMISSIBILITY + 7,
                HILST_LAMPS.title(),
                "department-public-domain",
                "Verlichting van de openbare weg is gewoon werk van de dienst openbaar domein.",
                "Wij nemen het op in het verlichtingsplan van komend voorjaar.");
        tale.refused(
                BudgetTale.ADMISSIBILITY + 8,
                KERMT_SHOP.title(),
                "nonCommercial",
                "Het wijkbudget betaalt geen handelszaak. De dienst economie helpt u graag verder met een startersgesprek.");
    }

    private static void meetings(BudgetTale tale) {
        tale.met(
                BudgetTale.DIALOGUE + 4,
                "Runkst",
                "meeting",
                "Jeugdhuis van Runkst",
                34,
                Set.of("teens"),
                "Jongeren willen blijven zitten na school: schaduw, stopcontacten en een afdak.");
        tale.met(
                BudgetTale.DIALOGUE + 9,
                MATTERS,
                "walk",
                "Van de school naar het dienstencentrum",
                19,
                Set.of("seniors", "migration"),
                "Om de honderd meter een bank: zo geraken ouderen zelf naar het dienstencentrum.");
        tale.met(
                BudgetTale.DIALOGUE + 15,
                "Kermt",
                "meeting",
                "Parochiezaal van Kermt",
                41,
                Set.of("children", "seniors"),
                "De derde graad van de school tekende de speelplek. Grootouders willen er zitten.");
        tale.met(
                BudgetTale.DIALOGUE + 22,
                "Runkst",
                "call",
                "Belronde bij wie de voedselbedeling kent",
                12,
                Set.of("poverty"),
                "Een fiets lenen is welkom, als het gratis blijft.");
    }

    private static void projects(BudgetTale tale) {
        tale.project(
                BudgetTale.DIALOGUE + 18,
                "Schaduw en zitplekken op het plein",
                "Zes bomen, een afdak en zitplekken op het plein, met hulp van het jeugdhuis.",
                "square",
                RUNKST_SQUARE.title());
        tale.project(
                BudgetTale.DIALOGUE + 24,
                "Van bank tot bank in Ter Hilst",
                "Vijf banken met een armleuning op de weg naar het dienstencentrum.",
                "care",
                HILST_BENCH.title());
        tale.project(
                BudgetTale.DIALOGUE + 29,
                "Speelplek voor klein en groot in Kermt",
                "Een speelplek met zand en hout, en banken voor wie toekijkt. Een veilig pad leidt ernaartoe.",
                "youth",
                KERMT_PLAY.title(),
                KERMT_PATH.title());
    }

    private static final BudgetWish RUNKST_SQUARE = new BudgetWish(
            "Runkst",
            "Bomen op het plein",
            "Plant bomen op het plein, zodat wij er in de zomer kunnen zitten.",
            "Het plein is in de zomer te heet om te blijven.",
            "Plein aan de kerk van Runkst",
            9000,
            "Bewoner van het plein");
    private static final BudgetWish RUNKST_SHADE = new BudgetWish(
            "Runkst",
            "Een afdak voor de jeugd",
            "Een afdak op het plein, voor regen en voor zon.",
            "Jongeren hangen nu in de inkomhal van de appartementen.",
            "Kerkplein van Runkst",
            12000,
            "Begeleider van het jeugdhuis");
    private static final BudgetWish RUNKST_BIKES = new BudgetWish(
            "Runkst",
            "Fietsen om te lenen",
            "Twee bakfietsen en een fiets met lage instap, te leen in het buurthuis.",
            "Niet iedereen heeft een auto of geld voor een bakfiets.",
            "Buurthuis van Runkst",
            11000,
            "Ouder van drie kinderen");
    private static final BudgetWish HILST_KITCHEN = new BudgetWish(
            MATTERS,
            "Samen koken in de wijk",
            "Maak van de leegstaande ruimte een keuken waar buren samen koken.",
            "Buren kennen elkaar niet, en alleen eten is ongezellig.",
            "Oude conciërgewoning",
            20000,
            "Vrijwilliger van het dienstencentrum");
    private static final BudgetWish HILST_BENCH = new BudgetWish(
            MATTERS,
            "Meer banken",
            "Zet banken op de weg naar het dienstencentrum.",
            "Wie moeilijk stapt, blijft nu thuis.",
            "Weg naar het dienstencentrum",
            6000,
            "Bewoner met een rollator");
    private static final BudgetWish HILST_LAMPS = new BudgetWish(
            MATTERS,
            "Licht in de tunnel",
            "Hang betere lampen in de fietstunnel.",
            "’s Avonds durven velen er niet door.",
            "Fietstunnel",
            8000,
            "Student uit Ter Hilst");
    private static final BudgetWish KERMT_PLAY = new BudgetWish(
            "Kermt",
            "Spelen met zand en hout",
            "Een speelplek van natuurlijk materiaal achter de school.",
            "Na school is er in het dorp niets te doen.",
            "Veld achter de school",
            16000,
            "Leerkracht van de dorpsschool");
    private static final BudgetWish KERMT_PATH = new BudgetWish(
            "Kermt",
            "Een veilig pad naar het veld",
            "Maak het pad naar het veld vlak en autovrij.",
            "Kinderen fietsen nu over de steenweg.",
            "Pad achter de kerk van Kermt",
            5000,
            "Grootouder uit Kermt");
    private static final BudgetWish KERMT_CROSSING = new BudgetWish(
            "Kermt",
            "Veilig oversteken naar school",
            "Schilder een opvallende oversteek met de kinderen van de school.",
            "Ouders brengen hun kind met de auto, omdat oversteken gevaarlijk is.",
            "Schoolstraat van Kermt",
            7000,
            "Ouder uit Kermt");
    private static final BudgetWish KERMT_SHOP = new BudgetWish(
            "Kermt",
            "Een dorpswinkel",
            "Geef startgeld voor een winkel met een koffiehoek.",
            "De laatste winkel is dicht.",
            "Dorpsplein van Kermt",
            24000,
            "Handelaar uit Kermt");
}
