package org.samenspraak.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.RegulationId;

/**
 * A clock as it is kept.
 *
 * @param round first, second, … time that this term runs in the case
 * @param since what the first day is, a word of the messages; for a clock so long before the end of another, that other's term
 * @param given an end that somebody gave; otherwise the end is counted from {@code from}
 * @param atStart whether the clock is due when the last day begins
 * @param suspendedOn since when it has no end, or none
 * @param suspensions those that are over, also what an end that was given has in it
 */
record TermClock(
        long id,
        CaseId caseId,
        String term,
        @Nullable String scope,
        int round,
        RegulationId regulation,
        LocalDate from,
        String since,
        @Nullable LocalDate given,
        LocalDate lastDay,
        Instant due,
        boolean atStart,
        int extensions,
        boolean running,
        @Nullable LocalDate suspendedOn,
        List<Suspension> suspensions) {

    /** What an end that was given does not have in it. */
    List<Suspension> unsettled() {
        return suspensions.stream().filter(suspension -> !suspension.settled()).toList();
    }

    /** The same clock, running again since a day. */
    TermClock resumed(Suspension suspension) {
        return new TermClock(
                id,
                caseId,
                term,
                scope,
                round,
                regulation,
                from,
                since,
                given,
                lastDay,
                due,
                atStart,
                extensions,
                running,
                null,
                Stream.concat(suspensions.stream(), Stream.of(suspension)).toList());
    }
}
