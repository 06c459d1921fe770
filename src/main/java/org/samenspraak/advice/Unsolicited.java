package org.samenspraak.advice;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Advice that a council gives by itself. */
@Service
class Unsolicited {

    static final String TRAJECTORY = "unsolicited-advice";
    private static final String GIVEN = "unsolicited-advice";
    private static final String ASSIGNED = "unsolicited-assign";

    private final UnsolicitedRows rows;
    private final Points points;
    private final Replies replies;
    private final PassedOn passedOn;
    private final Signers signers;
    private final Councils councils;
    private final Cases cases;
    private final Submissions submissions;
    private final Timeline timeline;
    private final Clock clock;

    Unsolicited(
            UnsolicitedRows rows,
            Points points,
            Replies replies,
            PassedOn passedOn,
            Signers signers,
            Councils councils,
            Cases cases,
            Submissions submissions,
            Timeline timeline,
            Clock clock) {
        this.rows = rows;
        this.points = points;
        this.replies = replies;
        this.passedOn = passedOn;
        this.signers = signers;
        this.councils = councils;
        this.cases = cases;
        this.submissions = submissions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @throws Refusal for what is no advice, while the council still has its form before it */
    @Transactional(readOnly = true)
    public void check(CaseId caseId) {
        new WrittenAdvice(submissions.latest(caseId, GIVEN).orElseThrow()).refuseImpossible();
    }

    /** Keeps what the council sent; marked when its composition is broken on that day. Twice is once. */
    @Transactional
    public void receive(CaseId caseId, Actor by) {
        var answers = submissions.latest(caseId, GIVEN).orElseThrow();
        var council = Objects.requireNonNull(cases.get(caseId).council(), "council");
        var written = new WrittenAdvice(answers);
        var broken = councils.get(council).compositionBroken();
        var fresh = rows.add(new UnsolicitedRows.Sent(
                caseId,
                council,
                clock.instant(),
                !written.isVoted(),
                written.votes("votesFor"),
                written.votes("votesAgainst"),
                written.votes("votesAbstained"),
                answers.text("minority"),
                signers.name(answers, "chair"),
                signers.name(answers, "secretary"),
                broken));
        if (fresh) {
            points.keep(caseId, written.points(), 1);
            if (broken) {
                timeline.add(caseId, "advice.not-legal", Map.of(), null, by);
            }
        }
    }

    /** The office said who replies. */
    @Transactional
    public void assign(CaseId caseId) {
        var answers = submissions.latest(caseId, ASSIGNED).orElseThrow();
        rows.assign(caseId, GroupId.parse(Objects.requireNonNull(answers.text("responsible"), "responsible")));
    }

    /** The replies are fixed, and what was passed on becomes the task of others. */
    @Transactional
    public void agree(CaseId caseId, Actor by) {
        replies.refuseUnlessComplete(caseId);
        passedOn.open(caseId, by);
    }
}
