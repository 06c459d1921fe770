package org.samenspraak.demo;

import static org.samenspraak.demo.Advice.condition;
import static org.samenspraak.demo.Advice.consensus;
import static org.samenspraak.demo.Advice.negative;
import static org.samenspraak.demo.Advice.positive;
import static org.samenspraak.demo.Advice.question;
import static org.samenspraak.demo.Advice.voted;

import java.util.Map;
import org.samenspraak.advice.AdviceDesk;
import org.samenspraak.advice.AdviceDesk.Said;
import org.samenspraak.demo.Consultation.Asked;
import org.samenspraak.forms.Came;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Requests for advice that are replied to; whoever is late or silent was asked so long ago that a summer may lie between. */
@Component
@Profile("demo")
class Replying {

    private final Walk walk;
    private final CouncilDesk councils;
    private final AdviceDesk desk;

    Replying(Walk walk, CouncilDesk councils, AdviceDesk desk) {
        this.walk = walk;
        this.councils = councils;
        this.desk = desk;
    }

    void plan(Agenda agenda, Cast cast) {
        var tell = new Consultations.Teller(agenda, walk, councils, desk, cast);
        replying(tell);
        owing(tell);
        agreeing(tell);
    }

    private static Consultation parking(Consultations.Teller tell) {
        return tell.of(new Asked(
                        "department-mobility",
                        "college",
                        "Parkeren in de wijken",
                        "Hoe verdelen we de parkeerplaatsen tussen bewoners, bezoekers en deelwagens?",
                        "De zones, de uren en de prijs van een tweede bewonerskaart.",
                        "mobility",
                        "Runkst"))
                .drafted(84)
                .chosen(
                        79,
                        "Wijkraad Runkst",
                        "Wijkraad Hollandsveld",
                        "Wijkraad Centrum",
                        "Jeugdraad",
                        "Dorpsraad Kermt")
                .sent(75)
                .advised(
                        62,
                        "Wijkraad Runkst",
                        voted(
                                5,
                                2,
                                0,
                                "Twee leden willen geen betalend parkeren.",
                                condition("Bewonerskaart", "Maak de eerste kaart gratis en de tweede duurder."),
                                negative("Uren in de avond", "Na zes uur betalen treft wie bezoek krijgt."),
                                condition("Deelwagens in Runkst", "Minstens vier plaatsen, verspreid over de wijk."),
                                question("Controle", "Wie kijkt na of het bord gevolgd wordt?")));
    }

    /** Late, with more time, without advice and silent. */
    private Consultation answered(Consultations.Teller tell) {
        return parking(tell)
                .moreTime(60, "Jeugdraad", 10, "Wij willen het eerst op ons forum van volgende maand bespreken.")
                .granted(57, "Jeugdraad", "Het forum brengt meer stemmen binnen.")
                .advised(
                        50,
                        "Jeugdraad",
                        consensus(
                                condition("Deelwagens voor jongeren", "Zet ze aan de haltes van de bus."),
                                condition(
                                        "Fietsenstallingen", "Vervang per straat één parkeerplaats door een stalling."),
                                positive("Minder auto's", "Goed dat het plan met minder plaatsen durft te rekenen.")))
                .then(
                        47,
                        15,
                        request -> walk.enter(
                                councils.caseOf(request, "Dorpsraad Kermt"),
                                CouncilDesk.ADVICE,
                                Walk.single(Map.of("answer", "none", "noReason", "In Kermt is er geen parkeerdruk.")),
                                new Came(
                                        Came.By.PHONE,
                                        "Voorzitter dorpsraad Kermt",
                                        tell.agenda().now(),
                                        "De raad laat dit graag over aan de wijken van de stad zelf."),
                                tell.cast().official("area-manager-dorpen")))
                .advised(
                        6,
                        "Wijkraad Centrum",
                        consensus(
                                negative("Betalen na zes uur", "Winkels en cafés verliezen hun klanten."),
                                condition("Laden en lossen", "Houd elke ochtend plaatsen vrij voor leveringen.")));
    }

