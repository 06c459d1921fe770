package org.samenspraak.process;

import java.time.Instant;

/** The engine's idea of now, for tests and the demo year; and its waiting steps, run by hand. */
public class EngineClock {

    public void set(Instant now) {
        throw new UnsupportedOperationException();
    }

    public void reset() {
        throw new UnsupportedOperationException();
    }

    /** Runs every step and timer that is due now, also those that come up meanwhile; returns how many. */
    public int runDue() {
        throw new UnsupportedOperationException();
    }
}
