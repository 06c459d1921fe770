package org.samenspraak.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** Everything that happened in a case, in order. Append only. */
public class Timeline {

    /**
     * @param kind the message key after {@code timeline.} ("document.added"); its text takes the args by name
     * @param detail free text of the one who acted (a reason, a note), or none
     */
    public void add(CaseId caseId, String kind, Map<String, String> args, @Nullable String detail, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Newest first, at most {@code limit}, older than {@code before}. */
    public List<Entry> page(CaseId caseId, @Nullable Long before, int limit) {
        throw new UnsupportedOperationException();
    }

    public record Entry(
            long id,
            Instant at,
            String kind,
            Map<String, String> args,
            @Nullable String detail,
            String by,
            @Nullable String onBehalfOf) {}
}
