package org.samenspraak.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.samenspraak.casefile.Cases;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What councils and area managers do for the yearly talk; who has none then does nothing. */
@Component
@Profile("demo")
class TalkStories {

    static final String TALK = "yearly-talk";

    private static final String WISH = "Een vaste plek om te vergaderen.";

    private static final Map<String, String> FIRST = Map.of(
            "well", "De buurtbarbecue bracht veel volk samen.",
            "goals", "Meer groen op het plein.",
            "talking", "yes",
            "wishes", WISH);

    private final Walk walk;
    private final CouncilDesk desk;
    private final Cases cases;

    TalkStories(Walk walk, CouncilDesk desk, Cases cases) {
        this.walk = walk;
        this.desk = desk;
        this.cases = cases;
    }

    /** From the preparation to the report that the council read. */
    void held(String name, LocalDate talk, int hour, RoundDays days, Cast cast) {
        prepared(name, talk.minusDays(10), days);
        planned(name, talk, hour, talk.minusDays(6), days, cast);
        reported(name, talk, days, cast);
        days.on(
                talk.plusDays(5),
                19,
                () -> of(
                        name,
                        (council, talking) -> walk.answer(
                                talking, "talk-confirm", Walk.single(Map.of("agreed", "yes")), desk.officer(name, 1))));
    }

    void prepared(String name, LocalDate day, RoundDays days) {
        days.on(
                day,
                19,
                () -> of(name, (council, talking) -> {
                    var by = desk.officer(name, 0);
                    var again = walk.known(talking, "talk-preparation", by).containsKey("lastGoals");
                    walk.answer(
                            talking,
                            "talk-preparation",
                            Walk.single(again ? Map.of("changed", "no", "talking", "yes", "wishes", WISH) : FIRST),
                            by);
                }));
    }

    void planned(String name, LocalDate talk, int hour, LocalDate day, RoundDays days, Cast cast) {
        var plan = plan("fixed", cast);
        plan.put("day", talk.toString());
        plan.put("time", hour + ":30");
        reason(plan, days.year(), talk);
        plan(name, plan, day, days, cast);
    }

    /** The council chooses one of two days. */
    void proposed(String name, LocalDate first, LocalDate second, LocalDate day, RoundDays days, Cast cast) {
        var plan = plan("propose", cast);
        plan.put("_rows.proposals", "2");
        plan.put("proposals[0].day", first.toString());
        plan.put("proposals[0].time", "18:00");
        plan.put("proposals[1].day", second.toString());
        plan.put("proposals[1].time", "20:00");
        reason(plan, days.year(), first, second);
        plan(name, plan, day, days, cast);
    }

    /** On Tuesdays the college meets ({@link CityCalendar}); a round of a year that is over is closed to talks without a reason. */
    static void reason(Map<String, String> plan, int year, LocalDate... talks) {
        if (Stream.of(talks).anyMatch(day -> day.getYear() > year)) {
            plan.put("dayReason", "Voor het einde van het jaar vonden wij samen geen dag meer.");
        } else if (Stream.of(talks).anyMatch(day -> day.getDayOfWeek() == DayOfWeek.TUESDAY)) {
            plan.put("dayReason", "Het college vergadert 's morgens. Daarna kan de schepen.");
        }
    }

    void reported(String name, LocalDate talk, RoundDays days, Cast cast) {
        var report = Walk.single(report(talk, days));
        days.on(
                talk.plusDays(3),
                10,
                () -> of(
                        name,
                        (council, talking) ->
                                walk.answer(talking, "talk-report", report, cast.manager(council.area()))));
    }

    /** What the city and the council promised this year is still to do. */
    private static Map<String, String> report(LocalDate talk, RoundDays days) {
        var report = new HashMap<>(Map.of(
                "held", "yes",
                "heldOn", talk.toString(),
                "present", "Voorzitter, secretaris en schepen",
                "_rows.points", "1",
                "points[0].topic", "Wensen aan de stad",
                "points[0].text", WISH,
                "points[0].said", "De school heeft een lokaal dat ’s avonds vrij is."));
        if (talk.isAfter(days.before(60))) {
            report.put("_rows.agreements", "2");
            report.put("agreements[0].what", "Snelheid meten in de schoolstraat");
            report.put("agreements[0].whose", "city");
            report.put("agreements[0].group", "department-mobility");
            report.put("agreements[0].due", days.toCome(20).toString());
            report.put("agreements[1].what", "Bewoners uitnodigen voor het open forum");
            report.put("agreements[1].whose", "council");
            report.put("agreements[1].due", days.toCome(10).toString());
        }
        return report;
    }

    private void plan(String name, Map<String, String> plan, LocalDate day, RoundDays days, Cast cast) {
        days.on(
                day,
                10,
                () -> of(
                        name,
                        (council, talking) ->
                                walk.answer(talking, "talk-plan", Walk.single(plan), cast.manager(council.area()))));
    }

    private static Map<String, String> plan(String way, Cast cast) {
        return new HashMap<>(Map.of(
                "way",
                way,
                "minutes",
                "60",
                "place",
                "Ontmoetingscentrum",
                "partner",
                cast.person("alderman").toString()));
    }

    private void of(String name, BiConsumer<CouncilView, CaseId> step) {
        for (var council : desk.recognised(List.of(name))) {
            cases.openOf(TALK, council.id()).ifPresent(talk -> step.accept(council, talk.id()));
        }
    }
}
