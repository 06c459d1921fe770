package org.samenspraak.agenda;

import java.time.Instant;
import java.util.List;

/** Meetings that everybody may attend, besides those of organs; the module that plans them gives them to the website. */
public interface PublicMeetings {

    /** By moment; from the first inclusive to the last exclusive. */
    List<PublicMeeting> between(Instant from, Instant until, int limit);

    /**
     * What everybody may read of one.
     *
     * @param id names it, also after its day moved
     */
    record PublicMeeting(String id, String title, Instant begins, String place) {}
}
