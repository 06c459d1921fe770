package org.samenspraak.council;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;

/** What a council and the city promised each other, and what the city promised all councils. The module that keeps agreements gives it, the council's own pages show it. */
public interface CouncilAgreements {

    /**
     * The open ones by day, those that are done newest first.
     *
     * @param after {@link Agreed#place} of the last one of the page before; what is no place begins anew
     */
    List<Agreed> of(CouncilId council, boolean done, @Nullable String after, int limit);

    /** None when there is no such agreement with this council. */
    Optional<Agreed> find(CouncilId council, long id);

    /**
     * A council did what it promised.
     *
     * @param note how it ended
     * @throws org.samenspraak.kernel.Refusal without a note, of an agreement that is not its own, or that was done already
     */
    void done(CouncilId council, long id, int version, String note, Actor by);

    /**
     * @param owner who does it, in the reader's words
     * @param isOwn whether the council does it
     * @param doneOn none while it is open
     * @param number of its own case in which it was made; none when it was made with all councils
     * @param version against two who write at once
     */
    record Agreed(
            long id,
            String what,
            String owner,
            boolean isOwn,
            LocalDate due,
            @Nullable LocalDate doneOn,
            @Nullable String note,
            @Nullable String number,
            int version) {

        /** Its place in the list. */
        public String place() {
            return (doneOn == null ? due : doneOn) + "_" + id;
        }
    }
}
