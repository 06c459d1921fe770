package org.samenspraak.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.stream.Stream;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.kernel.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** When the town hall closes and who decides meets, in the months around the first start. */
@Component
@Profile("demo")
class CityCalendar {

    /** Before the first start, in days. */
    private static final int ENTERED = 60;

    private static final int MONTHS = 8;
    private static final Set<Month> RECESS = Set.of(Month.JULY, Month.AUGUST);

    private final CalendarChanges closing;
    private final Meetings meetings;

    CityCalendar(CalendarChanges closing, Meetings meetings) {
        this.closing = closing;
        this.meetings = meetings;
    }

    void plan(Agenda agenda, Cast cast) {
        var by = cast.official("administrator");
        agenda.plan(ENTERED, 10, () -> {
            closing.add(agenda.lastDayOfYear(), "sluiting op het einde van het jaar", by);
            meet(agenda.now(), by);
        });
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
