package org.samenspraak.advice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.BringsFacts;
import org.samenspraak.process.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Points that were passed on become a case of who they were passed on to. */
@Service
class PassedOn implements BringsFacts {

    static final String TRAJECTORY = "passed-on-point";
    private static final String TERM = "passed-on";
    private static final String UNTIL = "until";

    private final ReplyCases replies;
    private final PassedOnPoints points;
    private final Cases cases;
    private final CaseLinks links;
    private final Processes processes;
    private final Submissions submissions;
    private final Timeline timeline;
    private final TermEndings days;
    private final Municipality municipality;
    private final Clock clock;

    PassedOn(
            ReplyCases replies,
            PassedOnPoints points,
            Cases cases,
            CaseLinks links,
            Processes processes,
            Submissions submissions,
            Timeline timeline,
            TermEndings days,
            Municipality municipality,
            Clock clock) {
        this.replies = replies;
        this.points = points;
        this.cases = cases;
        this.links = links;
        this.processes = processes;
        this.submissions = submissions;
        this.timeline = timeline;
        this.days = days;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** When the replies of a case are agreed: from now on they are fixed, and each that was passed on is somebody's task. */
    @Transactional
    public void open(CaseId caseId, Actor by) {
        replies.fix(caseId, clock.instant());
        var from = cases.get(caseId);
        points.waiting(caseId).forEach(point -> open(from, point, by));
    }

    private void open(CaseView from, PassedOnPoints.Point point, Actor by) {
        var model = processes.trajectory(TRAJECTORY).orElseThrow();
        var id = CaseId.create();
        cases.open(new OpenCase(id, TRAJECTORY, model.code(), point.topic(), null, from.area(), today(), false, by));
        // one day for who got it, the letter and the paper: the working day that its term ends on
        var until = days.given(cases.get(id).regulation(), TERM, point.until()).lastDay();
        points.opened(point.reply(), id, until);
        links.tie(id, from.id(), CaseLinks.Kind.FOLLOWS);
        processes.start(TRAJECTORY, id, Map.of(UNTIL, until.toString()), by);
        var told = new HashMap<>(Map.of("role", point.to(), UNTIL, until.toString()));
        told.put("number", cases.get(id).number());
        timeline.add(from.id(), "advice.passed-on", told, null, by);
    }

    @Override
    public Map<String, Set<String>> brings() {
        return Map.of(TRAJECTORY, Set.of(UNTIL));
    }

    /** Who it was passed on to handled it: the answer stands with the reply. */
    @Transactional
    public void handled(CaseId caseId, Actor by) {
        var said = submissions.latest(caseId, TRAJECTORY).orElseThrow();
        var day = LocalDate.parse(Objects.requireNonNull(said.text("doneOn"), "doneOn"));
        points.handled(caseId, Objects.requireNonNull(said.text("result"), "result"), day, by.name());
        points.find(caseId)
                .ifPresent(point -> timeline.add(
                        point.from(),
                        "advice.passed-on-done",
                        Map.of("number", cases.get(caseId).number()),
                        said.text("result"),
                        by));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), municipality.zone());
    }
}
