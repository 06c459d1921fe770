package org.samenspraak.grant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Component;

/** What conditions of a grant may ask about the open forums of a council. */
@Component
class OpenForums {

    private final Gatherings gatherings;
    private final Municipality municipality;

    OpenForums(Gatherings gatherings, Municipality municipality) {
        this.gatherings = gatherings;
        this.municipality = municipality;
    }

    /** The day of the first one that was held in that year, or is planned in it; one that was called off does not count. */
    Optional<LocalDate> day(CouncilId council, int year) {
        return gatherings.forums(council, begin(year), begin(year + 1)).stream()
                .findFirst()
                .map(one -> LocalDate.ofInstant(Objects.requireNonNull(one.plannedAt()), municipality.zone()));
    }

    private Instant begin(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(municipality.zone()).toInstant();
    }
}
