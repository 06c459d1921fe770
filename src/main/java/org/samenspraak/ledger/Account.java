package org.samenspraak.ledger;

import java.util.Locale;

/** Where the money of a budget stands; what goes out of one goes into another. */
enum Account {
    /** Outside the budget: what was allotted comes from here. */
    ALLOTTED,
    /** Nobody has a claim on it. */
    AVAILABLE,
    /** Put aside for who asked, until it is decided. */
    RESERVED,
    /** Decided, and not paid. */
    COMMITTED,
    PAID,
    /** Reclaimed, and not come back. */
    OWED;

    /** Also the column of its balance; what was allotted is the sum of the others and has none. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
