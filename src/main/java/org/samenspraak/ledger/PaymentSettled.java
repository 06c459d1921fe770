package org.samenspraak.ledger;

import org.samenspraak.kernel.Actor;

/**
 * What the bank did with a payment of a claim. Published in the same transaction, before the model of the case hears it.
 *
 * @param paid whether it paid; else it could not, or the money came back
 * @param by who noted it
 */
public record PaymentSettled(Claim claim, boolean paid, Actor by) {}
