package org.samenspraak.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.grant.RoundChoice;
import org.samenspraak.grant.TalkStarter;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets;
import org.samenspraak.ledger.Budgets.Allotment;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Two councils try the rules of another city: levels, a talk with the management before the application of 1 October, and no talk where
 * nothing changed. One of them may leave its talk out; the other one wants another level and may ask for its grant.
 */
@Component
@Profile("demo")
class PilotStories {

    private static final String REGULATION = "enschede-2024";
    /** Talked last year by the usual rules. */
    static final String SAME = "Wijkraad Tuilt";

    static final String GROWS = "Wijkraad Kuringen-dorp";

    private final Walk walk;
    private final CouncilDesk desk;
    private final Cases cases;
    private final TalkStarter starter;
    private final RoundChoice choice;
    private final Budgets budgets;

    PilotStories(Walk walk, CouncilDesk desk, Cases cases, TalkStarter starter, RoundChoice choice, Budgets budgets) {
        this.walk = walk;
        this.desk = desk;
        this.cases = cases;
        this.starter = starter;
        this.choice = choice;
        this.budgets = budgets;
    }

    void plan(RoundDays days, Cast cast) {
        budget(days, days.year() + 2, cast);
        var round = begin(days, cast);
        prepared(days);
        held(days.before(21), days, cast);
        days.on(days.before(12), 9, () -> join(Objects.requireNonNull(round.get()), SAME, cast));
    }

    private AtomicReference<CaseId> begin(RoundDays days, Cast cast) {
        var round = new AtomicReference<CaseId>();
        var sent = Map.of("under", REGULATION, "year", String.valueOf(days.year() + 1), "whom", "chosen");
        days.on(days.before(34), 9, () -> {
            var office = cast.official("participation-office");
            var begun =
                    walk.start("yearly-round", Walk.single(sent), false, office).id();
            round.set(begun);
            join(begun, GROWS, cast);
        });
        return round;
    }

    private void join(CaseId round, String name, Cast cast) {
        var councils =
                desk.recognised(List.of(name)).stream().map(CouncilView::id).toList();
        choice.add(round, councils, "", cast.official("participation-office"));
        starter.begin();
    }

    /** For what is asked in this round. */
    private void budget(RoundDays days, int year, Cast cast) {
        days.on(
                days.before(35),
                9,
                () -> budgets.add(
                        new BudgetKey(year, "buurtsubsidies"),
                        "Buurtsubsidies",
                        new Allotment(
                                new Amount(400_000),
                                days.year() + "-GR-187",
                                "Proef met niveaus",
                                cast.official("finance"))));
    }

    private void prepared(RoundDays days) {
        var answers = Map.of(
                "well", "De opruimdag bracht jong en oud samen.",
                "goals", "Een buurtplan maken met de bewoners.",
                "level", "uitvoerend",
                "talking", "yes");
        days.on(
                days.before(30),
                19,
                () -> of((council, talk) ->
                        walk.answer(talk, "talk-preparation", Walk.single(answers), desk.officer(GROWS, 0))));
    }

    /** Planned some days before, reported some days after, and read by the council. */
    private void held(LocalDate day, RoundDays days, Cast cast) {
        var plan = Map.of(
                "way", "fixed",
                "day", day.toString(),
                "time", "16:00",
                "minutes", "60",
                "place", "Stadhuis",
                "partner", cast.person("management-team").toString());
        days.on(
                day.minusDays(5),
                10,
                () -> of((council, talk) ->
                        walk.answer(talk, "talk-plan", Walk.single(plan), cast.manager(council.area()))));
        var report = Map.of(
                "held", "yes",
                "heldOn", day.toString(),
                "present", "Voorzitter, secretaris en management",
                "_rows.points", "1",
                "points[0].topic", "Wat er goed ging",
                "points[0].said", "De opruimdag blijft, de stad geeft de zakken.",
                "level", "uitvoerend");
        days.on(
                day.plusDays(3),
                11,
                () -> of((council, talk) ->
                        walk.answer(talk, "talk-report", Walk.single(report), cast.manager(council.area()))));
        days.on(
                day.plusDays(5),
                18,
                () -> of((council, talk) -> walk.answer(
                        talk, "talk-confirm", Walk.single(Map.of("agreed", "yes")), desk.officer(GROWS, 1))));
    }

    private void of(BiConsumer<CouncilView, CaseId> step) {
        for (var council : desk.recognised(List.of(GROWS))) {
            cases.openOf(TalkStories.TALK, council.id()).ifPresent(talk -> step.accept(council, talk.id()));
        }
    }
}
