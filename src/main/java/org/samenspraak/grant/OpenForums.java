package org.samenspraak.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.samenspraak.casefile.Cases;
import org.samenspraak.grant.Gathering.State;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Component;

/** What conditions of a grant may ask about the open forums of a council. */
@Component
class OpenForums {

    private final Gatherings gatherings;
    private final Cases cases;
    private final Municipality municipality;
    private final Clock clock;

    OpenForums(Gatherings gatherings, Cases cases, Municipality municipality, Clock clock) {
        this.gatherings = gatherings;
        this.cases = cases;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** The first one that was held in that year, else the first that is planned in it; one that was called off does not count. */
    Optional<Registered> of(CouncilId council, int year) {
        return gatherings.forums(council, begin(year), begin(year + 1)).stream()
                .min(Comparator.comparing(one -> one.state() != State.HELD))
                .map(this::registered);
    }

    private Registered registered(Gathering one) {
        var day = LocalDate.ofInstant(Objects.requireNonNull(one.plannedAt()), municipality.zone());
        var dossier = cases.get(one.caseId());
        return new Registered(dossier.number(), one.subject(), day, stage(one.state(), day));
    }

    private Stage stage(State state, LocalDate day) {
        if (state == State.HELD) {
            return Stage.HELD;
        }
        return day.isBefore(LocalDate.ofInstant(clock.instant(), municipality.zone())) ? Stage.OVER : Stage.PLANNED;
    }

    private Instant begin(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(municipality.zone()).toInstant();
    }

    /** @param number of its case */
    record Registered(String number, String subject, LocalDate day, Stage stage) {}

    /** How far it is. */
    enum Stage {
        HELD,
        PLANNED,
        /** Its day is over, and nobody said yet how it was. */
        OVER
    }
}
