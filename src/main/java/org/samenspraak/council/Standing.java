package org.samenspraak.council;

import java.util.Set;

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
    LAPSED;

    /** Those that the city still talks with. */
    public static final Set<Standing> CURRENT = Set.of(CANDIDATE, RECOGNISED, REGISTERED);
}
