package org.samenspraak.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time that a test says it is. {@link PostgresIT} puts it back before each test. */
public class TestClock extends Clock {

    /** Monday 14 September 2026, noon in Hasselt. */
    public static final Instant START = Instant.parse("2026-09-14T10:00:00Z");

    private volatile Instant now = START;

    public void set(Instant now) {
        this.now = now;
    }

    public void reset() {
        set(START);
    }

    public void advance(Duration time) {
        set(now.plus(time));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
