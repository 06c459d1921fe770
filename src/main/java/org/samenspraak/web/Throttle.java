package org.samenspraak.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often one address did something lately. Kept in memory: after a restart everybody starts afresh. */
@Component
public class Throttle {

    public static final Duration HOUR = Duration.ofHours(1);

    private static final int ADDRESSES = 10_000;

    private final Clock clock;

    private final Map<String, Deque<Instant>> done = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > ADDRESSES;
        }
    };

    Throttle(Clock clock) {
        this.clock = clock;
    }

    /** Counts one more; false when there were too many. */
    public synchronized boolean take(String what, String address, int most, Duration within) {
        if (isSpent(what, address, most, within)) {
            return false;
        }
        times(what, address).addLast(clock.instant());
        return true;
    }

    public synchronized boolean isSpent(String what, String address, int most, Duration within) {
        var times = times(what, address);
        var since = clock.instant().minus(within);
        times.removeIf(at -> at.isBefore(since));
        return times.size() >= most;
    }

    private Deque<Instant> times(String what, String address) {
        return done.computeIfAbsent(what + " " + address, none -> new ArrayDeque<>());
    }
}
