package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.deadlines.TermCalculatorPropertyTest.CLOSED;
import static org.samenspraak.deadlines.TermCalculatorPropertyTest.END;
import static org.samenspraak.deadlines.TermCalculatorPropertyTest.FIRST;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterType;

/**
 * Every start day of twelve years, with terms that were suspended up to three times and periods that do not count, against a
 * term that is lived through day by day.
 */
class RestPropertyTest {

    private static final List<Period> RECESSES = IntStream.rangeClosed(2023, 2037)
            .boxed()
            .flatMap(year -> Stream.of(
                    new Period(LocalDate.of(year, 7, 11), LocalDate.of(year, 8, 15), "zomerreces", ""),
                    new Period(LocalDate.of(year, 12, 24), LocalDate.of(year + 1, 1, 2), "kerstreces", "")))
            .toList();
    private static final Map<ParameterType, List<Integer>> TERMS = Map.of(
            ParameterType.DAYS, List.of(1, 10, 30, 120),
            ParameterType.WORKING_DAYS, List.of(1, 10, 25),
            ParameterType.WEEKS, List.of(1, 6),
            ParameterType.MONTHS, List.of(1, 4));

    @ParameterizedTest
    @EnumSource(Jurisdiction.class)
    void agreesWithATermThatIsLivedThroughDayByDay(Jurisdiction law) {
        var slow = new Slow(TermCalculatorPropertyTest.holidays(law));
        slow.off().addAll(CLOSED.keySet());
        var calculator = new TermCalculator(new OfficeCalendar(new Holidays(law), CLOSED, RECESSES));

        var wrong = new ArrayList<String>();
        FIRST.datesUntil(END)
                .forEach(from -> TERMS.forEach((unit, amounts) -> amounts.forEach(amount -> {
                    for (var periods : List.of(List.<Period>of(), RECESSES)) {
                        var rest = new Rest(suspended(from, unit, amount, periods, slow), periods);
                        var counted = calculator.after(from, "start", term(unit, amount + ""), true, rest);
                        if (!counted.lastDay().equals(slow.end(from, unit, amount, rest))) {
                            wrong.add(amount + " " + unit + " after " + from + " is not " + counted.lastDay() + ": "
                                    + rest.suspensions() + periods.size());
                        }
                    }
                })));

        assertThat(wrong).isEmpty();
    }

    /** A given end is a day of the calendar: only its suspensions move it. */
    @ParameterizedTest
    @EnumSource(Jurisdiction.class)
    void addsTheRealDaysToAnEndThatWasGiven(Jurisdiction law) {
        var calculator = new TermCalculator(new OfficeCalendar(new Holidays(law), CLOSED, RECESSES));

        FIRST.datesUntil(END).forEach(from -> {
            var given = from.plusDays(40);
            var suspensions = List.of(
                    new Suspension(from, from.plusDays(3), false),
                    new Suspension(from.plusDays(43), from.plusDays(60), false));
            assertThat(calculator
                            .given(from, given, false, new Rest(suspensions, RECESSES), Line.of(Line.Kind.UNTIL, given))
                            .lastDay())
                    .isEqualTo(given.plusDays(3 + 17));
        });
    }

    @ParameterizedTest
    @EnumSource(Jurisdiction.class)
    void findsTheSameDayOfEachYear(Jurisdiction law) {
        var calculator = new TermCalculator(new OfficeCalendar(new Holidays(law), Map.of(), List.of()));

        for (var day : List.of("--01-01", "--02-28", "--02-29", "--03-01", "--07-11", "--12-31")) {
            FIRST.datesUntil(END).forEach(from -> assertThat(calculator
                            .after(from, "start", term(ParameterType.DATE_IN_YEAR, day), false, Rest.NONE)
                            .lastDay())
                    .isEqualTo(next(day, from)));
        }
    }

    private static LocalDate next(String monthDay, LocalDate after) {
        var day = after.plusDays(1);
        while (!isDay(monthDay, day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** In a year without 29 February it is the 28th. */
    private static boolean isDay(String monthDay, LocalDate day) {
        var text = day.toString().substring(4).replaceFirst("-", "--");
        return text.equals(monthDay)
                || (monthDay.equals("--02-29") && text.equals("--02-28") && !Year.isLeap(day.getYear()));
    }

    /** Each begins while the term runs, as it ends by then. */
    private static List<Suspension> suspended(
            LocalDate from, ParameterType unit, int amount, List<Period> periods, Slow slow) {
        var random = new Random(from.toEpochDay() * 31 + amount);
        var suspensions = new ArrayList<Suspension>();
        var first = from;
        for (int left = random.nextInt(4); left > 0; left--) {
            var end = slow.end(from, unit, amount, new Rest(suspensions, periods));
            var span = (int) first.until(end, ChronoUnit.DAYS);
            if (span < 0) {
                break;
            }
            var begin = first.plusDays(random.nextInt(span + 1));
            var until = begin.plusDays(random.nextInt(40));
            suspensions.add(new Suspension(begin, until, false));
            first = until;
        }
        return suspensions;
    }

    private static Parameter term(ParameterType unit, String value) {
        return new Parameter("term", unit, value, List.of(), null, "", "", null, null, null);
    }

    /** @param off days that nobody works, but for weekends */
    record Slow(Set<LocalDate> off) {

        Slow(Set<LocalDate> off) {
            this.off = new HashSet<>(off);
        }

        /** What is left is less by one on each day that counts; a working day that was suspended is owed as a real day. */
        LocalDate end(LocalDate from, ParameterType unit, int amount, Rest rest) {
            var workingDays = unit == ParameterType.WORKING_DAYS;
            var left = workingDays ? amount : days(from, unit, amount);
            var owed = suspended(from, rest) && !(workingDays && inPeriod(from, rest)) ? 1 : 0;
            var day = from;
            while (left > 0) {
                day = day.plusDays(1);
                if (workingDays) {
                    owed += suspended(day, rest) && !inPeriod(day, rest) ? 1 : 0;
                    left -= isWorked(day) && !inPeriod(day, rest) ? 1 : 0;
                } else {
                    left -= suspended(day, rest) || inPeriod(day, rest) ? 0 : 1;
                }
            }
            while (owed > 0) {
                day = day.plusDays(1);
                owed -= suspended(day, rest) || inPeriod(day, rest) ? 0 : 1;
            }
            while (!isWorked(day) || suspended(day, rest) || inPeriod(day, rest)) {
                day = day.plusDays(1);
            }
            return day;
        }

        private boolean isWorked(LocalDate day) {
            return TermCalculatorPropertyTest.isWorked(day, off);
        }

        private static int days(LocalDate from, ParameterType unit, int amount) {
            if (unit != ParameterType.MONTHS) {
                return unit == ParameterType.WEEKS ? 7 * amount : amount;
            }
            var month = from.getMonthValue() + amount;
            var year = month > 12 ? from.getYear() + 1 : from.getYear();
            var of = Month.of(month > 12 ? month - 12 : month);
            var end = LocalDate.of(year, of, Math.min(from.getDayOfMonth(), of.length(Year.isLeap(year))));
            var days = 0;
            for (var day = from; day.isBefore(end); day = day.plusDays(1)) {
                days++;
            }
            return days;
        }

        private static boolean suspended(LocalDate day, Rest rest) {
            return rest.suspensions().stream().anyMatch(it -> !day.isBefore(it.from()) && day.isBefore(it.until()));
        }

        private static boolean inPeriod(LocalDate day, Rest rest) {
            return rest.periods().stream().anyMatch(it -> !day.isBefore(it.from()) && !day.isAfter(it.until()));
        }
    }
}
