package org.samenspraak.agenda;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A month as a grid of weeks from Monday to Sunday.
 *
 * @param weekdays their names
 */
record MonthView(List<String> weekdays, List<Week> weeks) {

    static MonthView of(YearMonth month, Map<LocalDate, AgendaDay> days, Locale locale) {
        var monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new MonthView(
                Stream.of(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, locale))
                        .toList(),
                Stream.iterate(monday, day -> !day.isAfter(month.atEndOfMonth()), day -> day.plusWeeks(1))
                        .map(day -> week(day, month, days))
                        .toList());
    }

    private static Week week(LocalDate monday, YearMonth month, Map<LocalDate, AgendaDay> days) {
        return new Week(
                monday,
                monday.datesUntil(monday.plusWeeks(1))
                        .map(day -> YearMonth.from(day).equals(month) ? new Square(day, days.get(day)) : Square.OUTSIDE)
                        .toList());
    }

    record Week(LocalDate monday, List<Square> days) {}

    /**
     * @param day none for a day of another month
     * @param entries none when there are none
     */
    record Square(@Nullable LocalDate day, @Nullable AgendaDay entries) {

        static final Square OUTSIDE = new Square(null, null);
    }
}
