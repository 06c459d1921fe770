package org.samenspraak.publication;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many answers were made for an address in this minute. Kept in memory: after a restart everybody begins afresh. */
class Turns {

    private static final int ADDRESSES = 10_000;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private final LongSupplier ticker;

    private final Map<String, Taken> all = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Taken> eldest) {
            return size() > ADDRESSES;
        }
    };

    Turns(int most, LongSupplier ticker) {
        this.most = most;
        this.ticker = ticker;
    }

    /** Counts one more; false when there were too many. */
    synchronized boolean take(String address) {
        var now = ticker.getAsLong();
        var taken = all.get(network(address));
        if (taken == null || now - taken.since >= MINUTE) {
            all.put(network(address), new Taken(now, 1));
            return true;
        }
        all.put(network(address), new Taken(taken.since, taken.count + 1));
        return taken.count < most;
    }

    /** Whoever has an address of the new kind has a great many: what they have in common counts. */
    private static String network(String address) {
        var parts = address.split(":");
        return parts.length < 5 ? address : String.join(":", parts[0], parts[1], parts[2], parts[3]);
    }

    private record Taken(long since, int count) {}
}
