package org.samenspraak.kernel;

/**
 * Something is public no more: who was not told yet is not told. Published in the transaction of the fact.
 *
 * @param key of the {@link News}
 */
public record NewsWithdrawn(String key) {}
