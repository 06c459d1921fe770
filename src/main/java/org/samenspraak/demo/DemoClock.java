package org.samenspraak.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Stands on a day of the past while the demo year is made, and is the system's clock from then on. */
@Component
@Primary
@Profile("demo")
class DemoClock extends Clock {

    private final Clock system;
    private final AtomicReference<@Nullable Instant> moment;
    private final ZoneId zone;

    @Autowired
    DemoClock(@Qualifier("time") Clock system) {
        this(system, new AtomicReference<>(), ZoneOffset.UTC);
    }

    private DemoClock(Clock system, AtomicReference<@Nullable Instant> moment, ZoneId zone) {
        this.system = system;
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
        return set == null ? system.instant() : set;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(system, moment, other);
    }
}
