package org.samenspraak.advice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is answered in one go: a point, or a group of points.
 *
 * @param key of the reply, or of the point while it has none
 * @param version of the reply; -1 while there is none
 * @param title of a group, or none
 * @param passed what became of it when it was passed on
 * @param points in the order of the list; never empty
 */
record ReplyUnit(
        UUID key,
        int version,
        @Nullable String title,
        Reply reply,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        Passed passed,
        List<ReplyPoint> points) {

    /** Its version together with a print of what it says: who saves what they did not touch changes nothing. */
    public String mark() {
        return TypedReply.of(this).markOf(version);
    }

    public boolean isGroup() {
        return points.size() > 1;
    }

    public boolean isAnswered() {
        return reply.outcome() != null;
    }

    /** "Jeugdraad 3; Seniorenraad 1" */
    public String named() {
        return points.stream().map(ReplyPoint::named).collect(Collectors.joining("; "));
    }

    /**
     * @param number of the case of who it was passed on to, once that is there
     * @param result what they did with it, once they said so
     */
    record Passed(
            @Nullable String number, @Nullable String result, @Nullable LocalDate doneOn, @Nullable String doneBy) {}
}
