package org.samenspraak.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.Documents.Audience;
import org.samenspraak.casefile.Documents.Kind;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The councils of the demo year, each at another stage; every number is days before the first start. */
@Component
@Profile("demo")
class Stories {

    private static final String TERM = "recognition-term";
    private static final int FOUR_YEARS = 1461;

    private final Walk walk;
    private final Cases cases;
    private final Councils councils;
    private final Memberships memberships;
    private final Documents documents;

    Stories(Walk walk, Cases cases, Councils councils, Memberships memberships, Documents documents) {
        this.walk = walk;
        this.cases = cases;
        this.councils = councils;
        this.memberships = memberships;
        this.documents = documents;
    }

    void plan(Agenda agenda, Cast cast) {
        var tell = new Teller(agenda, walk, cast);
        recognised(tell);
        ending(tell, agenda);
        inCheck(tell, cast);
        supplementing(tell, cast);
        deciding(tell);
        signing(tell);
        over(tell, agenda, cast);
        withdrawing(tell, cast);
    }

    private void recognised(Teller tell) {
        tell.of("wijkraad", "Wijkraad Runkst", "Runkst", 7).recognised(1240);
        tell.of("dorpsraad", "Dorpsraad Kermt", "Kermt", 6).recognised(730);
        tell.of("wijkraad", "Wijkraad Banneux", "Banneux", 5).recognised(365);
        tell.of("wijkraad", PilotStories.SAME, "Tuilt", 5).recognised(1160);
        tell.of("wijkraad", PilotStories.GROWS, "Kuringen-dorp", 5).recognised(400);
        tell.of("adviesraad", "Jeugdraad", "Hasselt", 8)
                .applied(600)
                .complete(585)
                .advised(570)
                .granted(540)
                .signed(540);
        tell.of("wijkraad", "Wijkraad Centrum", "Centrum", 6)
                .applied(250)
                .heard(247)
                .complete(243)
                .advised(230)
                .decided(
                        205,
                        tell.agenda().day(205),
                        Map.of(
                                "decision", "conditional",
                                "reason", "De raad werkt goed, maar bereikt nog weinig jonge bewoners.",
                                "conditions", "De raad organiseert binnen het jaar een open forum met jongeren."))
                .signed(205);
        var broken = tell.of("wijkraad", "Wijkraad Ter Hilst", "Ter Hilst", 4).recognised(1100);
        broken.then(12, 13, () -> leave(broken, Function.TREASURER, tell.agenda(), tell.cast()));
    }

    private void leave(Story story, Function function, Agenda agenda, Cast cast) {
        memberships.today(story.council()).stream()
                .filter(member -> member.details().functions().contains(function))
                .forEach(member -> memberships.end(
                        story.council(),
                        member.id(),
                        agenda.now().minusDays(1),
                        cast.official("participation-office")));
    }

    /** Invited and applied again: the new case is in check. */
    private void renewing(Teller tell) {
        var renewing = tell.of("wijkraad", "Wijkraad Kiewit", "Kiewit", 6)
                .applied(FOUR_YEARS)
                .heard(FOUR_YEARS - 1)
                .complete(FOUR_YEARS - 2)
                .advised(FOUR_YEARS - 40)
                .granted(FOUR_YEARS - 95)
                .signed(FOUR_YEARS - 95);
        renewing.then(
                9,
                9, // before the next step also when both fall on the Friday before a weekend
                () -> walk.answer(
                        open(renewing, TERM),
                        "recognition-renewal",
                        renewing.application().sent(),
                        renewing.officer(0)));
        renewing.then(7, 10, () -> {
            var renewal = open(renewing, "recognition");
            renewing.own(renewal);
            walk.answer(
                    renewal,
                    "recognition-area-view",
                    Map.of("areaView", List.of("De raad doet dit al jaren goed.")),
                    tell.cast().manager(renewing.application().area()));
        });
    }

    /** Near the end of their four years, or past it. */
    private void ending(Teller tell, Agenda agenda) {
        tell.of("dorpsraad", "Dorpsraad Stevoort", "Stevoort", 6)
                .applied(FOUR_YEARS)
                .heard(FOUR_YEARS - 1)
                .complete(FOUR_YEARS - 2)
                .advised(FOUR_YEARS - 20)
                .granted(FOUR_YEARS - 75)
                .signed(FOUR_YEARS - 75);
        renewing(tell);
        tell.of("dorpsraad", "Dorpsraad Spalbeek", "Spalbeek", 5)
                .appliedOnPaper(FOUR_YEARS + 10)
                .heard(FOUR_YEARS + 9)
                .complete(FOUR_YEARS + 8)
                .advised(FOUR_YEARS + 7)
                .decided(
                        FOUR_YEARS + 6,
                        agenda.start().minusYears(4).minusDays(60),
                        Map.of("decision", "granted", "reason", "Overgenomen uit het vorige register."))
                .signed(FOUR_YEARS - 40);
    }

    private CaseId open(Story story, String trajectory) {
        return cases.openOf(trajectory, story.council()).orElseThrow().id();
    }

    private void inCheck(Teller tell, Cast cast) {
        tell.of("wijkraad", "Wijkraad Kempische Wijk", "Kempische Wijk", 5)
                .applied(6)
                .heard(4);
        tell.of("buurtcomite", "Buurtcomité Tuilt", "Tuilt", 4).appliedOnPaper(1);
        tell.of("buurtcomite", "Buurtcomité Runkst-Noord", "Runkst", 4).applied(3);
        var late = tell.of("dorpsraad", "Dorpsraad Sint-Lambrechts-Herk", "Sint-Lambrechts-Herk", 6)
                .applied(33);
        late.then(20, 9, () -> walk.claim(late.caseId(), cast.official("participation-office")));
    }

