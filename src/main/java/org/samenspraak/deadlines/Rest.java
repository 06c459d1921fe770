package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When a term does not run: while it was suspended, and in the periods that do not count for it. */
record Rest(List<Suspension> suspensions, List<Period> periods) {

    static final Rest NONE = new Rest(List.of(), List.of());

    boolean isNone() {
        return suspensions.isEmpty() && periods.isEmpty();
    }

    boolean has(LocalDate day) {
        return wasSuspended(day) || period(day).isPresent();
    }

    boolean wasSuspended(LocalDate day) {
        return suspensions.stream().anyMatch(suspension -> suspension.has(day));
    }

    Optional<Period> period(LocalDate day) {
        return periods.stream().filter(period -> period.has(day)).findFirst();
    }

    /** The first day from this one on that the term runs. */
    LocalDate end(LocalDate day) {
        var at = day;
        while (has(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /** For an end that is a day of the calendar and not a length of time. */
    Rest withoutPeriods() {
        return new Rest(suspensions, List.of());
    }
}
