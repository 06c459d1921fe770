package org.samenspraak.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Open forums of councils, and the yearly meeting of the college with all of them. */
@Component
@Profile("demo")
class MeetingStories {

    private static final String OF_ALL = "council-meeting";
    private static final String PLACE = "Stadhuis, raadzaal";

    private final Walk walk;
    private final CouncilDesk desk;

    MeetingStories(Walk walk, CouncilDesk desk) {
        this.walk = walk;
        this.desk = desk;
    }

    /** Told of afterwards by the council, followed up by its area manager. */
    void forum(String name, LocalDate planned, LocalDate day, RoundDays days, Cast cast) {
        var forum = new AtomicReference<CaseView>();
        days.on(planned, 18, () -> forum.set(walk.start("open-forum", forum(name, day), false, desk.officer(name, 1))));
        days.on(
                day.plusDays(3),
                20,
                () -> walk.answer(
                        of(forum),
                        "forum-report",
                        Walk.single(Map.of(
                                "held", "yes",
                                "attended", "46",
                                "said", "Bewoners vinden dat er te snel gereden wordt aan de school.",
                                "wishes", "Een schoolstraat op proef.")),
                        desk.officer(name, 1)));
        days.on(
                day.plusDays(7),
                11,
                () -> walk.answer(
                        of(forum),
                        "forum-follow",
                        Walk.single(Map.of("took", "yes")),
                        cast.manager(desk.council(name).area())));
    }

    private Map<String, List<String>> forum(String name, LocalDate day) {
        return Walk.single(Map.of(
                "council", desk.council(name).id().toString(),
                "subject", "Open forum over verkeer: " + name,
                "day", day.toString(),
                "time", "19:30",
                "minutes", "120",
                "place", "Ontmoetingscentrum",
                "open", "yes"));
    }

    /** Held in autumn; what the college promised is still to do. */
    void last(RoundDays days, Cast cast) {
        var office = cast.official("participation-office");
        var day = days.day(10, 15);
        var meeting = new AtomicReference<CaseView>();
        days.on(
                9,
                2,
                9,
                () -> meeting.set(walk.start(
                        OF_ALL,
                        Walk.single(Map.of(
                                "subject",
                                "College en raden " + days.year(),
                                "with",
                                "college",
                                "themeBy",
                                "office",
                                "theme",
                                "Veilig naar school")),
                        false,
                        office)));
        days.on(9, 10, 10, () -> walk.answer(of(meeting), "meeting-plan", plan(day), office));
        days.on(day.plusDays(5), 14, () -> walk.answer(of(meeting), "meeting-report", report(day, days), office));
    }

    /** The councils chose its theme, and are invited. */
    void toCome(RoundDays days, Cast cast) {
        var office = cast.official("participation-office");
        var meeting = new AtomicReference<CaseView>();
        days.on(
                days.before(40),
                9,
                () -> meeting.set(walk.start(
                        OF_ALL,
                        Walk.single(Map.of(
                                "subject",
                                "College en raden " + days.year(),
                                "with",
                                "college",
                                "themeBy",
                                "councils")),
                        false,
                        office)));
        for (var name : RoundStories.LONG_KNOWN) {
            var theme = name.startsWith("Dorpsraad") ? "De bus in de dorpen" : "Groen in de wijk";
            days.on(
                    days.before(34),
                    19,
                    () -> walk.start(
                            "meeting-theme",
                            Walk.single(Map.of("theme", "own", "own", theme)),
                            false,
                            desk.officer(name, 0)));
        }
        days.on(
                days.before(26),
                11,
                () -> walk.answer(
                        of(meeting), "meeting-theme-choice", Walk.single(Map.of("theme", "Groen in de wijk")), office));
        days.on(days.before(12), 11, () -> walk.answer(of(meeting), "meeting-plan", plan(days.toCome(18)), office));
    }

    private static Map<String, List<String>> plan(LocalDate day) {
        return Walk.single(Map.of(
                "day", day.toString(),
                "time", "19:00",
                "minutes", "120",
                "place", PLACE,
                "agenda", "Wat het college met het advies van de raden deed. Daarna het thema.",
                "open", "no"));
    }

    private static Map<String, List<String>> report(LocalDate day, RoundDays days) {
        var sent = new HashMap<>(Map.of(
                "held", "yes",
                "heldOn", day.toString(),
                "attended", "38",
                "said", "Het college legde uit welke schoolstraten er komen en wanneer."));
        sent.put("_rows.agreements", "1");
        sent.put("agreements[0].what", "Een kaart van alle schoolstraten op de website");
        sent.put("agreements[0].group", "department-mobility");
        sent.put("agreements[0].due", days.agenda().start().plusDays(25).toString());
        return Walk.single(sent);
    }

    private static CaseId of(AtomicReference<CaseView> known) {
        return Objects.requireNonNull(known.get()).id();
    }
}
