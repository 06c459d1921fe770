package org.samenspraak.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;

/** Meetings that everybody may attend, besides those of organs; the module that plans them gives them to the website. */
public interface PublicMeetings {

    /**
     * By moment; from the first inclusive to the last exclusive.
     *
     * @param only of these councils, or none for all
     */
    List<PublicMeeting> between(Instant from, Instant until, @Nullable Set<CouncilId> only, int limit);

    /**
     * Those that got their day last, the newest first.
     *
     * @param only of these councils, or none for all
     */
    List<PublicMeeting> announced(@Nullable Set<CouncilId> only, int limit);

    /** Days from one until another, both inclusive, on which something ends for all councils. */
    List<Closing> closing(LocalDate from, LocalDate until);

    /**
     * What everybody may read of one.
     *
     * @param id names it, also after its day moved
     * @param council who holds it; none for one of the city with all councils
     * @param announced when it got this day
     * @param moves how often calendars were told of it
     */
    record PublicMeeting(
            String id,
            String title,
            Instant begins,
            Instant ends,
            String place,
            @Nullable CouncilId council,
            LocalDate announced,
            int moves) {}

    /** @param id names it, also after its day moved */
    record Closing(String id, String title, LocalDate day) {}
}
