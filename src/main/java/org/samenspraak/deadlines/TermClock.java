package org.samenspraak.deadlines;

import java.time.Instant;
import java.time.LocalDate;
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
        boolean running) {}
