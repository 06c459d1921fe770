package org.samenspraak.advice;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many points of advice got which reply.
 *
 * @param points all of them
 * @param owed without a reply so far
 */
public record PointCounts(
        int points, int followed, int partly, int not, int answered, int passedOn, int noted, int owed) {

    public static final PointCounts NONE = new PointCounts(0, 0, 0, 0, 0, 0, 0, 0);

    /** @param outcomes by code; none where a reply is owed */
    static PointCounts of(List<@Nullable String> outcomes) {
        return new PointCounts(
                outcomes.size(),
                Collections.frequency(outcomes, "followed"),
                Collections.frequency(outcomes, "partly"),
                Collections.frequency(outcomes, "not"),
                Collections.frequency(outcomes, "answered"),
                Collections.frequency(outcomes, "passed-on"),
                Collections.frequency(outcomes, "noted"),
                Collections.frequency(outcomes, null));
    }

    /** Replied to, and neither followed nor refused. */
    public int other() {
        return answered + passedOn + noted;
    }
}
