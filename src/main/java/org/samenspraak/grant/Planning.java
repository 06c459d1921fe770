package org.samenspraak.grant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Invitation;
import org.samenspraak.correspondence.Invitation.Guest;
import org.samenspraak.correspondence.Invitations;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.Talk.State;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Person;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a talk its day, and invites to it. */
@Service
class Planning {

    static final String FORM = "talk-plan";
    private static final String TERM = "talk-report";

    private final Talks talks;
    private final PlannedDay plannedDay;
    private final Cases cases;
    private final Clocks clocks;
    private final Submissions submissions;
    private final Invitations invitations;
    private final Partners partners;
    private final People people;
    private final Timeline timeline;
    private final GrantWords words;
    private final Municipality municipality;
    private final Clock clock;

    Planning(
            Talks talks,
            PlannedDay plannedDay,
            Cases cases,
            Clocks clocks,
            Submissions submissions,
            Invitations invitations,
            Partners partners,
            People people,
            Timeline timeline,
            GrantWords words,
            Municipality municipality,
            Clock clock) {
        this.talks = talks;
        this.plannedDay = plannedDay;
        this.cases = cases;
        this.clocks = clocks;
        this.submissions = submissions;
        this.invitations = invitations;
        this.partners = partners;
        this.people = people;
        this.timeline = timeline;
        this.words = words;
        this.municipality = municipality;
        this.clock = clock;
    }

    /**
     * Looks at the days that were chosen.
     *
     * @throws Refusal for a day that is over, and without a reason for one that does not fit
     */
    @Transactional
    public void plan(CaseId caseId) {
        var answers = answers(caseId);
        var partner = UUID.fromString(Typed.text(answers, "partner"));
        var other = Typed.orNone(answers.text("partnerReason"));
        refuseOther(caseId, partner, other);
        talks.settle(caseId, Integer.parseInt(Typed.text(answers, "minutes")), Typed.text(answers, "place"), partner);
        var talk = talks.get(caseId);
        var moments = moments(answers);
        var why = Typed.orNone(answers.text("dayReason"));
        moments.forEach(moment -> plannedDay.judge(talk, partner, at(moment), why));
        if (why != null) {
            timeline.add(caseId, "grant.day-reason", Map.of(), why, Actor.SYSTEM);
        }
        if (other != null) {
            timeline.add(caseId, "grant.partner-reason", Map.of(), other, Actor.SYSTEM);
        }
    }

    /** The regulation says who talks with a council; somebody else does with a reason. */
    private void refuseOther(CaseId caseId, UUID partner, @Nullable String reason) {
        var regulation = cases.get(caseId).regulation();
        var known = partners.ids(regulation);
        if (!known.isEmpty() && !known.contains(partner) && reason == null) {
            throw Refusal.of("partnerReason", "grant.refusal.partner", words.choice(partners.role(regulation)));
        }
    }

    /** Fixes the day, that of the form or the one that the council chose, and invites everybody. */
    @Transactional
    public void invite(CaseId caseId, Actor by) {
        var answers = answers(caseId);
        var moment = "propose".equals(answers.text("way"))
                ? LocalDateTime.parse(
                        Typed.text(submissions.latest(caseId, "talk-choose").orElseThrow(), "choice"))
                : moments(answers).get(0);
        var talk = talks.get(caseId);
        talks.planned(caseId, at(moment), State.PLANNED);
        clocks.stop(caseId, TERM, null);
        clocks.start(caseId, TERM, null, moment.toLocalDate());
        send(talk, at(moment), "talk-invitation", null, by);
    }

    /** Calls the talk off, for a reason that everybody is told; it can get another day. */
    @Transactional
    public void unplan(CaseId caseId, Actor by) {
        callOff(
                talks.get(caseId),
                Typed.text(submissions.latest(caseId, Reporting.FORM).orElseThrow(), "moveReason"),
                State.PREPARED,
                by);
    }

    /** A talk that was before its day: the day that is to come goes out of everybody's calendar. */
    void heldBefore(Talk talk, LocalDate on, Actor by) {
        var at = talk.plannedAt();
        if (at != null && at.isAfter(clock.instant())) {
            callOff(talk, words.dutch("grant.held-before", words.dutchDay(on)), State.HELD, by);
        }
    }

    /** Where it had a day that is to come, everybody is told that it is off. */
    void callOff(Talk talk, String reason, State state, Actor by) {
        var at = talk.plannedAt();
        if (at == null || talk.state() != State.PLANNED) {
            talks.state(talk.caseId(), state);
            return;
        }
        talks.planned(talk.caseId(), null, state);
        if (at.isAfter(clock.instant())) {
            send(talk, at, state == State.HELD ? "talk-held" : "talk-off", reason, by);
        }
    }

    private void send(Talk talk, Instant at, String text, @Nullable String off, Actor by) {
        var partner = partner(talk);
        var guest = partner.map(person -> new Guest(person.name(), person.email()));
        var fields = Map.of(
                "moment", words.dutchMoment(at),
                "minutes", String.valueOf(talk.minutes()),
                "where", Objects.requireNonNullElse(talk.place(), ""),
                "partner", ofTheCity(talk, partner),
                "off", Objects.requireNonNullElse(off, ""));
        var guests = new ArrayList<>(guest.stream().toList());
        guests.addAll(areaManagers(talk.caseId()));
        invitations.send(
                talk.caseId(),
                new Invitation(
                        text,
                        Map.of("talk", List.of(fields)),
                        talk.invitations(),
                        at,
                        talk.ends(at),
                        Objects.requireNonNullElse(talk.place(), ""),
                        guests,
                        off != null),
                by);
    }

    /** By function: who talks, and the area managers. */
    private String ofTheCity(Talk talk, Optional<Person> partner) {
        return Stream.concat(
                        partner.map(Person::name).stream(),
                        areaManagers(talk.caseId()).stream().map(Guest::name))
                .distinct()
                .collect(Collectors.joining(words.dutch("grant.and")));
    }

    private Optional<Person> partner(Talk talk) {
        return Optional.ofNullable(talk.partner()).map(PersonId::new).flatMap(people::find);
    }

    private List<Guest> areaManagers(CaseId caseId) {
        var area = cases.get(caseId).area();
        return area == null
                ? List.of()
                : people.inGroup(new GroupId("area-manager", area.toString())).stream()
                        .map(person -> new Guest(person.name(), person.email()))
                        .toList();
    }

    private Answers answers(CaseId caseId) {
        return submissions.latest(caseId, FORM).orElseThrow();
    }

    private static List<LocalDateTime> moments(Answers answers) {
        if (!"propose".equals(answers.text("way"))) {
            return List.of(Typed.moment(answers.values()));
        }
        var moments = answers.rows("proposals").stream().map(Typed::moment).toList();
        if (moments.stream().distinct().count() < moments.size()) {
            throw Refusal.of("way", "grant.refusal.same-moment");
        }
        if (moments.size() < 2) {
            throw Refusal.of("way", "grant.refusal.proposals");
        }
        return moments;
    }

    private Instant at(LocalDateTime moment) {
        return moment.atZone(municipality.zone()).toInstant();
    }
}
