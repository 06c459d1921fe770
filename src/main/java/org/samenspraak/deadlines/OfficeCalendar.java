package org.samenspraak.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Which days the town hall works. */
record OfficeCalendar(Holidays holidays, Set<LocalDate> closingDays) {

    enum Day {
        WORKING,
        WEEKEND,
        HOLIDAY,
        CLOSED
    }

    Day kind(LocalDate day) {
        if (holidays.contains(day)) {
            return Day.HOLIDAY;
        }
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Day.WEEKEND;
        }
        return closingDays.contains(day) ? Day.CLOSED : Day.WORKING;
    }

    boolean works(LocalDate day) {
        return kind(day) == Day.WORKING;
    }

    /** The day itself when it is a working day. */
    LocalDate firstWorkingDayFrom(LocalDate day) {
        var next = day;
        while (!works(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Counts working days forward, or backward when negative; the day itself is not counted. */
    LocalDate plusWorkingDays(LocalDate day, int count) {
        var step = Integer.signum(count);
        var at = day;
        for (int left = Math.abs(count); left > 0; ) {
            at = at.plusDays(step);
            if (works(at)) {
                left--;
            }
        }
        return at;
    }
}
