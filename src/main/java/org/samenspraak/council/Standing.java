package org.samenspraak.council;

/** How a council stands in the register today. */
public enum Standing {
    /** Applied, not decided. */
    CANDIDATE,
    RECOGNISED,
    REGISTERED,
    EXPIRED,
    WITHDRAWN,
    REFUSED
}
