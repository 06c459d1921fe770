package org.samenspraak.demo;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.grant.GrantStarter;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.ledger.DemoBank;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What councils and officials do for the grant of a round: the question, the decision, the payment and the account. */
@Component
@Profile("demo")
class GrantStories {

    private static final String GRANT = "grant-application";
    private static final int ASSESSED = 3;

    private final Walk walk;
    private final CouncilDesk desk;
    private final TalkStories talks;
    private final MeetingStories meetings;
    private final Cases cases;
    private final GrantStarter grants;
    private final DemoBank bank;

    GrantStories(
            Walk walk,
            CouncilDesk desk,
            TalkStories talks,
            MeetingStories meetings,
            Cases cases,
            GrantStarter grants,
            DemoBank bank) {
        this.walk = walk;
        this.desk = desk;
        this.talks = talks;
        this.meetings = meetings;
        this.cases = cases;
        this.grants = grants;
        this.bank = bank;
    }

    /** All are paid; who was drawn by lot never accounts for it. */
    Map<String, CaseId> last(RoundDays days, Cast cast) {
        var paid = new HashMap<String, CaseId>();
        each(RoundStories.LAST_YEAR, (name, at) -> {
            var talk = days.day(6, 1 + at);
            meetings.forum(name, days.day(4, 20), days.day(9, 20), days, cast);
            talks.held(name, talk, 15 + at, days, cast);
            asked(name, talk, days, paid);
            days.on(talk.plusDays(13), 10, () -> assess(of(paid, name), cast));
            days.on(talk.plusDays(16), 10, () -> decide(of(paid, name), days, cast));
            days.on(talk.plusDays(20), 14, () -> pay(of(paid, name), cast));
            days.on(talk.plusDays(24), 19, () -> grade(of(paid, name), name, 7 + at % 2));
            days.on(LocalDate.of(days.year() + 1, 2, 12), 19, () -> account(of(paid, name), name, days));
            days.on(LocalDate.of(days.year() + 1, 4, 20), 10, () -> chase(of(paid, name), name, cast));
        });
        return paid;
    }

    /** One is blocked; of the others the first is paid, the payment of the second came back, the third waits for a decision. */
    void current(RoundDays days, Cast cast, Map<String, CaseId> before) {
        var asked = new HashMap<String, CaseId>();
        each(RoundStories.LONG_KNOWN, (name, at) -> {
            var talk = days.before(33 - at);
            // two were, two are to come
            var forum = at < 2 ? days.before(14 - at) : days.before(0).plusDays(10 + at);
            meetings.forum(name, days.before(40), forum, days, cast);
            talks.held(name, talk, 15 + at, days, cast);
            asked(name, talk, days, asked);
            days.on(talk.plusDays(13), 10, () -> {
                // one is left to do, also when nobody of these is blocked
                if (place(name, before) >= 0 && place(name, before) < ASSESSED) {
                    assess(of(asked, name), cast);
                }
            });
            days.on(talk.plusDays(16), 10, () -> {
                if (place(name, before) == 0 || place(name, before) == 1) {
                    decide(of(asked, name), days, cast);
                }
            });
            days.on(talk.plusDays(20), 14, () -> {
                switch (place(name, before)) {
                    case 0 -> pay(of(asked, name), cast);
                    case 1 -> comesBack(of(asked, name), cast);
                    default -> {}
                }
            });
        });
    }

    /** Granted, and with the finance department since. */
    void toPay(String name, LocalDate talk, RoundDays days, Cast cast) {
        var asked = new HashMap<String, CaseId>();
        meetings.forum(name, days.before(44), talk.plusDays(7), days, cast);
        asked(name, talk, days, asked);
        days.on(talk.plusDays(13), 10, () -> assess(of(asked, name), cast));
        days.on(talk.plusDays(16), 10, () -> decide(of(asked, name), days, cast));
    }

    /** Asked, without an open forum in the register: somebody has to look at it. */
    void toAssess(String name, LocalDate talk, RoundDays days) {
        asked(name, talk, days, new HashMap<>());
    }

    private static void each(List<String> names, BiConsumer<String, Integer> told) {
        for (int at = 0; at < names.size(); at++) {
            told.accept(names.get(at), at);
        }
    }

