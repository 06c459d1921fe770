package org.samenspraak.council;

import org.samenspraak.kernel.CouncilId;

/**
 * Somebody, of the council or of the city, gave another account number for a council.
 *
 * @param account shortened: what everybody of the council may read
 */
public record AccountGiven(CouncilId council, String account) {}
