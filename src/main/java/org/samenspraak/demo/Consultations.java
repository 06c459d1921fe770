package org.samenspraak.demo;

import static org.samenspraak.demo.Advice.condition;
import static org.samenspraak.demo.Advice.consensus;
import static org.samenspraak.demo.Advice.positive;
import static org.samenspraak.demo.Advice.question;
import static org.samenspraak.demo.Advice.voted;

import org.samenspraak.advice.AdviceDesk;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.demo.Consultation.Asked;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Requests for advice that nobody replies to yet, each at another stage; every number is days before the first start. */
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
        urgent(tell);
        changed(tell);
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
    }

    private static void urgent(Teller tell) {
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
