package org.samenspraak.grant;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Invitations;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Submissions;
import org.samenspraak.grant.Agreements.Promise;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A meeting of the city with all councils, and the theme that they choose for it. */
@Service
class GatheringCare {

    static final String PLAN = "meeting-plan";
    static final String REPORT = "meeting-report";
    static final String OWN = "own";

    private final Gatherings gatherings;
    private final ForumCare forums;
    private final PlannedDay plannedDay;
    private final Inviting inviting;
    private final Invitations invitations;
    private final Agreements agreements;
    private final Cases cases;
    private final Clocks clocks;
    private final Submissions submissions;
    private final Timeline timeline;
    private final Municipality municipality;

    GatheringCare(
            Gatherings gatherings,
            ForumCare forums,
            PlannedDay plannedDay,
            Inviting inviting,
            Invitations invitations,
            Agreements agreements,
            Cases cases,
            Clocks clocks,
            Submissions submissions,
            Timeline timeline,
            Municipality municipality) {
        this.gatherings = gatherings;
        this.forums = forums;
        this.plannedDay = plannedDay;
        this.inviting = inviting;
        this.invitations = invitations;
        this.agreements = agreements;
        this.cases = cases;
        this.clocks = clocks;
        this.submissions = submissions;
        this.timeline = timeline;
        this.municipality = municipality;
    }

    @Transactional
    public void open(CaseId caseId) {
        var answers = submissions.latest(caseId, Gathering.OF_ALL).orElseThrow();
        gatherings.add(caseId, null, cases.get(caseId).title(), false);
        gatherings.ofAll(
                caseId,
                Typed.text(answers, "with"),
                Typed.orNone(answers.text("theme")),
                "councils".equals(answers.text("themeBy")));
    }

    /** Tells all councils that they may propose a theme and choose one. */
    @Transactional
    public void askThemes(CaseId caseId, Actor by) {
        invitations.tellAll(caseId, "meeting-themes", Map.of(), gatherings.councils(), by);
    }

    /**
     * A council chooses one, or proposes its own.
     *
     * @throws Refusal when no meeting asks for themes now
     */
    @Transactional
    public void countTheme(CaseId caseId) {
        var answers = submissions.latest(caseId, Gathering.THEME).orElseThrow();
        var meeting = gatherings.asking().orElseThrow(() -> new Refusal("grant.refusal.no-theme-asked"));
        var chosen = Typed.text(answers, "theme");
        var theme = chosen.isEmpty() || chosen.equals(OWN) ? Typed.text(answers, OWN) : chosen;
        gatherings.choose(
                meeting.caseId(), Objects.requireNonNull(cases.get(caseId).council(), "council"), theme);
    }

    /** From now on councils choose no more. */
    @Transactional
    public void fixTheme(CaseId caseId) {
        var answers = submissions.latest(caseId, "meeting-theme-choice").orElseThrow();
        var with = Objects.requireNonNull(gatherings.get(caseId).with(), "with");
        gatherings.ofAll(caseId, with, Typed.text(answers, "theme"), false);
    }

    /** @throws Refusal for a day that is over or lies too far ahead, and without a reason for a moment that is taken */
    @Transactional
    public void plan(CaseId caseId) {
        var answers = submissions.latest(caseId, PLAN).orElseThrow();
        var moment = forums.day(answers);
        var at = moment.atZone(municipality.zone()).toInstant();
        var minutes = ForumCare.minutes(answers);
        var why = Typed.orNone(answers.text("dayReason"));
        if (why == null) {
            plannedDay.judgeMeeting(caseId, at, Duration.ofMinutes(minutes));
        } else {
            timeline.add(caseId, "grant.day-reason", Map.of(), why, Actor.SYSTEM);
        }
        gatherings.open(caseId, "yes".equals(answers.text("open")));
        gatherings.planned(caseId, at, minutes, Typed.text(answers, "place"));
        clocks.stop(caseId, REPORT, null);
        clocks.start(caseId, REPORT, null, moment.toLocalDate());
    }

    @Transactional
    public void invite(CaseId caseId, Actor by) {
        inviting.invite(gatherings.get(caseId), by);
    }

    /** Keeps that it was held, and what the city promised to all. */
    @Transactional
    public void recorded(CaseId caseId) {
        var answers = submissions.latest(caseId, REPORT).orElseThrow();
        gatherings.held(caseId, LocalDate.parse(Typed.text(answers, "heldOn")), ForumCare.number(answers));
        List<Promise> promises = answers.rows("agreements").stream()
                .map(row -> new Promise(
                        Typed.text(row.get("what")),
                        Typed.text(row.get("group")),
                        null,
                        LocalDate.parse(Typed.text(row.get("due")))))
                .toList();
        agreements.keep(caseId, null, promises);
        timeline.add(caseId, "grant.meeting-held", Map.of(), null, Actor.SYSTEM);
    }

    @Transactional
    public void sendReport(CaseId caseId, Actor by) {
        invitations.tellAll(caseId, REPORT, Map.of(), gatherings.councils(), by);
    }
}
