package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.samenspraak.identity.Act;

/**
 * A change of the calendar of the office.
 *
 * @param until the last day
 * @param name of the days, why they are special; nothing when they are as other days again
 */
public record CalendarChange(Kind kind, LocalDate from, LocalDate until, String name) {

    public enum Kind {
        /** The town hall closes. */
        CLOSE,
        /** It opens again. */
        OPEN,
        /** The days do not count for terms whose regulation says so. */
        PAUSE,
        /** They count again. */
        UNPAUSE;

        boolean isAdded() {
            return this == CLOSE || this == PAUSE;
        }
    }

    Stream<LocalDate> days() {
        return from.datesUntil(until.plusDays(1));
    }

    /** What a term says that it moves. */
    Line.Kind line() {
        return switch (kind) {
            case CLOSE -> Line.Kind.CLOSED;
            case OPEN -> Line.Kind.OPENED;
            case PAUSE -> Line.Kind.PAUSED;
            case UNPAUSE -> Line.Kind.UNPAUSED;
        };
    }

    Act act() {
        return switch (kind) {
            case CLOSE -> Act.CLOSING_DAY_ADDED;
            case OPEN -> Act.CLOSING_DAY_REMOVED;
            case PAUSE -> Act.PERIOD_ADDED;
            case UNPAUSE -> Act.PERIOD_REMOVED;
        };
    }

    boolean is(Period period) {
        return period.from().equals(from) && period.until().equals(until);
    }
}
