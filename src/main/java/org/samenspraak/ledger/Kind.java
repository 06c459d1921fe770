package org.samenspraak.ledger;

import java.util.Locale;

/** Why money moves. */
enum Kind {
    /** A budget gets money, for the first time or more. */
    RAISE,
    LOWER,
    RESERVE,
    /** Back to what is available: refused, less decided than reserved, or not to be paid any more. */
    RELEASE,
    FIX,
    PAY,
    /** The city spent it itself, in books of its own. */
    SPEND,
    /** The bank could not pay it. */
    RETURN,
    RECLAIM,
    /** What was reclaimed came back. */
    RECEIVE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
