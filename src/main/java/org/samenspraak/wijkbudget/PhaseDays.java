package org.samenspraak.wijkbudget;

import java.time.LocalDate;

/** A phase from its first day to its last one, both included. */
record PhaseDays(Phase phase, LocalDate begins, LocalDate ends) {

    boolean hasBegun(LocalDate today) {
        return !today.isBefore(begins);
    }

    PhaseDays shifted(long days) {
        return new PhaseDays(phase, begins.plusDays(days), ends.plusDays(days));
    }
}
