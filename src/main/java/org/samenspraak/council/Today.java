package org.samenspraak.council;

import java.time.Clock;
import java.time.LocalDate;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Component;

/** The day it is in the municipality. */
@Component
class Today {

    private final Clock clock;
    private final Municipality municipality;

    Today(Clock clock, Municipality municipality) {
        this.clock = clock;
        this.municipality = municipality;
    }

    LocalDate date() {
        return LocalDate.ofInstant(clock.instant(), municipality.zone());
    }
}