    private void replying(Consultations.Teller tell) {
        answered(tell)
                .grouped(3, "Deelwagens", "Deelwagens in Runkst", "Deelwagens voor jongeren")
                .grouped(3, "Betalen in de avond", "Uren in de avond", "Betalen na zes uur")
                .replied(3, "Deelwagens in Runkst", Said.followed("artikel 7 en de kaart in de bijlage"))
                .replied(
                        3,
                        "Bewonerskaart",
                        Said.of("partly", "De eerste kaart is gratis. De prijs van de tweede ligt nog niet vast."))
                .replied(3, "Minder auto's", Said.of("noted", "Dank u. Zo gaan we verder."))
                .replied(3, "Controle", Said.of("answered", "De gemeenschapswachten, elke werkdag."));
    }

    /** The term of the replies is over, and a council still waits for one. */
    private static void owing(Consultations.Teller tell) {
        tell.of(new Asked(
                        "department-public-domain",
                        "college",
                        "Zitbanken langs de wandelroutes",
                        "Waar ontbreekt in uw wijk een bank om even te zitten?",
                        "De plaats en de soort banken. Dat er veertig komen, ligt vast.",
                        "public-domain",
                        "Trekschuren"))
                .drafted(180)
                .chosen(176, "Wijkraad Trekschuren", "Wijkraad Kiewit")
                .sent(170)
                .advised(
                        155,
                        "Wijkraad Trekschuren",
                        consensus(
                                condition("Aan het kanaal", "Zet om de vijfhonderd meter een bank."),
                                condition("Leuning", "Kies banken met een leuning: zo raakt iedereen weer recht.")))
                .advised(
                        150,
                        "Wijkraad Kiewit",
                        consensus(question("Vuilnisbakken", "Komt er bij elke bank ook een vuilnisbak?")))
                .replied(90, "Leuning", Said.followed("lijst van banken, model 2"));
    }

    /** One council answered on paper. */
    private Consultation trees(Consultations.Teller tell) {
        return tell.of(new Asked(
                        "department-green",
                        "college",
                        "Bomenplan voor de dorpen",
                        "Welke straten en pleinen in uw dorp krijgen eerst bomen?",
                        "De volgorde en de soort bomen. Dat er vijfhonderd bomen komen, ligt vast.",
                        "green",
                        "Kermt"))
                .drafted(70)
                .chosen(66, "Dorpsraad Kermt", "Dorpsraad Stevoort")
                .sent(60)
                .advised(
                        44,
                        "Dorpsraad Kermt",
                        consensus(
                                condition("Dorpsplein van Kermt", "Begin op het plein: daar is geen schaduw."),
                                condition("Fruitbomen", "Plant ook fruitbomen waar iedereen van mag plukken.")))
                .then(
                        38,
                        14,
                        request -> councils.onPaper(
                                request,
                                "Dorpsraad Stevoort",
                                consensus(condition(
                                                "Wortels en voetpaden", "Kies bomen die het voetpad niet optillen."))
                                        .sent("Dorpsraad Stevoort"),
                                new Came(
                                        Came.By.PAPER,
                                        "Secretaris dorpsraad Stevoort",
                                        tell.agenda().now(),
                                        null),
                                tell.cast().official("area-manager-dorpen")));
    }

    /** With the alderman, who sent it back once. */
    private void agreeing(Consultations.Teller tell) {
        trees(tell)
                .replied(20, "Dorpsplein van Kermt", Said.followed("fase 1 van het plan"))
                .replied(20, "Fruitbomen", Said.of("not", "Te veel onderhoud."))
                .replied(20, "Wortels en voetpaden", Said.followed("lijst van soorten, bladzijde 9"))
                .answered(15, "We volgen twee van de drie punten.")
                .remarked(11, "Leg beter uit waarom fruitbomen niet kunnen. De raad vroeg dit al eerder.")
                .replied(
                        5,
                        "Fruitbomen",
                        Said.of(
                                "partly",
                                "In straten lukt het niet: het fruit maakt de voetpaden glad. Wel in het park van Kermt."))
                .answered(3, "We volgen twee punten helemaal en één voor een deel.");
    }
}
