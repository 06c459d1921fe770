package org.samenspraak.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stands on a day of the past while the demo year is made, and is the system's clock from then on. */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

    private final AtomicReference<@Nullable Instant> moment;
    private final ZoneId zone;

    DemoClock() {
        this(new AtomicReference<>(), ZoneOffset.UTC);
    }

    private DemoClock(AtomicReference<@Nullable Instant> moment, ZoneId zone) {
        this.moment = moment;
        this.zone = zone;
    }

    void set(Instant now) {
        moment.set(now);
    }

    void reset() {
        moment.set(null);
    }

    @Override
    public Instant instant() {
        var set = moment.get();
        return set == null ? Clock.systemUTC().instant() : set;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(moment, other);
    }
}
