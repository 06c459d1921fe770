package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.kernel.CaseId;

/**
 * Which mails somebody wants to see.
 *
 * @param caseId of this case, or of any
 * @param to part of the reader's name, or a whole address for who may see addresses; empty for everybody
 * @param addresses whether who asks may see addresses: to others an address never matches
 * @param from queued at that moment or later, or none
 * @param until queued before that moment, or none
 */
public record MessageFilter(
        State state,
        @Nullable CaseId caseId,
        String to,
        boolean addresses,
        @Nullable Instant from,
        @Nullable Instant until) {

    public MessageFilter {
        to = to.strip().toLowerCase(Locale.ROOT);
    }

    public static MessageFilter of(State state) {
        return new MessageFilter(state, null, "", false, null, null);
    }

    String like() {
        return "%" + to.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
