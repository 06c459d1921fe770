package org.samenspraak.deadlines;

import java.time.LocalDate;

/**
 * Days that do not count for a term whose regulation says so ({@code <term>.not-counting}), like a recess.
 *
 * @param until the last of them
 */
public record Period(LocalDate from, LocalDate until, String name, String addedBy) {

    boolean has(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
