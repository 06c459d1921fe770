package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days on which a term was suspended.
 *
 * @param until the day on which it ran again
 * @param settled whether an end that somebody gave afterwards has these days in it
 */
record Suspension(LocalDate from, LocalDate until, boolean settled) {

    boolean has(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    long days() {
        return ChronoUnit.DAYS.between(from, until);
    }
}
