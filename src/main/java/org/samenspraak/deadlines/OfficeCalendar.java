package org.samenspraak.deadlines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which days the town hall works.
 *
 * @param closingDays with their names
 * @param periods that do not count for some terms; people work on these days
 */
record OfficeCalendar(Holidays holidays, Map<LocalDate, String> closingDays, List<Period> periods) {

    enum Day {
        WORKING,
        WEEKEND,
        HOLIDAY,
        CLOSED
    }

    Day kind(LocalDate day) {
        if (holidays.find(day).isPresent()) {
            return Day.HOLIDAY;
        }
        if (isWeekend(day)) {
            return Day.WEEKEND;
        }
        return closingDays.containsKey(day) ? Day.CLOSED : Day.WORKING;
    }

    boolean works(LocalDate day) {
        return kind(day) == Day.WORKING;
    }

    /** The word for a holiday, the name of a closing day, else nothing. */
    String name(LocalDate day) {
        return holidays.find(day).orElseGet(() -> closingDays.getOrDefault(day, ""));
    }

    /** Over the weekend to Monday, whether that is worked or not. */
    LocalDate dayAfter(LocalDate day) {
        var next = day.plusDays(1);
        return isWeekend(next) ? dayAfter(next) : next;
    }

    /** Counts those working days that count forward, or backward when negative; the day itself is not counted. */
    LocalDate plusWorkingDays(LocalDate day, int count, Predicate<LocalDate> counts) {
        var step = Integer.signum(count);
        var at = day;
        for (int left = Math.abs(count); left > 0; ) {
            at = at.plusDays(step);
            if (works(at) && counts.test(at)) {
                left--;
            }
        }
        return at;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
