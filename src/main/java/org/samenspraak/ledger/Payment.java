package org.samenspraak.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Iban;

/**
 * A payment that waits for a batch.
 *
 * @param about what the payee reads
 * @param returned why the bank could not pay it, or none
 * @param account where it would go, or none
 * @param obstacle why it can't go now, or none
 */
record Payment(
        UUID id,
        Amount amount,
        String caseNumber,
        CouncilId council,
        String councilName,
        String about,
        @Nullable String reference,
        Instant askedAt,
        @Nullable String returned,
        @Nullable Payee account,
        @Nullable Obstacle obstacle) {

    /** An account number that was confirmed. */
    record Payee(UUID id, Iban iban, String holder, LocalDate payableFrom) {}

    /** Where a page of the list ends. */
    record Place(Instant askedAt, UUID id) {}
}
