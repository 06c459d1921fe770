package org.samenspraak.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.samenspraak.deadlines.DaysOff;
import org.samenspraak.deadlines.DaysOff.Kind;

/** The days of the round of a year in the story, no days off; what would come after the first start does not happen. */
record RoundDays(Agenda agenda, DaysOff daysOff, int year) {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    LocalDate day(int month, int day) {
        return working(LocalDate.of(year, month, day));
    }

    /** A working day so many days before what is told last: today, or the middle of December when that year is over. */
    LocalDate before(int days) {
        var end = LocalDate.of(year, Month.DECEMBER, 15);
        return working((agenda.start().isBefore(end) ? agenda.start() : end).minusDays(days));
    }

    /** A working day about so many days after the first start. */
    LocalDate toCome(int days) {
        var day = agenda.start().plusDays(days);
        while (WEEKEND.contains(day.getDayOfWeek()) || isOff(day) || day.equals(agenda.lastDayOfYear())) {
            day = day.plusDays(1);
        }
        return day;
    }

    void on(int month, int day, int hour, Runnable step) {
        on(LocalDate.of(year, month, day), hour, step);
    }

    void on(LocalDate day, int hour, Runnable step) {
        if (day.isBefore(agenda.start())) {
            agenda.plan(ago(day), hour, step);
        }
    }

    private LocalDate working(LocalDate wanted) {
        var day = agenda.day(ago(wanted));
        while (isOff(day)) {
            day = agenda.day(ago(day) + 1);
        }
        return day;
    }

    private boolean isOff(LocalDate day) {
        return daysOff.between(day, day).stream().anyMatch(off -> off.kind() != Kind.NOT_COUNTING);
    }

    private int ago(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day, agenda.start()));
    }
}
