package org.samenspraak.advice;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.Points.Words;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
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
    private static final int MOST_POINTS = 400;

    private final UnsolicitedRows rows;
    private final Points points;
    private final Replies replies;
    private final PassedOn passedOn;
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
            Councils councils,
            Cases cases,
            Submissions submissions,
            Timeline timeline,
            Clock clock) {
        this.rows = rows;
        this.points = points;
        this.replies = replies;
        this.passedOn = passedOn;
        this.councils = councils;
        this.cases = cases;
        this.submissions = submissions;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @throws Refusal for what is no advice, while the council still has its form before it */
    @Transactional(readOnly = true)
    public void check(CaseId caseId) {
        var answers = submissions.latest(caseId, GIVEN).orElseThrow();
        var count = answers.rows("points").size();
        if (count == 0) {
            throw Refusal.of("points", "advice.unsolicited.no-points");
        }
        if (count > MOST_POINTS) {
            throw Refusal.of("points", "advice.unsolicited.many-points", MOST_POINTS);
        }
        if (isVoted(answers)
                && number(answers, "votesFor") + number(answers, "votesAgainst") + number(answers, "votesAbstained")
                        == 0) {
            throw Refusal.of("votesFor", "advice.unsolicited.no-votes");
        }
    }

    /** Keeps what the council sent; marked when its composition is broken on that day. Twice is once. */
    @Transactional
    public void receive(CaseId caseId, Actor by) {
        var answers = submissions.latest(caseId, GIVEN).orElseThrow();
        var council = Objects.requireNonNull(cases.get(caseId).council(), "council");
        var voted = isVoted(answers);
        var broken = councils.get(council).compositionBroken();
        var fresh = rows.add(new UnsolicitedRows.Sent(
                caseId,
                council,
                clock.instant(),
                !voted,
                voted ? number(answers, "votesFor") : null,
                voted ? number(answers, "votesAgainst") : null,
                voted ? number(answers, "votesAbstained") : null,
                answers.text("minority"),
                answers.text("chair"),
                answers.text("secretary"),
                broken));
        if (fresh) {
            points.keep(caseId, words(answers), 1);
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

    private static boolean isVoted(Answers answers) {
        return "votes".equals(answers.text("basis"));
    }

    private static int number(Answers answers, String key) {
        return Integer.parseInt(Objects.requireNonNullElse(answers.text(key), "0"));
    }

    private static List<Words> words(Answers answers) {
        return answers.rows("points").stream()
                .map(row -> new Words(
                        text(row.get("topic")),
                        text(row.get("text")),
                        PointKind.of(text(row.get("kind"))),
                        text(row.get("page"))))
                .toList();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "").strip();
    }
}
