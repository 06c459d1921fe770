package org.samenspraak.kernel;

/** Shows the public what was held back until those whom it concerns had been told. */
@FunctionalInterface
public interface Release {

    /** Looks at all that is held back; what still waits stays so. */
    void release();
}
