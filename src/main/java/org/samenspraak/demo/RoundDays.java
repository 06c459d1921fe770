package org.samenspraak.demo;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;

/** The days of the round of a year in the story; what would come after the first start does not happen. */
record RoundDays(Agenda agenda, int year) {

    LocalDate day(int month, int day) {
        return agenda.day(ago(LocalDate.of(year, month, day)));
    }

    /** A working day so many days before what is told last: today, or the middle of December when that year is over. */
    LocalDate before(int days) {
        var end = LocalDate.of(year, Month.DECEMBER, 15);
        return agenda.day(ago((agenda.start().isBefore(end) ? agenda.start() : end).minusDays(days)));
    }

    void on(int month, int day, int hour, Runnable step) {
        on(LocalDate.of(year, month, day), hour, step);
    }

    void on(LocalDate day, int hour, Runnable step) {
        if (day.isBefore(agenda.start())) {
            agenda.plan(ago(day), hour, step);
        }
    }

    private int ago(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(day, agenda.start()));
    }
}
