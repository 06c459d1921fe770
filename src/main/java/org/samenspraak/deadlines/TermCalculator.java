package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.samenspraak.deadlines.Line.Kind;
import org.samenspraak.deadlines.OfficeCalendar.Day;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterType;

/** Counts terms. The first day is never counted; the last one is. */
record TermCalculator(OfficeCalendar calendar) {

    /** @param lastDay the last day of the term */
    record Counted(LocalDate lastDay, List<Line> lines) {}

    /**
     * The last day of a term.
     *
     * @param since what the first day is, a word of the messages ("received")
     * @param nextWorkingDay whether an end on a day that nobody works moves to the next working day
     */
    Counted after(LocalDate from, String since, Parameter term, boolean nextWorkingDay) {
        if (term.type() == ParameterType.DATE_IN_YEAR) {
            var last = next(MonthDay.parse(term.value()), from);
            return until(last, nextWorkingDay, Line.of(Kind.FIXED, last, from));
        }
        var last = plus(from, term.type(), term.number());
        var counted = until(last, nextWorkingDay, Line.of(Kind.COUNTED, term.type(), term.number(), from, since, last));
        if (term.type() == ParameterType.WORKING_DAYS) {
            counted.lines().addAll(notCounted(from, last));
        }
        return counted;
    }

    /** A last day that was given, moved where the rule says so; {@code why} becomes the first line. */
    Counted until(LocalDate last, boolean nextWorkingDay, Line why) {
        var lines = new ArrayList<>(List.of(why));
        if (!nextWorkingDay || calendar.works(last)) {
            return new Counted(last, lines);
        }
        var at = last;
        while (!calendar.works(at)) {
            var next = calendar.dayAfter(at);
            lines.add(Line.of(Kind.MOVED, at, calendar.kind(at), calendar.name(at), next));
            at = next;
        }
        return new Counted(at, lines);
    }

    /** The day so long before another one. */
    Counted before(LocalDate end, Parameter term, boolean nextWorkingDay) {
        var day = plus(end, term.type(), -term.number());
        return until(day, nextWorkingDay, Line.of(Kind.BEFORE, term.type(), term.number(), end, day));
    }

    /** Adds (or takes off, when negative) so many units. A month later than 31 January is the last day of February. */
    LocalDate plus(LocalDate day, ParameterType unit, int amount) {
        return switch (unit) {
            case DAYS -> day.plusDays(amount);
            case WORKING_DAYS -> calendar.plusWorkingDays(day, amount);
            case WEEKS -> day.plusWeeks(amount);
            case MONTHS -> day.plusMonths(amount);
            case YEARS -> day.plusYears(amount);
            default -> throw new IllegalArgumentException(unit + " is no length of time");
        };
    }

    private List<Line> notCounted(LocalDate from, LocalDate last) {
        return from.plusDays(1)
                .datesUntil(last)
                .filter(day -> calendar.kind(day) == Day.HOLIDAY || calendar.kind(day) == Day.CLOSED)
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .map(day -> Line.of(Kind.NOT_COUNTED, day, calendar.kind(day), calendar.name(day)))
                .toList();
    }

    private static LocalDate next(MonthDay day, LocalDate after) {
        var thisYear = day.atYear(after.getYear());
        return thisYear.isAfter(after) ? thisYear : day.atYear(after.getYear() + 1);
    }
}
