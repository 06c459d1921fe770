package org.samenspraak.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.deadlines.DaysOff;
import org.samenspraak.grant.GrantStarter;
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
 * nothing changed. The first round is over; of the second one council may leave its talk out, and the other one wants another level and
 * may ask for its grant.
 */
@Component
@Profile("demo")
class PilotStories {

    private static final String REGULATION = "enschede-2024";
    private static final String SAME = "Dorpsraad Spalbeek";
    private static final String GROWS = "Wijkraad Godsheide";
    private static final String GOALS = "Elk jaar een dag waarop wij het dorp samen opruimen.";

    private final Walk walk;
    private final CouncilDesk desk;
    private final Cases cases;
    private final TalkStarter starter;
    private final GrantStarter grants;
    private final RoundChoice choice;
    private final Budgets budgets;
    private final DaysOff daysOff;

    PilotStories(
            Walk walk,
            CouncilDesk desk,
            Cases cases,
            TalkStarter starter,
            GrantStarter grants,
            RoundChoice choice,
            Budgets budgets,
            DaysOff daysOff) {
        this.walk = walk;
        this.desk = desk;
        this.cases = cases;
        this.starter = starter;
        this.grants = grants;
        this.choice = choice;
        this.budgets = budgets;
        this.daysOff = daysOff;
    }

    void plan(Agenda agenda, Cast cast, int year) {
        var before = new RoundDays(agenda, daysOff, year - 1);
        var now = new RoundDays(agenda, daysOff, year);
        var first = begin(before, before.day(11, 10), year, cast);
        Stream.of(SAME, GROWS).forEach(name -> prepared(name, Map.of("goals", GOALS), before.day(11, 24), before));
        held(SAME, Map.of(), now.day(1, 19), now, cast);
        held(GROWS, Map.of(), now.day(1, 26), now, cast);
        var close = now.before(23);
        now.on(close, 9, () -> closeRound(Objects.requireNonNull(first.get()), cast));
        budget(now, year + 2, cast);
        begin(now, now.before(20), year + 1, cast);
        prepared(
                GROWS,
                Map.of("changed", "yes", "goals", "Een buurtplan maken met de bewoners.", "level", "uitvoerend"),
                now.before(17),
                now);
        held(GROWS, Map.of("level", "uitvoerend"), now.before(10), now, cast);
        now.on(now.before(3), 20, grants::begin);
    }

    private AtomicReference<CaseView> begin(RoundDays days, LocalDate day, int year, Cast cast) {
        var round = new AtomicReference<CaseView>();
        var office = cast.official("participation-office");
        days.on(day, 9, () -> {
            var opened = walk.start(
                    "yearly-round",
                    Walk.single(Map.of("under", REGULATION, "year", String.valueOf(year), "whom", "chosen")),
                    false,
                    office);
            var two = desk.recognised(List.of(SAME, GROWS)).stream()
                    .map(CouncilView::id)
                    .toList();
            choice.add(opened.id(), two, "", office);
            starter.begin();
            round.set(opened);
        });
        return round;
    }

    private void closeRound(CaseView round, Cast cast) {
        walk.answer(round.id(), "yearly-round-close", Map.of(), cast.official("participation-office"));
    }

    /** For what is asked in this round. */
    private void budget(RoundDays days, int year, Cast cast) {
        days.on(
                days.before(21),
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

    private void prepared(String name, Map<String, String> more, LocalDate day, RoundDays days) {
        var answers = new HashMap<>(Map.of("well", "De opruimdag bracht jong en oud samen.", "talking", "yes"));
        answers.putAll(more);
        days.on(
                day,
                19,
                () -> of(
                        name,
                        (council, talk) ->
                                walk.answer(talk, "talk-preparation", Walk.single(answers), desk.officer(name, 0))));
    }

    /** Planned some days before, reported some days after, and read by the council. */
    private void held(String name, Map<String, String> conclusion, LocalDate day, RoundDays days, Cast cast) {
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
                () -> of(
                        name,
                        (council, talk) ->
                                walk.answer(talk, "talk-plan", Walk.single(plan), cast.manager(council.area()))));
        var report = new HashMap<>(Map.of(
                "held", "yes",
                "heldOn", day.toString(),
                "present", "Voorzitter, secretaris en management",
                "_rows.points", "1",
                "points[0].topic", "Wat er goed ging",
                "points[0].said", "De opruimdag blijft, de stad geeft de zakken."));
        report.putAll(conclusion);
        days.on(
                day.plusDays(3),
                11,
                () -> of(
                        name,
                        (council, talk) ->
                                walk.answer(talk, "talk-report", Walk.single(report), cast.manager(council.area()))));
        days.on(
                day.plusDays(5),
                18,
                () -> of(
                        name,
                        (council, talk) -> walk.answer(
                                talk, "talk-confirm", Walk.single(Map.of("agreed", "yes")), desk.officer(name, 1))));
    }

    private void of(String name, BiConsumer<CouncilView, CaseId> step) {
        for (var council : desk.recognised(List.of(name))) {
            cases.openOf(TalkStories.TALK, council.id()).ifPresent(talk -> step.accept(council, talk.id()));
        }
    }
}
