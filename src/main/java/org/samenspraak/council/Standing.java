package org.samenspraak.council;

/** How a council stands in the register today. */
public enum Standing {
    /** Applied, not decided. */
    CANDIDATE,
    RECOGNISED,
    REGISTERED,
    EXPIRED,
    WITHDRAWN,
    REFUSED,
    /** Applied, and the application ended without a decision in force: withdrawn, set aside, stopped, never signed. */
    LAPSED
}
