package org.samenspraak.grant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.Gathering.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An open forum of a council: planned, moved, called off, held. */
@Service
class ForumCare {

    static final String REPORT = "forum-report";
    private static final String FOLLOW = "forum-follow";
    private static final int DAYS_AHEAD = 730;
    private static final int DAYS_BACK = 365;

    private final Gatherings gatherings;
    private final Inviting inviting;
    private final Agreements agreements;
    private final Cases cases;
    private final Clocks clocks;
    private final Submissions submissions;
    private final Timeline timeline;
    private final GrantWords words;
    private final Municipality municipality;
    private final Clock clock;

    ForumCare(
            Gatherings gatherings,
            Inviting inviting,
            Agreements agreements,
            Cases cases,
            Clocks clocks,
            Submissions submissions,
            Timeline timeline,
            GrantWords words,
            Municipality municipality,
            Clock clock) {
        this.gatherings = gatherings;
        this.inviting = inviting;
        this.agreements = agreements;
        this.cases = cases;
        this.clocks = clocks;
        this.submissions = submissions;
        this.timeline = timeline;
        this.words = words;
        this.municipality = municipality;
        this.clock = clock;
    }

    /**
     * Also one that was already: nobody is invited to it, and its council says how it was.
     *
     * @throws Refusal for a day that lies too far ahead or back
     */
    @Transactional
    public void register(CaseId caseId, Actor by) {
        var answers = submissions.latest(caseId, Gathering.FORUM).orElseThrow();
        var dossier = cases.get(caseId);
        gatherings.add(
                caseId,
                Objects.requireNonNull(dossier.council(), "council"),
                dossier.title(),
                "yes".equals(answers.text("open")));
        plan(caseId, Typed.moment(answers.values()), answers, minutes(answers), by);
    }

    /** The same entry in everybody's calendar, on another day. */
    @Transactional
    public void move(CaseId caseId, Actor by) {
        var answers = submissions.latest(caseId, REPORT).orElseThrow();
        plan(caseId, day(answers), answers, gatherings.get(caseId).minutes(), by);
        timeline.add(caseId, "grant.forum-moved", Map.of(), answers.text("offReason"), by);
    }

    private void plan(CaseId caseId, LocalDateTime moment, Answers answers, int minutes, Actor by) {
        var now = now();
        var isOver = !moment.isAfter(now);
        if ((isOver && moment.isBefore(now.minusDays(DAYS_BACK))) || moment.isAfter(now.plusDays(DAYS_AHEAD))) {
            throw unfit(moment);
        }
        var at = moment.atZone(municipality.zone()).toInstant();
        gatherings.planned(caseId, at, minutes, Typed.text(answers, "place"));
        clocks.stop(caseId, REPORT, null);
        clocks.start(caseId, REPORT, null, isOver ? now.toLocalDate() : moment.toLocalDate());
        if (!isOver) {
            inviting.invite(gatherings.get(caseId), by);
        }
    }

    /** The day of a form that is to come. */
    LocalDateTime day(Answers answers) {
        var moment = Typed.moment(answers.values());
        if (!moment.isAfter(now()) || moment.isAfter(now().plusDays(DAYS_AHEAD))) {
            throw unfit(moment);
        }
        return moment;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), municipality.zone());
    }

    private Refusal unfit(LocalDateTime moment) {
        return Refusal.of("day", "grant.refusal.day", words.moment(moment.atZone(municipality.zone())));
    }

    @Transactional
    public void callOff(CaseId caseId, String reason, Actor by) {
        gatherings.off(caseId);
        var one = gatherings.get(caseId);
        var at = one.plannedAt();
        if (at != null && at.isAfter(clock.instant())) {
            inviting.callOff(one, reason, by);
        }
        timeline.add(caseId, "grant.meeting-off", Map.of(), reason, by);
    }

    /** @throws Refusal before the day that it is planned on */
    @Transactional
    public void reported(CaseId caseId) {
        var answers = submissions.latest(caseId, REPORT).orElseThrow();
        held(caseId, number(answers));
    }

    private void held(CaseId caseId, @Nullable Integer attended) {
        var at = Objects.requireNonNull(gatherings.get(caseId).plannedAt(), "no day");
        var day = LocalDate.ofInstant(at, municipality.zone());
        if (day.isAfter(LocalDate.ofInstant(clock.instant(), municipality.zone()))) {
            throw Refusal.of("held", "grant.refusal.not-yet", words.day(day));
        }
        gatherings.held(caseId, day, attended);
    }

    /** What the area manager knows goes before what the council said, or did not say. */
    @Transactional
    public void followed(CaseId caseId) {
        var answers = submissions.latest(caseId, FOLLOW).orElseThrow();
        if ("no".equals(answers.text("took"))) {
            gatherings.notHeld(caseId);
            return;
        }
        if (gatherings.get(caseId).state() != State.HELD) {
            held(caseId, null);
        }
        agreements.keep(caseId, Objects.requireNonNull(gatherings.get(caseId).council()), Reporting.promises(answers));
    }

    static int minutes(Answers answers) {
        return Integer.parseInt(Typed.text(answers, "minutes"));
    }

    static @Nullable Integer number(Answers answers) {
        var typed = Typed.text(answers, "attended");
        return typed.isEmpty() ? null : Integer.valueOf(typed);
    }
}
