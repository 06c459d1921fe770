package org.samenspraak.grant;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was promised in a talk, an open forum or a meeting with all councils.
 *
 * @param number of the case of the talk or the meeting
 * @param council none when it was promised to all councils
 * @param councilName of the council, or what the meeting with all was called
 * @param ownerGroup who does it, in the house; none when one official or the council does
 * @param ownerPerson the official who does it, none when a group or the council does
 * @param note how it ended
 */
record Agreement(
        long id,
        String number,
        @Nullable UUID council,
        String councilName,
        @Nullable UUID area,
        String what,
        @Nullable String ownerGroup,
        @Nullable UUID ownerPerson,
        @Nullable String ownerName,
        LocalDate due,
        @Nullable LocalDate doneOn,
        @Nullable String doneBy,
        boolean ownerActive,
        @Nullable String note,
        int moves,
        int version) {

    boolean isOfCouncil() {
        return ownerGroup == null && ownerPerson == null;
    }

    public boolean isLate(LocalDate today) {
        return doneOn == null && due.isBefore(today);
    }
}
