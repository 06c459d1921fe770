package org.samenspraak.regulation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One version of a regulation, as lists show it.
 *
 * @param adoptedBy the organ that adopted it
 * @param holdsFrom the first day that cases are bound to it, or none while it is a draft
 * @param lockedAt since when a case depends on it, or none while it may change
 */
public record RegulationView(
        RegulationId id, String title, String adoptedBy, @Nullable LocalDate holdsFrom, @Nullable Instant lockedAt) {

    public boolean locked() {
        return lockedAt != null;
    }
}
