package org.samenspraak.council;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a council chose about the city's mails.
 *
 * @param readers memberships of today whose people get the questions besides chair and secretary
 * @param mailbox an address that they share, or none
 * @param english whether it reads English rather than Dutch
 * @param version counts changes, against lost updates
 */
public record MailChoice(
        Set<UUID> readers,
        @Nullable String mailbox,
        boolean english,
        Interest interest,
        Set<String> themes,
        int version) {

    static final MailChoice NEVER_CHOSEN = new MailChoice(Set.of(), null, false, Interest.NONE, Set.of(), 0);

    /** What a council wants to be told once a week. */
    public enum Interest {
        NONE,
        ALL,
        /** Of its own area. */
        AREA,
        /** Of the themes on its agenda. */
        THEMES
    }
}
