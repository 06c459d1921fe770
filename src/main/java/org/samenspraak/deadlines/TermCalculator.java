package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.samenspraak.deadlines.Line.Kind;
import org.samenspraak.deadlines.OfficeCalendar.Day;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterType;

/** Counts terms. The first day is never counted; the last one is. */
record TermCalculator(OfficeCalendar calendar) {

    /** @param lastDay the last day of the term */
    record Counted(LocalDate lastDay, List<Line> lines) {}

    /**
     * The last day of a term. Days on which it did not run are added to its length; only then does the end move to a working
     * day.
     *
     * @param since what the first day is, a word of the messages ("received")
     * @param nextWorkingDay whether an end on a day that nobody works moves to the next working day
     */
    Counted after(LocalDate from, String since, Parameter term, boolean nextWorkingDay, Rest rest) {
        if (term.type() == ParameterType.DATE_IN_YEAR) {
            var fixed = next(MonthDay.parse(term.value()), from);
            return given(from, fixed, nextWorkingDay, rest, Line.of(Kind.FIXED, fixed, from));
        }
        var workingDays = term.type() == ParameterType.WORKING_DAYS;
        var plain = workingDays
                ? calendar.plusWorkingDays(
                        from, term.number(), day -> rest.period(day).isEmpty())
                : plus(from, term.type(), term.number());
        Predicate<LocalDate> added = workingDays
                ? day -> rest.wasSuspended(day) && rest.period(day).isEmpty()
                : day -> rest.wasSuspended(day)
                        || (day.isAfter(from) && rest.period(day).isPresent());
        var last = later(from, plain, added, rest);
        var counted = until(
                last, nextWorkingDay, rest, Line.of(Kind.COUNTED, term.type(), term.number(), from, since, plain));
        counted.lines().addAll(1, rested(from, plain, last, rest));
        if (workingDays) {
            counted.lines().addAll(notCounted(from, plain, rest));
        }
        return counted;
    }

    /** A last day that was given; only what it was suspended since moves it, and where the rule says so a day that nobody works. */
    Counted given(LocalDate from, LocalDate given, boolean nextWorkingDay, Rest rest, Line why) {
        var suspended = rest.withoutPeriods();
        return until(later(from, given, suspended::has, suspended), nextWorkingDay, suspended, why);
    }

    /** The day so long before another one. */
    Counted before(LocalDate end, Parameter term, boolean nextWorkingDay) {
        var day = plus(end, term.type(), -term.number());
        return until(day, nextWorkingDay, Rest.NONE, Line.of(Kind.BEFORE, term.type(), term.number(), end, day));
    }

    /** The day so long before another one, without the periods in which the term does not run. */
    Counted before(LocalDate end, Parameter term, List<Period> periods) {
        var plain = plus(end, term.type(), -term.number());
        var rest = new Rest(List.of(), periods);
        var at = end;
        for (var left = ChronoUnit.DAYS.between(plain, end); left > 0; ) {
            at = at.minusDays(1);
            left -= rest.has(at) ? 0 : 1;
        }
        var lines = new ArrayList<>(List.of(Line.of(Kind.BEFORE, term.type(), term.number(), end, plain)));
        if (!at.equals(plain)) {
            lines.addAll(rested(at, plain, end, rest));
            lines.set(lines.size() - 1, Line.of(Kind.EARLIER, at));
        }
        return new Counted(at, lines);
    }

    /** A last day, moved where the rule says so; {@code why} becomes the first line. */
    private Counted until(LocalDate last, boolean nextWorkingDay, Rest rest, Line why) {
        var lines = new ArrayList<>(List.of(why));
        var at = last;
        while (nextWorkingDay && (rest.has(at) || !calendar.works(at))) {
            var next = rest.has(at) ? rest.end(at) : calendar.dayAfter(at);
            lines.add(moved(at, next, rest));
            at = next;
        }
        return new Counted(at, lines);
    }

    private Line moved(LocalDate day, LocalDate next, Rest rest) {
        if (!rest.has(day)) {
            return Line.of(Kind.MOVED, day, calendar.kind(day), calendar.name(day), next);
        }
        var period = rest.period(day);
        return Line.of(
                Kind.MOVED,
                day,
                period.isPresent() ? "PERIOD" : "SUSPENDED",
                period.map(Period::name).orElse(""),
                next);
    }

    private static LocalDate later(LocalDate from, LocalDate plain, Predicate<LocalDate> added, Rest rest) {
        if (rest.isNone() || plain.isBefore(from)) {
            return plain;
        }
        var left = from.datesUntil(plain.plusDays(1)).filter(added).count();
        var at = plain;
        while (left > 0) {
            at = at.plusDays(1);
            left -= rest.has(at) ? 0 : 1;
        }
        return at;
    }

    /** Adds (or takes off, when negative) so many units. A month later than 31 January is the last day of February. */
    LocalDate plus(LocalDate day, ParameterType unit, int amount) {
        return switch (unit) {
            case DAYS -> day.plusDays(amount);
            case WORKING_DAYS -> calendar.plusWorkingDays(day, amount, counted -> true);
            case WEEKS -> day.plusWeeks(amount);
            case MONTHS -> day.plusMonths(amount);
            case YEARS -> day.plusYears(amount);
            default -> throw new IllegalArgumentException(unit + " is no length of time");
        };
    }

    /** The periods that lie in a term, and what they do to its end. */
    private static List<Line> rested(LocalDate from, LocalDate plain, LocalDate last, Rest rest) {
        var lines = new ArrayList<>(rest.periods().stream()
                .filter(period -> period.until().isAfter(from) && !period.from().isAfter(last))
                .map(period -> Line.of(Kind.PERIOD, period.from(), period.until(), period.name()))
                .toList());
        if (!last.equals(plain)) {
            lines.add(Line.of(Kind.LATER, last));
        }
        return lines;
    }

    private List<Line> notCounted(LocalDate from, LocalDate last, Rest rest) {
        return from.plusDays(1)
                .datesUntil(last)
                .filter(day -> calendar.kind(day) == Day.HOLIDAY || calendar.kind(day) == Day.CLOSED)
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .filter(day -> rest.period(day).isEmpty())
                .map(day -> Line.of(Kind.NOT_COUNTED, day, calendar.kind(day), calendar.name(day)))
                .toList();
    }

    private static LocalDate next(MonthDay day, LocalDate after) {
        var thisYear = day.atYear(after.getYear());
        return thisYear.isAfter(after) ? thisYear : day.atYear(after.getYear() + 1);
    }
}
