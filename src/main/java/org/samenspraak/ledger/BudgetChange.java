package org.samenspraak.ledger;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a budget that somebody proposed.
 *
 * @param kind RAISE or LOWER
 * @param decision the number of the decision that it rests on
 * @param settledName who booked or refused it; none while it waits
 * @param refused why it was refused, or none
 */
public record BudgetChange(
        UUID id,
        UUID budget,
        String budgetName,
        Kind kind,
        Amount amount,
        String decision,
        String reason,
        Instant proposedAt,
        @Nullable UUID proposedBy,
        String proposedName,
        @Nullable Instant settledAt,
        @Nullable String settledName,
        @Nullable String refused) {

    public boolean waits() {
        return settledAt == null;
    }

    /** {@code waits}, {@code booked} or {@code refused}. */
    public String stage() {
        return waits() ? "waits" : refused == null ? "booked" : "refused";
    }

    public String code() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