    private void supplementing(Teller tell, Cast cast) {
        var katarina = tell.of("wijkraad", "Wijkraad Katarina", "Katarina", 5)
                .applied(40)
                .heard(36)
                .incomplete(29, "De grens met Trekschuren is niet duidelijk. Noem de straten langs die kant.");
        katarina.then(28, 14, () -> share(katarina.caseId(), cast));
        tell.of("dorpsraad", "Dorpsraad Wimmertingen", "Wimmertingen", 4)
                .applied(85)
                .heard(81)
                .incomplete(75, "De grenzen zijn te vaag en het huishoudelijk reglement ontbreekt.");
        tell.of("adviesraad", "Cultuurraad", "Hasselt", 6, "woman").applied(30).complete(16);
    }

    /** What helps a council to supplement its application. */
    private void share(CaseId caseId, Cast cast) {
        var text = "Zo beschreef een andere raad zijn gebied: ten noorden het kanaal, ten oosten de Trichterheideweg.";
        documents.addOwn(
                caseId,
                "Voorbeeld van duidelijke grenzen.txt",
                Kind.ATTACHMENT,
                Audience.COUNCIL,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                cast.official("participation-office"));
    }

    private void deciding(Teller tell) {
        tell.of("wijkraad", "Wijkraad Heilig Hart", "Heilig Hart", 6)
                .applied(20)
                .heard(17)
                .complete(9);
        tell.of("dorpsraad", "Dorpsraad Kuringen", "Kuringen", 7)
                .applied(70)
                .heard(66)
                .incomplete(60, "Het is niet duidelijk of Tuilt bij dit gebied hoort.")
                .supplemented(45, Map.of("note", "Tuilt hoort er niet bij: daar komt een eigen buurtcomité."))
                .complete(40)
                .advised(21);
        tell.of("adviesraad", "Seniorenraad", "Hasselt", 8)
                .applied(150)
                .complete(138)
                .advised(120);
    }

    private void signing(Teller tell) {
        tell.of("wijkraad", "Wijkraad Godsheide", "Godsheide", 5)
                .applied(60)
                .heard(57)
                .complete(50)
                .advised(35)
                .granted(15)
                .signedByChair(11)
                .signedByMayor(8);
        tell.of("wijkraad", "Wijkraad Rapertingen", "Rapertingen", 5)
                .applied(110)
                .heard(107)
                .complete(100)
                .advised(85)
                .granted(50)
                .signedByCity(45);
    }

    /** Closed cases: refused, set aside, withdrawn by who asked. */
    private void over(Teller tell, Agenda agenda, Cast cast) {
        tell.of("buurtcomite", "Buurtcomité Kapermolen", "Kapermolen", 3)
                .applied(150)
                .heard(147)
                .complete(141)
                .advised(125)
                .decided(
                        95,
                        agenda.day(95),
                        Map.of("decision", "refused", "reason", "In dit gebied is de Wijkraad Centrum al erkend."));
        tell.of("dorpsraad", "Dorpsraad Stokrooie", "Stokrooie", 4)
                .applied(200)
                .heard(197)
                .incomplete(190, "De grenzen zijn te vaag. Noem de straten aan de kant van Kuringen.")
                .answer(
                        150,
                        11,
                        "recognition-not-handled",
                        cast.official("general-director"),
                        Map.of(
                                "handling",
                                "not-handled",
                                "reason",
                                "De raad vulde de aanvraag niet aan binnen de termijn.",
                                "decisionNumber",
                                "AD-%s".formatted(agenda.day(150)),
                                "decisionDate",
                                agenda.day(150).toString()));
        var stopped = tell.of("buurtcomite", "Buurtcomité Blauwe Boulevard", "Blauwe Boulevard", 4)
                .applied(55)
                .heard(52);
        stopped.then(
                48,
                12,
                () -> cases.stop(
                        stopped.caseId(),
                        CaseStatus.WITHDRAWN,
                        "Het comité sluit zich aan bij de Wijkraad Centrum.",
                        stopped.officer(0)));
    }

    private void withdrawing(Teller tell, Cast cast) {
        var silent =
                tell.of("wijkraad", "Wijkraad Trekschuren", "Trekschuren", 5).recognised(800);
        silent.then(
                9,
                14,
                () -> walk.start(
                        "recognition-withdrawal",
                        Map.of(
                                "council", List.of(silent.council().toString()),
                                "reason", List.of("De raad kwam twee jaar niet samen en hield geen open forum.")),
                        false,
                        cast.official("participation-office")));
        var heard =
                tell.of("wijkraad", "Wijkraad Hollandsveld", "Hollandsveld", 4).recognised(500);
        heard.then(
                120,
                14,
                () -> councils.note(
                        heard.council(),
                        "De raad vraagt een vaste vergaderplek in de wijk.",
                        cast.manager(heard.application().area())));
    }

    /** Begins stories. */
    private record Teller(Agenda agenda, Walk walk, Cast cast) {

        Story of(String kind, String name, String area, int members) {
            return of(kind, name, area, members, "");
        }

        Story of(String kind, String name, String area, int members, String sex) {
            return new Story(agenda, walk, cast, new Application(kind, name, cast.area(area), members, sex));
        }
    }
}
