package org.samenspraak.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;

/**
 * A movement that is to be written.
 *
 * @param claim none where the budget itself changes
 * @param occasion what makes it happen once: the number of a decision, the round of a reservation, a line of a batch
 */
record Entry(
        UUID budget,
        Kind kind,
        Account from,
        Account to,
        Amount amount,
        @Nullable Claim claim,
        @Nullable CouncilId council,
        String occasion,
        String reason,
        @Nullable String reference,
        Actor by) {

    /** @throws Refusal at the field, without an amount */
    Entry {
        if (amount.isNothing()) {
            throw Refusal.of("amount", "ledger.refusal.nothing");
        }
    }
}
