package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.deadlines.TermCalculatorPropertyTest.CLOSED;
import static org.samenspraak.deadlines.TermCalculatorPropertyTest.END;
import static org.samenspraak.deadlines.TermCalculatorPropertyTest.FIRST;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.Jurisdiction;

/** Every day of twelve years as the day of a reminder, for terms that end soon and late, against stretches of days written out. */
class QuietDaysPropertyTest {

    private static final ReminderSettings USUAL = settings(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), true);

    @ParameterizedTest
    @EnumSource(Jurisdiction.class)
    void remindsOnTheDayAfterAQuietStretchOrBeforeItWhenThatIsTooLate(Jurisdiction law) {
        for (var settings : List.of(
                USUAL, settings(Set.of(DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY), true), settings(Set.of(), false))) {
            var calendar = new OfficeCalendar(new Holidays(law), CLOSED, List.of());
            var quiet = quiet(settings, law);
            var rules = new QuietRules(settings);
            var wrong = new ArrayList<String>();
            FIRST.plusYears(1).datesUntil(END.minusYears(1)).forEach(day -> {
                for (int left : List.of(0, 1, 2, 3, 7, 14, 30)) {
                    var moved = rules.moved(day, day.plusDays(left), calendar);
                    if (!moved.equals(expected(day, day.plusDays(left), quiet, law))) {
                        wrong.add(day + " +" + left + " is not " + moved);
                    }
                }
            });
            assertThat(wrong).isEmpty();
        }
    }

    /** The whole stretch of quiet days around the day, and what lies on both sides of it. */
    private static LocalDate expected(LocalDate day, LocalDate lastDay, Set<LocalDate> quiet, Jurisdiction law) {
        if (!quiet.contains(day)) {
            return day;
        }
        var after = day;
        while (quiet.contains(after)) {
            after = after.plusDays(1);
        }
        if (!after.isAfter(lastDay)) {
            return after;
        }
        var off = off(law);
        var before = day;
        while (quiet.contains(before) || off.contains(before) || isWeekend(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private static Set<LocalDate> quiet(ReminderSettings settings, Jurisdiction law) {
        var days = new HashSet<LocalDate>();
        FIRST.datesUntil(END.plusYears(1)).forEach(day -> {
            var christmas = (day.getMonth() == Month.DECEMBER && day.getDayOfMonth() >= 24)
                    || (day.getMonth() == Month.JANUARY && day.getDayOfMonth() == 1);
            var holiday = day.getYear() == 2029 && day.getMonth() == Month.JULY;
            if (christmas || holiday || settings.quietWeekdays().contains(day.getDayOfWeek())) {
                days.add(day);
            }
        });
        if (settings.quietWhenClosed()) {
            days.addAll(off(law));
        }
        return days;
    }

    private static Set<LocalDate> off(Jurisdiction law) {
        var off = new HashSet<>(CLOSED.keySet());
        off.addAll(TermCalculatorPropertyTest.holidays(law));
        return off;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12-24",
                "12-24/2026-01-01",
                "2026-02-30/2026-03-01",
                "2026-03-02/2026-03-01",
                "kerst/nieuwjaar",
                ""
            })
    void refusesAPeriodThatIsNone(String text) {
        assertThatThrownBy(() -> QuietPeriod.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesASettingThatLeavesNoDayOrNoHour() {
        assertThatThrownBy(() -> settings(Set.of(DayOfWeek.values()), true)).hasMessageContaining("no day");
        assertThatThrownBy(() -> new ReminderSettings(Set.of(), List.of(), true, 20, 9))
                .hasMessageContaining("from-hour");
    }

    private static ReminderSettings settings(Set<DayOfWeek> weekdays, boolean whenClosed) {
        return new ReminderSettings(weekdays, List.of("12-24/01-01", "2029-07-01/2029-07-31"), whenClosed, 9, 20);
    }
}
