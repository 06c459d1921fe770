package org.samenspraak.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.DaysOff;
import org.samenspraak.grant.TalkStarter;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets;
import org.samenspraak.ledger.Budgets.Allotment;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Two yearly rounds with their grants. Last year's is closed and paid: who was not drawn by lot accounted for it, the one who was never
 * did, and is blocked by now. All councils but two that try other rules take part in this year's, which began some weeks ago: one grant is paid, one payment came back,
 * and others stand at the steps before that.
 */
@Component
@Profile("demo")
class RoundStories {

    /** In the register for more than two years. */
    static final List<String> LONG_KNOWN =
            List.of("Wijkraad Runkst", "Wijkraad Ter Hilst", "Dorpsraad Stevoort", "Wijkraad Kiewit");

    /** They talked last year. */
    static final List<String> LAST_YEAR =
            Stream.concat(LONG_KNOWN.stream(), Stream.of(PilotStories.SAME)).toList();

    private static final int MANY = 100;
    private static final Amount BUDGET = new Amount(1_500_000);

    private final Walk walk;
    private final Councils councils;
    private final CouncilDesk desk;
    private final TalkStarter starter;
    private final TalkStories talks;
    private final MeetingStories meetings;
    private final Budgets budgets;
    private final DaysOff daysOff;
    private final GrantStories stories;
    private final PilotStories pilot;

    RoundStories(
            Walk walk,
            Councils councils,
            CouncilDesk desk,
            TalkStarter starter,
            TalkStories talks,
            MeetingStories meetings,
            Budgets budgets,
            DaysOff daysOff,
            GrantStories stories,
            PilotStories pilot) {
        this.walk = walk;
        this.councils = councils;
        this.desk = desk;
        this.starter = starter;
        this.talks = talks;
        this.meetings = meetings;
        this.budgets = budgets;
        this.daysOff = daysOff;
        this.stories = stories;
        this.pilot = pilot;
    }

    void plan(Agenda agenda, Cast cast) {
        var year = year(agenda.start());
        var last = new RoundDays(agenda, daysOff, year - 1);
        budget(last, cast);
        var closing = begin(last, last.day(5, 4), this::others, cast);
        var before = stories.last(last, cast);
        meetings.last(last, cast);
        last.on(
                11,
                3,
                9,
                () -> walk.answer(
                        Objects.requireNonNull(closing.get()).id(),
                        "yearly-round-close",
                        Map.of(),
                        cast.official("participation-office")));
        var now = new RoundDays(agenda, daysOff, year);
        budget(now, cast);
        begin(now, now.before(45), () -> desk.recognised(List.of(PilotStories.SAME, PilotStories.GROWS)), cast);
        stories.current(now, cast, before);
        others(now, cast);
        meetings.toCome(now, cast);
        pilot.plan(now, cast);
    }

    /** Each at another step; one says nothing. */
    private void others(RoundDays days, Cast cast) {
        talks.held("Dorpsraad Kermt", days.before(27), 11, days, cast);
        stories.toPay("Dorpsraad Kermt", days.before(27), days, cast);
        talks.held("Wijkraad Banneux", days.before(19), 13, days, cast);
        stories.toAssess("Wijkraad Banneux", days.before(19), days);
        talks.prepared("Wijkraad Centrum", days.before(24), days);
        talks.planned("Wijkraad Centrum", days.before(7), 9, days.before(15), days, cast);
        talks.reported("Wijkraad Centrum", days.before(7), days, cast);
        talks.prepared("Wijkraad Hollandsveld", days.before(26), days);
        talks.planned("Wijkraad Hollandsveld", days.toCome(9), 10, days.before(20), days, cast);
        talks.prepared("Dorpsraad Spalbeek", days.before(19), days);
        talks.prepared("Jeugdraad", days.before(22), days);
        talks.proposed("Jeugdraad", days.toCome(11), days.toCome(14), days.before(6), days, cast);
    }

    /** Of the round that goes on: far enough for payments and what comes back. */
    private static int year(LocalDate today) {
        return today.isBefore(LocalDate.of(today.getYear(), 7, 20)) ? today.getYear() - 1 : today.getYear();
    }

    private void budget(RoundDays days, Cast cast) {
        days.on(
                1,
                11,
                9,
                () -> budgets.add(
                        new BudgetKey(days.year(), "buurtsubsidies"),
                        "Buurtsubsidies",
                        new Allotment(BUDGET, days.year() + "-GR-012", "Meerjarenplan", cast.official("finance"))));
    }

    private AtomicReference<CaseView> begin(
            RoundDays days, LocalDate day, Supplier<List<CouncilView>> leftOut, Cast cast) {
        var round = new AtomicReference<CaseView>();
        days.on(day, 9, () -> {
            round.set(walk.start(
                    "yearly-round", sent(days.year(), leftOut.get()), false, cast.official("participation-office")));
            starter.begin();
        });
        return round;
    }

    private static Map<String, List<String>> sent(int year, List<CouncilView> leftOut) {
        var sent = new LinkedHashMap<String, List<String>>();
        sent.put("year", List.of(String.valueOf(year)));
        sent.put("sure", List.of("true"));
        sent.put("_rows.leftOut", List.of(String.valueOf(leftOut.size())));
        for (int i = 0; i < leftOut.size(); i++) {
            sent.put("leftOut[" + i + "].council", List.of(leftOut.get(i).id().toString()));
            sent.put(
                    "leftOut[" + i + "].reason",
                    List.of("Deze raad begint later met deze ronde, of doet mee aan de proef met andere regels."));
        }
        return sent;
    }

    /** Whoever is not known for long: last year's round was small. */
    private List<CouncilView> others() {
        var search = new CouncilSearch(null, null, Set.of(), Set.of(Standing.RECOGNISED, Standing.REGISTERED));
        return councils.search(search, null, MANY).stream()
                .filter(council -> !LAST_YEAR.contains(council.name()))
                .toList();
    }
}
