package org.samenspraak.grant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.deadlines.DaysOff;
import org.samenspraak.deadlines.DaysOff.Kind;
import org.samenspraak.grant.Talks.Planned;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.RegulationId;
import org.samenspraak.regulation.Regulations;
import org.springframework.stereotype.Component;

/** Whether a talk, or a meeting with all councils, can be at a moment. */
@Component
class PlannedDay {

    private static final int DAYS_AHEAD = 730;

    private final Talks talks;
    private final Gatherings gatherings;
    private final RoundDates dates;
    private final Regulations regulations;
    private final Partners partners;
    private final DaysOff daysOff;
    private final Cases cases;
    private final GrantWords words;
    private final Municipality municipality;
    private final Clock clock;

    PlannedDay(
            Talks talks,
            Gatherings gatherings,
            RoundDates dates,
            Regulations regulations,
            Partners partners,
            DaysOff daysOff,
            Cases cases,
            GrantWords words,
            Municipality municipality,
            Clock clock) {
        this.talks = talks;
        this.gatherings = gatherings;
        this.dates = dates;
        this.regulations = regulations;
        this.partners = partners;
        this.daysOff = daysOff;
        this.cases = cases;
        this.words = words;
        this.municipality = municipality;
        this.clock = clock;
    }

    /**
     * Refuses a moment that is over. Sooner than the regulation wants, after the closing day of its round, in the weeks before it without
     * talks, on a day off or a day of the college's session, and beside another talk of the same people, a meeting with all councils or an
     * open forum of the council it needs a reason.
     */
    void judge(Talk talk, UUID partner, Instant at, @Nullable String reason) {
        var day = LocalDate.ofInstant(at, municipality.zone());
        var today = LocalDate.ofInstant(clock.instant(), municipality.zone());
        if (!at.isAfter(clock.instant()) || day.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw Refusal.of("day", "grant.refusal.day", words.moment(at));
        }
        if (reason != null) {
            return;
        }
        var regulation = cases.get(talk.caseId()).regulation();
        if (talk.round() != null) {
            refuseLate(regulation, talk.year(), day);
        }
        refuseSoon(regulation, today, day);
        if (partners.sessions(regulation).contains(day)) {
            throw Refusal.of("dayReason", "grant.refusal.session", words.day(day));
        }
        refuseOff(day);
        talks.overlapping(talk, partner, at, talk.ends(at)).forEach(this::refuse);
        gatherings.overlapping(talk.council(), talk.caseId(), at, talk.ends(at)).forEach(this::refuse);
    }

    /** Where the regulation says how long before people are told. */
    private void refuseSoon(RegulationId regulation, LocalDate today, LocalDate day) {
        regulations
                .find(regulation, "talk.notice")
                .map(Parameter::number)
                .filter(days -> day.isBefore(today.plusDays(days)))
                .ifPresent(days -> {
                    throw Refusal.of("dayReason", "grant.refusal.soon", days);
                });
    }

    private void refuseOff(LocalDate day) {
        daysOff.between(day, day).stream()
                .filter(off -> off.kind() != Kind.NOT_COUNTING)
                .forEach(off -> {
                    throw Refusal.of("dayReason", "grant.refusal.closed", words.day(day), off.name());
                });
    }

    /** Refuses a day off, and what overlaps a talk or another meeting: all councils are asked to it, and who talks with them. */
    void judgeMeeting(CaseId meeting, Instant at, Duration takes) {
        refuseOff(LocalDate.ofInstant(at, municipality.zone()));
        talks.overlapping(at, at.plus(takes)).forEach(this::refuse);
        gatherings.overlapping(null, meeting, at, at.plus(takes)).forEach(this::refuse);
    }

    private void refuse(Planned other) {
        throw Refusal.of(
                "dayReason",
                "grant.refusal.busy",
                words.moment(other.plannedAt().toInstant()),
                other.council());
    }

    private void refuse(Gathering other) {
        throw Refusal.of(
                "dayReason",
                "grant.refusal.busy-meeting",
                words.moment(Objects.requireNonNull(other.plannedAt())),
                other.title());
    }

    private void refuseLate(RegulationId regulation, int year, LocalDate day) {
        var closing = dates.closing(regulation, year);
        if (day.isAfter(closing)) {
            throw Refusal.of("dayReason", "grant.refusal.after-closing", words.day(closing));
        }
        var quiet = dates.blackout(regulation, closing);
        if (!quiet.equals(closing) && !day.isBefore(quiet)) {
            throw Refusal.of("dayReason", "grant.refusal.quiet", words.day(quiet), words.day(closing));
        }
    }
}
