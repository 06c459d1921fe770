package org.samenspraak.demo;

import static org.samenspraak.demo.Advice.condition;
import static org.samenspraak.demo.Advice.consensus;
import static org.samenspraak.demo.Advice.negative;
import static org.samenspraak.demo.Advice.positive;
import static org.samenspraak.demo.Advice.question;
import static org.samenspraak.demo.Advice.voted;

import org.samenspraak.advice.AdviceDesk;
import org.samenspraak.advice.AdviceDesk.Said;
import org.samenspraak.demo.Consultation.Asked;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Requests for advice whose replies are fixed, from the organ to the look back; every number is days before the first start. */
@Component
@Profile("demo")
class Decided {

    private final Walk walk;
    private final CouncilDesk councils;
    private final AdviceDesk desk;

    Decided(Walk walk, CouncilDesk councils, AdviceDesk desk) {
        this.walk = walk;
        this.councils = councils;
        this.desk = desk;
    }

    void plan(Agenda agenda, Cast cast) {
        var tell = new Consultations.Teller(agenda, walk, councils, desk, cast);
        atTheOrgan(tell, agenda);
        told(tell);
        lookingBack(tell);
        concluded(tell);
    }

    /** One point is the task of another department now. */
    private static void atTheOrgan(Consultations.Teller tell, Agenda agenda) {
        tell.of(new Asked(
                        "department-culture",
                        "gemeenteraad",
                        "Reglement voor buurtfeesten",
                        "Wat helpt of hindert u om een buurtfeest te organiseren?",
                        "De aanvraag, de materialen en de uren.",
                        "culture",
                        ""))
                .drafted(100)
                .chosen(96, "Wijkraad Runkst", "Wijkraad Trekschuren")
                .sent(90)
                .advised(
                        75,
                        "Wijkraad Runkst",
                        consensus(
                                condition("Eén formulier", "Vraag alles in één keer, niet bij drie diensten."),
                                condition("Nadars en tafels", "Breng het materiaal naar de straat.")))
                .advised(
                        70,
                        "Wijkraad Trekschuren",
                        consensus(
                                negative("Stil om elf uur", "Laat een feest in de zomer tot middernacht duren."),
                                condition("Fietsen stallen", "Zorg voor een plek voor fietsen bij elk feest.")))
                .replied(50, "Eén formulier", Said.followed("artikel 3"))
                .replied(50, "Nadars en tafels", Said.of("partly", "Wij brengen ze vanaf vijftig bezoekers."))
                .replied(50, "Stil om elf uur", Said.of("not", "De politieverordening laat dat niet toe."))
                .replied(
                        50,
                        "Fietsen stallen",
                        new Said(
                                "passed-on",
                                "De dienst openbaar domein bekijkt of er losse stallingen komen.",
                                "",
                                "department-public-domain",
                                agenda.start().plusDays(60)))
                .answered(45, "Eén formulier komt er. De uren blijven.")
                .agreed(40);
    }

    /** Decided, told and published; the time to look back has not come. */
    private static void told(Consultations.Teller tell) {
        tell.of(new Asked(
                        "department-mobility",
                        "college",
                        "Fietsstraten in het centrum",
                        "Welke straten worden een fietsstraat, en wat is daar nog voor nodig?",
                        "De keuze van de straten en de inrichting.",
                        "mobility",
                        "Centrum"))
                .drafted(170)
                .chosen(166, "Wijkraad Centrum", "Jeugdraad")
                .sent(160)
                .advised(
                        145,
                        "Wijkraad Centrum",
                        voted(
                                4,
                                2,
                                0,
                                "Twee leden vrezen voor de winkels in de Demerstraat.",
                                condition("Maagdendries", "Begin met de Maagdendries: daar rijden de meeste fietsers."),
                                question("Leveringen", "Mag een vrachtwagen er nog laden en lossen?")))
                .advised(
                        140,
                        "Jeugdraad",
                        consensus(
                                positive("Fietsers voorop", "Wij zijn blij met dit plan."),
                                condition("Schoolroutes", "Laat de straten aansluiten op de routes naar school.")))
                .replied(120, "Maagdendries", Said.followed("kaart 2"))
                .replied(120, "Leveringen", Said.of("answered", "Ja, tot elf uur in de ochtend."))
                .replied(120, "Fietsers voorop", Said.of("noted", "Dank u."))
                .replied(120, "Schoolroutes", Said.of("partly", "Twee van de drie routes sluiten aan."))
                .answered(112, "De Maagdendries komt eerst.")
                .agreed(107)
                .decided(60)
                .lookedThrough(60);
    }

    /** A year has gone by. */
    private static void lookingBack(Consultations.Teller tell) {
        tell.of(new Asked(
                        "department-youth",
                        "college",
                        "Openingsuren van het zwembad in de zomer",
                        "Wanneer moet het zwembad open zijn voor wie jong is?",
                        "De uren en de prijs na vijf uur.",
                        "youth",
                        ""))
                .drafted(480)
                .chosen(477, "Jeugdraad", "Wijkraad Runkst")
                .sent(470)
                .advised(
                        450,
                        "Jeugdraad",
                        consensus(condition("Late uren", "Open twee avonden per week tot negen uur.")))
                .advised(445, "Wijkraad Runkst", consensus(condition("Prijs", "Vraag de helft na vijf uur.")))
                .replied(430, "Late uren", Said.followed("artikel 2"))
                .replied(430, "Prijs", Said.of("not", "De uitbater kan dat niet dragen."))
                .answered(425, "Het zwembad blijft langer open.")
                .agreed(420)
                .decided(373)
                .lookedThrough(373);
    }

    private static void concluded(Consultations.Teller tell) {
        tell.of(new Asked(
                        "participation-office",
                        "gemeenteraad",
                        "Afspraken over inspraak bij werken in de straat",
                        "Wanneer en hoe hoort u het best van werken in uw straat?",
                        "Hoe lang vooraf, en langs welke weg.",
                        "participation",
                        "Runkst"))
                .drafted(640)
                .chosen(636, "Wijkraad Runkst")
                .sent(630)
                .advised(
                        612,
                        "Wijkraad Runkst",
                        consensus(
                                condition("Drie weken vooraf", "Een brief in de bus, minstens drie weken vooraf."),
                                condition("Eén aanspreekpunt", "Eén naam en nummer voor de hele werf.")))
                .replied(600, "Drie weken vooraf", Said.followed("artikel 1"))
                .replied(600, "Eén aanspreekpunt", Said.followed("artikel 4"))
                .answered(595, "Wij volgen beide punten.")
                .agreed(590)
                .decided(550)
                .lookedThrough(550)
                .lookedBack(170, "Bij elke werf staat nu één naam in de brief. De brief kwam twee keer te laat.");
    }
}
