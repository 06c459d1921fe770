package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samenspraak.kernel.Jurisdiction;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterType;

/** Every start day of twelve years against counting on the fingers, with holidays written down by hand. */
class TermCalculatorPropertyTest {

    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final LocalDate END = LocalDate.of(2036, 1, 1);
    /** Easter Sundays as almanacs print them. */
    private static final List<String> EASTERS = List.of(
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2029-04-01",
            "2030-04-21",
            "2031-04-13",
            "2032-03-28",
            "2033-04-17",
            "2034-04-09",
            "2035-03-25",
            "2036-04-13");

    static final Map<LocalDate, String> CLOSED = Map.of(
            LocalDate.of(2026, 5, 15),
            "brugdag",
            LocalDate.of(2027, 12, 27),
            "inhaaldag",
            LocalDate.of(2030, 1, 2),
            "verlof");

    private static final List<Integer> AMOUNTS = List.of(1, 2, 3, 5, 10, 15, 30, 120);

    @ParameterizedTest
    @EnumSource(Jurisdiction.class)
    void agreesWithCountingDayByDay(Jurisdiction law) {
        var off = holidays(law);
        off.addAll(CLOSED.keySet());
        var calculator = new TermCalculator(new OfficeCalendar(new Holidays(law), CLOSED, List.of()));

        var wrong = new ArrayList<String>();
        FIRST.datesUntil(END).forEach(from -> {
            for (int amount : AMOUNTS) {
                for (var unit : List.of(ParameterType.DAYS, ParameterType.WORKING_DAYS)) {
                    var counted = last(calculator, from, unit, amount);
                    if (!counted.equals(slowly(from, amount, unit == ParameterType.WORKING_DAYS, off))) {
                        wrong.add(amount + " " + unit + " after " + from + " is not " + counted);
                    }
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Jurisdiction.class)
    void countsBackwardsToWhereItCountsForwardsFrom(Jurisdiction law) {
        var calculator = new TermCalculator(new OfficeCalendar(new Holidays(law), Map.of(), List.of()));

        FIRST.datesUntil(END).filter(calculator.calendar()::works).forEach(from -> {
            var last = calculator.plus(from, ParameterType.WORKING_DAYS, 10);
            assertThat(calculator.plus(last, ParameterType.WORKING_DAYS, -10)).isEqualTo(from);
        });
    }

    private static LocalDate last(TermCalculator calculator, LocalDate from, ParameterType unit, int amount) {
        var term = new Parameter("term", unit, String.valueOf(amount), List.of(), null, "", "", null, null, null);
        return calculator.after(from, "start", term, true, Rest.NONE).lastDay();
    }

    private static LocalDate slowly(LocalDate from, int amount, boolean workingDays, Set<LocalDate> off) {
        var day = from;
        var counted = 0;
        while (counted < amount) {
            day = day.plusDays(1);
            if (!workingDays || isWorked(day, off)) {
                counted++;
            }
        }
        while (!isWorked(day, off)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static boolean isWorked(LocalDate day, Set<LocalDate> off) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !off.contains(day);
    }

    static Set<LocalDate> holidays(Jurisdiction law) {
        var off = new HashSet<LocalDate>();
        for (var text : EASTERS) {
            var easter = LocalDate.parse(text);
            var year = easter.getYear();
            off.addAll(List.of(easter.plusDays(1), easter.plusDays(39), easter.plusDays(50)));
            off.add(LocalDate.of(year, 1, 1));
            off.add(LocalDate.of(year, 12, 25));
            if (law == Jurisdiction.NL) {
                var birthday = LocalDate.of(year, 4, 27);
                off.add(birthday.getDayOfWeek() == DayOfWeek.SUNDAY ? birthday.minusDays(1) : birthday);
                off.addAll(List.of(easter.minusDays(2), LocalDate.of(year, 5, 5), LocalDate.of(year, 12, 26)));
            } else {
                off.addAll(List.of(
                        LocalDate.of(year, Month.MAY, 1),
                        LocalDate.of(year, Month.JULY, 11),
                        LocalDate.of(year, Month.JULY, 21),
                        LocalDate.of(year, Month.AUGUST, 15),
                        LocalDate.of(year, Month.NOVEMBER, 1),
                        LocalDate.of(year, Month.NOVEMBER, 11)));
            }
        }
        return off;
    }
}
