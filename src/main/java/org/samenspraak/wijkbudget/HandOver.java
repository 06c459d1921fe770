package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody else leads a project, or is asked to.
 *
 * @param former who led it until then; none when that was the city
 * @param successor who is asked; none for the city
 * @param reason of the office, for everybody to read
 * @param answeredOn none while it waits
 * @param taken whether they lead it since
 * @param refusal why they do not want to, if they said so
 */
record HandOver(
        long id,
        UUID project,
        @Nullable UUID former,
        @Nullable UUID successor,
        String reason,
        LocalDate askedOn,
        @Nullable LocalDate answeredOn,
        boolean taken,
        @Nullable String refusal) {

    boolean waits() {
        return answeredOn == null;
    }
}
