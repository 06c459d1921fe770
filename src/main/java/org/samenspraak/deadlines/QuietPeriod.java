package org.samenspraak.deadlines;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;

/** Days of every year from one to another, also over new year, or days that come once. */
record QuietPeriod(String from, String until) {

    QuietPeriod {
        if (from.length() != until.length()) {
            throw new IllegalArgumentException(
                    "A quiet period has two days with a year, or two without: " + from + "/" + until);
        }
        if (from.length() > 5 && LocalDate.parse(until).isBefore(LocalDate.parse(from))) {
            throw new IllegalArgumentException("A quiet period ends before it begins: " + from + "/" + until);
        }
        if (from.length() <= 5) {
            monthDay(from);
            monthDay(until);
        }
    }

    /**
     * As settings have it.
     *
     * @throws IllegalArgumentException when it is not two days
     */
    static QuietPeriod valueOf(String text) {
        var days = text.strip().split("/", -1);
        if (days.length != 2) {
            throw new IllegalArgumentException("A quiet period is two days, such as 12-24/01-01: " + text);
        }
        try {
            return new QuietPeriod(days[0].strip(), days[1].strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A quiet period is two days, such as 12-24/01-01: " + text, e);
        }
    }

    boolean has(LocalDate day) {
        if (from.length() > 5) {
            return !day.isBefore(LocalDate.parse(from)) && !day.isAfter(LocalDate.parse(until));
        }
        var at = MonthDay.from(day);
        var begun = !at.isBefore(monthDay(from));
        var notOver = !at.isAfter(monthDay(until));
        return monthDay(from).isAfter(monthDay(until)) ? begun || notOver : begun && notOver;
    }

    private static MonthDay monthDay(String day) {
        return MonthDay.parse("--" + day);
    }
}
