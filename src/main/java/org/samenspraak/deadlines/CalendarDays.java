package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the office itself put in the calendar.
 *
 * @param closed days that the town hall is closed, with their names
 * @param periods that do not count for some terms
 */
record CalendarDays(Map<LocalDate, String> closed, List<Period> periods) {

    /** The calendar after a change. */
    CalendarDays with(CalendarChange change, List<LocalDate> days) {
        return switch (change.kind()) {
            case CLOSE -> {
                var more = new HashMap<>(closed);
                days.forEach(day -> more.put(day, change.name()));
                yield new CalendarDays(more, periods);
            }
            case OPEN -> {
                var fewer = new HashMap<>(closed);
                days.forEach(fewer::remove);
                yield new CalendarDays(fewer, periods);
            }
            case PAUSE ->
                new CalendarDays(
                        closed,
                        Stream.concat(
                                        periods.stream(),
                                        Stream.of(new Period(change.from(), change.until(), change.name(), "")))
                                .toList());
            case UNPAUSE ->
                new CalendarDays(
                        closed,
                        periods.stream().filter(period -> !change.is(period)).toList());
        };
    }
}
