package org.samenspraak.ledger;

import java.util.UUID;

/** The money of one year for one purpose, and where it stands. */
public record Budget(
        UUID id,
        BudgetKey key,
        String name,
        Amount available,
        Amount reserved,
        Amount committed,
        Amount paid,
        Amount owed) {

    /** What was allotted. */
    public Amount total() {
        return available.plus(reserved).plus(committed).plus(paid).plus(owed);
    }
}
