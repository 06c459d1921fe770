package org.samenspraak.council;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of a council.
 *
 * @param starts when it begins, or none
 * @param place where, or empty
 * @param fromCalendar read from the council's own calendar, and not entered
 */
public record CouncilMeeting(UUID id, LocalDate day, @Nullable LocalTime starts, String place, boolean fromCalendar) {

    /** One that has no id yet. */
    public static CouncilMeeting on(LocalDate day, @Nullable LocalTime starts, String place) {
        return new CouncilMeeting(UUID.randomUUID(), day, starts, place, false);
    }
}
