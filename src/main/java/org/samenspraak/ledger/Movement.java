package org.samenspraak.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;

/**
 * A line of the books, as it is read.
 *
 * @param caseNumber of the case it is for, or none where the budget itself changes
 * @param by who did it; empty when the system did
 */
record Movement(
        long id,
        Instant at,
        Kind kind,
        Account from,
        Account to,
        Amount amount,
        @Nullable String caseNumber,
        String scope,
        @Nullable CouncilId council,
        @Nullable String councilName,
        UUID budget,
        int year,
        String budgetName,
        String by,
        @Nullable String onBehalfOf,
        String reason,
        @Nullable String reference) {}
