package org.samenspraak.ledger;

import org.samenspraak.kernel.Actor;

/**
 * Everything that was reclaimed of a claim came back. Published in the same transaction.
 *
 * @param by who booked what came in
 */
public record PaidBack(Claim claim, Actor by) {}