    /** Among those that accounted for last year; below zero for who did not. */
    private int place(String name, Map<String, CaseId> before) {
        return RoundStories.LONG_KNOWN.stream()
                .filter(one -> cases.get(of(before, one)).status() == CaseStatus.CLOSED)
                .toList()
                .indexOf(name);
    }

    /** Once the report was read: an account that a second officer confirmed. */
    private void asked(String name, LocalDate talk, RoundDays days, Map<String, CaseId> asked) {
        days.on(talk.plusDays(5), 20, grants::begin);
        // its case has a number once its model ran
        days.on(talk.plusDays(5), 21, () -> asked.put(name, open(GRANT, name)));
        days.on(talk.plusDays(8), 19, () -> council(GRANT, name, "grant-account", 0, account(name)));
        days.on(talk.plusDays(10), 20, () -> {
            if (walk.isOpen(of(asked, name), "grant-account-sign")) {
                council(GRANT, name, "grant-account-sign", 1, Map.of("agreed", "yes"));
            }
        });
    }

    private static Map<String, String> account(String name) {
        return Map.of("iban", iban(name), "holder", name);
    }

    /** A number that fits its check digits and that no bank gave out. */
    private static String iban(String name) {
        var number = 961_000_000L + Math.floorMod(name.hashCode(), 1_000_000);
        var bank = "%010d%02d".formatted(number, number % 97 == 0 ? 97 : number % 97);
        var check =
                98 - new BigInteger(bank + "111400").mod(BigInteger.valueOf(97)).intValue();
        return "BE%02d%s".formatted(check, bank);
    }

    private void assess(CaseId grant, Cast cast) {
        walk.answer(
                grant,
                "grant-assessment",
                Walk.single(Map.of("proposal", "granted")),
                cast.official("participation-office"));
    }

    private void decide(CaseId grant, RoundDays days, Cast cast) {
        var today = days.agenda().now();
        walk.answer(
                grant,
                "grant-decision",
                Walk.single(Map.of(
                        "decision",
                        "granted",
                        "reason",
                        "De raad voldoet aan de voorwaarden.",
                        "decisionNumber",
                        "AD-" + cases.get(grant).number(),
                        "decisionDate",
                        today.toString())),
                cast.official("general-director"));
    }

    private void pay(CaseId grant, Cast cast) {
        bank.settle(grant, null, cast.official("finance"), cast.official("finance-2"));
    }

    private void comesBack(CaseId grant, Cast cast) {
        bank.settle(grant, "Rekening opgeheven", cast.official("finance"), cast.official("finance-2"));
    }

    private void grade(CaseId grant, String name, int grade) {
        walk.answer(grant, "grant-survey", Walk.single(Map.of("grade", String.valueOf(grade))), desk.officer(name, 0));
    }

    private void account(CaseId grant, String name, RoundDays days) {
        var by = desk.officer(name, 0);
        if (walk.known(grant, "grant-report", by).containsKey("drawn")) {
            return;
        }
        walk.answer(
                grant,
                "grant-report",
                Walk.single(Map.of(
                        "spent", "1000",
                        "report", "Wij organiseerden een buurtfeest en plantten bomen.",
                        "forumHeld", days.day(9, 20).toString(),
                        "forumReport", "Vijftig bewoners kwamen praten over het verkeer.",
                        "statement", "true")),
                by);
    }

    private void chase(CaseId grant, String name, Cast cast) {
        if (walk.isOpen(grant, "grant-chase")) {
            walk.answer(
                    grant,
                    "grant-chase",
                    Walk.single(Map.of("note", "De raad zoekt de facturen nog bij elkaar.")),
                    cast.manager(desk.council(name).area()));
        }
    }

    private void council(String trajectory, String name, String form, int officer, Map<String, String> sent) {
        walk.answer(open(trajectory, name), form, Walk.single(sent), desk.officer(name, officer));
    }

    private static CaseId of(Map<String, CaseId> cases, String name) {
        return Objects.requireNonNull(cases.get(name), name);
    }

    private CaseId open(String trajectory, String name) {
        return cases.openOf(trajectory, desk.council(name).id()).orElseThrow().id();
    }
}
