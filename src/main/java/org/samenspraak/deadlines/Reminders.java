package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.samenspraak.regulation.ParameterType;

/** When the reminders of a term are due, by a parameter like {@code 14 d, 3 d}. */
final class Reminders {

    private Reminders() {}

    /** The days before the last day, earliest first; those before {@code today} are left out. */
    static List<LocalDate> days(String parameter, LocalDate lastDay, LocalDate today, TermCalculator calculator) {
        return Stream.of(parameter.split(",\\s*"))
                .filter(reminder -> !reminder.isBlank())
                .map(reminder -> reminder.split(" "))
                .map(parts -> calculator.plus(lastDay, unit(parts[1]), -Integer.parseInt(parts[0])))
                .filter(day -> !day.isBefore(today))
                .distinct()
                .sorted()
                .toList();
    }

    private static ParameterType unit(String word) {
        return switch (word) {
            case "d" -> ParameterType.DAYS;
            case "wd" -> ParameterType.WORKING_DAYS;
            case "w" -> ParameterType.WEEKS;
            case "m" -> ParameterType.MONTHS;
            default -> throw new IllegalArgumentException("no unit of time: " + word);
        };
    }
}
