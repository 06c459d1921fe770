package org.samenspraak.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Standing;
import org.samenspraak.grant.TalkStarter;
import org.samenspraak.ledger.Amount;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets;
import org.samenspraak.ledger.Budgets.Allotment;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Two yearly rounds with their grants. Last year's is closed and paid: who was not drawn by lot accounted for it, the one who was never
 * did, and is blocked by now. Of this year's one grant is paid, one payment came back, and others stand at the steps before that.
 */
@Component
@Profile("demo")
class RoundStories {

    /** In the register for more than two years. */
    static final List<String> LONG_KNOWN =
            List.of("Wijkraad Runkst", "Wijkraad Ter Hilst", "Dorpsraad Stevoort", "Wijkraad Kiewit");

    private static final int MANY = 100;
    private static final Amount BUDGET = new Amount(1_500_000);

    private final Walk walk;
    private final Councils councils;
    private final TalkStarter talks;
    private final Budgets budgets;
    private final GrantStories stories;

    RoundStories(Walk walk, Councils councils, TalkStarter talks, Budgets budgets, GrantStories stories) {
        this.walk = walk;
        this.councils = councils;
        this.talks = talks;
        this.budgets = budgets;
        this.stories = stories;
    }

    void plan(Agenda agenda, Cast cast) {
        var year = year(agenda.start());
        var last = new RoundDays(agenda, year - 1);
        var closing = begin(last, cast);
        var before = stories.last(last, cast);
        last.on(
                11,
                3,
                9,
                () -> walk.answer(
                        Objects.requireNonNull(closing.get()).id(),
                        "yearly-round-close",
                        Map.of(),
                        cast.official("participation-office")));
        var now = new RoundDays(agenda, year);
        begin(now, cast);
        stories.current(now, cast, before);
    }

    /** Of the round that goes on: far enough for payments and what comes back. */
    private static int year(LocalDate today) {
        return today.isBefore(LocalDate.of(today.getYear(), 7, 20)) ? today.getYear() - 1 : today.getYear();
    }

    private AtomicReference<CaseView> begin(RoundDays days, Cast cast) {
        var round = new AtomicReference<CaseView>();
        days.on(
                1,
                11,
                9,
                () -> budgets.add(
                        new BudgetKey(days.year(), "buurtsubsidies"),
                        "Buurtsubsidies",
                        new Allotment(BUDGET, days.year() + "-GR-012", "Meerjarenplan", cast.official("finance"))));
        days.on(5, 4, 9, () -> {
            round.set(walk.start("yearly-round", sent(days.year()), false, cast.official("participation-office")));
            talks.begin();
        });
        return round;
    }

    /** Everybody else is left out, so that the page of the round stays short. */
    private Map<String, List<String>> sent(int year) {
        var sent = new LinkedHashMap<String, List<String>>();
        sent.put("year", List.of(String.valueOf(year)));
        var search = new CouncilSearch(null, null, Set.of(), Set.of(Standing.RECOGNISED, Standing.REGISTERED));
        var others = councils.search(search, null, MANY).stream()
                .filter(council -> !LONG_KNOWN.contains(council.name()))
                .toList();
        sent.put("_rows.leftOut", List.of(String.valueOf(others.size())));
        for (int i = 0; i < others.size(); i++) {
            sent.put("leftOut[" + i + "].council", List.of(others.get(i).id().toString()));
            sent.put("leftOut[" + i + "].reason", List.of("Deze raad begint volgend jaar met de jaarlijkse ronde."));
        }
        return sent;
    }
}
