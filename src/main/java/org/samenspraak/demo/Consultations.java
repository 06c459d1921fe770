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
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.demo.Consultation.Asked;
import org.samenspraak.forms.Came;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Requests for advice that are not decided yet, each at another stage; every number is days before the first start. A term may
 * be two months when the summer lies in it: whoever is late or silent was asked longer ago than that.
 */
@Component
@Profile("demo")
class Consultations {

    private final Walk walk;
    private final CouncilDesk councils;
    private final AdviceDesk desk;
    private final Cases cases;

    Consultations(Walk walk, CouncilDesk councils, AdviceDesk desk, Cases cases) {
        this.walk = walk;
        this.councils = councils;
        this.desk = desk;
        this.cases = cases;
    }

    void plan(Agenda agenda, Cast cast) {
        var tell = new Teller(agenda, walk, councils, desk, cast);
        preparing(tell);
        out(tell);
        changed(tell);
        replying(tell, agenda, cast);
        agreeing(tell, agenda, cast);
        withdrawn(tell, cast);
    }

    private static void preparing(Teller tell) {
        tell.of(new Asked(
                        "department-mobility",
                        "college",
                        "Heraanleg van de Kempische Steenweg",
                        "Wat maakt de Kempische Steenweg voor u onveilig of onaangenaam?",
                        "De plaats van de oversteken, de bomen en het parkeren. De rijrichting ligt vast.",
                        "mobility",
                        "Runkst"))
                .drafted(4);
        tell.of(new Asked(
                        "department-youth",
                        "college",
                        "Speelplein in het Banneuxpark",
                        "Kiest u voor ontwerp A of voor ontwerp B van het speelplein?",
                        "Welk van de twee ontwerpen het wordt.",
                        "youth",
                        "Banneux"))
                .drafted(14)
                .chosen(11, "Wijkraad Banneux", "Jeugdraad")
                .returned(7, "U vraagt te kiezen tussen twee ontwerpen die klaar zijn. Vraag wat kinderen missen.");
        tell.of(new Asked(
                        "department-green",
                        "college",
                        "Losloopweide voor honden in Kiewit",
                        "Waar in Kiewit komt het best een losloopweide voor honden?",
                        "De plek, de omheining en de regels.",
                        "green",
                        "Kiewit"))
                .drafted(6)
                .chosen(2, "Wijkraad Kiewit");
    }

    private void out(Teller tell) {
        tell.of(new Asked(
                        "department-mobility",
                        "gemeenteraad",
                        "Circulatieplan voor Runkst en het centrum",
                        "Hoe houden we doorgaand verkeer uit de woonstraten van Runkst en het centrum?",
                        "De plaats van de filters en de lussen. Dat het doorgaand verkeer weg moet, ligt vast.",
                        "mobility",
                        "Runkst"))
                .drafted(24)
                .chosen(19, "Wijkraad Runkst", "Wijkraad Centrum", "Jeugdraad")
                .sent(15)
                .then(12, 19, request -> councils.acknowledge(request, "Jeugdraad"))
                .then(
                        9,
                        20,
                        request -> councils.draft(
                                request,
                                "Wijkraad Runkst",
                                consensus(
                                                condition(
                                                        "Filter aan de kerk",
                                                        "Zet de filter voorbij de bakker, anders rijdt iedereen om langs de school."),
                                                question("Bussen", "Blijft de bus door de Runkstersteenweg rijden?"))
                                        .sent("Wijkraad Runkst")))
                .moreTime(2, "Wijkraad Centrum", 14, "Onze vergadering valt een week na de laatste dag.");
        tell.of(new Asked(
                        "department-public-domain",
                        "college",
                        "Omleiding tijdens de werken aan het Dusartplein",
                        "Wat moeten we weten voor we de omleiding langs uw wijk leggen?",
                        "De weg van de omleiding en de uren van de werken.",
                        "public-domain",
                        "Centrum"))
                .drafted(8)
                .urgently(
                        6,
                        21,
                        "De aannemer begint drie weken vroeger dan gepland.",
                        "Wijkraad Centrum",
                        "Wijkraad Runkst")
                .sent(5);
    }

    /** Points were made on the question before. */
    private void changed(Teller tell) {
        tell.of(new Asked(
                        "department-youth",
                        "college",
                        "Speelruimteplan",
                        "Waar spelen kinderen in uw wijk, en wat ontbreekt er?",
                        "Welke plekken eerst komen en wat er komt te staan.",
                        "youth",
                        ""))
                .drafted(32)
                .chosen(28, "Jeugdraad", "Wijkraad Banneux", "Wijkraad Kiewit")
                .sent(24)
                .then(20, 19, request -> councils.acknowledge(request, "Wijkraad Kiewit"))
                .advised(
                        15,
                        "Jeugdraad",
                        voted(
                                6,
                                1,
                                1,
                                "Eén lid wil eerst de bestaande pleinen herstellen.",
                                condition("Hangplekken", "Voorzie ook plekken voor wie ouder is dan twaalf."),
                                condition("Toegankelijk", "Elk plein heeft minstens één toestel voor een rolstoel."),
                                positive("Samen ontwerpen", "Goed dat kinderen van elke wijk mee tekenen.")))
                .changed(
                        8,
                        "Waar spelen kinderen en jongeren tot zestien jaar in uw wijk, en wat ontbreekt er?",
                        "De jeugdraad vroeg ook aan jongeren te denken. De termijn blijft: er is nog tijd genoeg.")
                .then(5, 12, request -> councils.refuseMail(request, "Wijkraad Banneux"));
    }

    private void replying(Teller tell, Agenda agenda, Cast cast) {
        tell.of(new Asked(
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
                                question("Controle", "Wie kijkt na of het bord gevolgd wordt?")))
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
                                        agenda.now(),
                                        "De raad laat dit graag over aan de wijken van de stad zelf."),
                                cast.official("area-manager-dorpen")))
                .advised(
                        6,
                        "Wijkraad Centrum",
                        consensus(
                                negative("Betalen na zes uur", "Winkels en cafés verliezen hun klanten."),
                                condition("Laden en lossen", "Houd elke ochtend plaatsen vrij voor leveringen.")))
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

    /** With the alderman, who sent it back once; one council answered on paper. */
    private void agreeing(Teller tell, Agenda agenda, Cast cast) {
        tell.of(new Asked(
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
                                new Came(Came.By.PAPER, "Secretaris dorpsraad Stevoort", agenda.now(), null),
                                cast.official("area-manager-dorpen")))
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

    private void withdrawn(Teller tell, Cast cast) {
        tell.of(new Asked(
                        "department-culture",
                        "college",
                        "Nieuwe bestemming voor de pastorie van Kermt",
                        "Waarvoor kan het dorp de pastorie gebruiken?",
                        "Alles, behalve de tuin.",
                        "culture",
                        "Kermt"))
                .drafted(52)
                .chosen(48, "Dorpsraad Kermt")
                .sent(44)
                .then(
                        34,
                        11,
                        request -> cases.stop(
                                request,
                                CaseStatus.WITHDRAWN,
                                "De kerkfabriek verkoopt de pastorie toch niet aan de stad.",
                                cast.official("department-culture")));
    }

    /** Begins requests. */
    record Teller(Agenda agenda, Walk walk, CouncilDesk councils, AdviceDesk desk, Cast cast) {

        Consultation of(Asked asked) {
            return new Consultation(agenda, walk, councils, desk, cast, asked);
        }
    }
}
