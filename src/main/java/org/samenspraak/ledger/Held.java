package org.samenspraak.ledger;

import java.util.UUID;

/**
 * What stands in the books for a claim.
 *
 * @param budget the one it was last reserved in
 * @param round how often something was reserved: what is released and asked again starts a new one
 * @param lines how many lines there are
 * @param paid without what has to come back or did
 * @param received what came back
 */
public record Held(
        UUID budget,
        int round,
        int lines,
        Amount reserved,
        Amount committed,
        Amount paid,
        Amount owed,
        Amount received) {

    /** What is not available to others. */
    public Amount used() {
        return reserved.plus(committed).plus(paid).plus(owed);
    }

    /** With what has to come back or did. */
    public Amount everPaid() {
        return paid.plus(owed).plus(received);
    }

    /** Whether nothing is held any more, and nothing was paid. */
    public boolean isNothing() {
        return reserved.isNothing() && committed.isNothing() && paid.isNothing() && owed.isNothing();
    }
}
