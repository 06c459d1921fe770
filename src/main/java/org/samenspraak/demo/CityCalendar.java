package org.samenspraak.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.stream.Stream;
import org.samenspraak.council.CouncilMeetings;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.kernel.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** When the town hall closes, and when who decides and the councils meet, in the months around the first start. */
@Component
@Profile("demo")
class CityCalendar {

    /** Before the first start, in days. */
    private static final int ENTERED = 60;

    private static final int MONTHS = 8;
    private static final int COUNCILS = 100;
    private static final Set<Month> RECESS = Set.of(Month.JULY, Month.AUGUST);

    private final CalendarChanges closing;
    private final Meetings meetings;
    private final Councils councils;
    private final CouncilMeetings evenings;

    CityCalendar(CalendarChanges closing, Meetings meetings, Councils councils, CouncilMeetings evenings) {
        this.closing = closing;
        this.meetings = meetings;
        this.councils = councils;
        this.evenings = evenings;
    }

    void plan(Agenda agenda, Cast cast) {
        var by = cast.official("administrator");
        agenda.plan(ENTERED, 10, () -> {
            closing.add(agenda.lastDayOfYear(), "sluiting op het einde van het jaar", by);
            meet(agenda.now(), by);
        });
        agenda.plan(1, 10, () -> evenings(agenda.now(), cast.official("participation-office")));
    }

    /** Each council that there is by then, on the second Tuesday of a month. */
    private void evenings(LocalDate from, Actor by) {
        var days = from.datesUntil(from.plusMonths(MONTHS))
                .filter(day -> day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.TUESDAY))))
                .filter(day -> !RECESS.contains(day.getMonth()))
                .toList();
        councils.search(new CouncilSearch(null, null, Set.of(), Standing.CURRENT), null, COUNCILS)
                .forEach(council -> evenings.add(council.id(), days, LocalTime.of(20, 0), "buurthuis", by));
    }

    /** The college every other Tuesday, the gemeenteraad on each third Wednesday: holidays that move never fall on these. */
    private void meet(LocalDate from, Actor by) {
        var until = from.plusMonths(MONTHS);
        var tuesdays = Stream.iterate(
                from.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY)),
                day -> day.isBefore(until),
                day -> day.plusWeeks(2));
        meetings.add("college", tuesdays.toList(), by);
        var wednesdays = from.datesUntil(until)
                .filter(day -> day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.WEDNESDAY))))
                .filter(day -> !RECESS.contains(day.getMonth()));
        meetings.add("gemeenteraad", wednesdays.toList(), by);
    }
}
