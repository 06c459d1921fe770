package org.samenspraak.kernel;

/**
 * What everybody could read of somebody is hidden, taken back or shown again. Published in the transaction of the fact: no copy
 * that was kept may be given after it.
 */
public record PublicTextChanged() {}
