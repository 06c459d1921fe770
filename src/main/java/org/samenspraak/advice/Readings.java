package org.samenspraak.advice;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.samenspraak.advice.GivenAnswers.Sent;
import org.samenspraak.advice.Points.Words;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A council that is only told: it may say that it read it, and what it writes with that is a point like any other. */
@Service
class Readings {

    static final String TRAJECTORY = "council-informed";

    private static final String READ = "read";
    private static final String UNREAD = "unread";

    private final Requests requests;
    private final GivenAnswers given;
    private final Points points;
    private final Waiting waiting;
    private final Submissions submissions;
    private final MessageSource texts;
    private final Clock clock;

    Readings(
            Requests requests,
            GivenAnswers given,
            Points points,
            Waiting waiting,
            Submissions submissions,
            MessageSource texts,
            Clock clock) {
        this.requests = requests;
        this.given = given;
        this.points = points;
        this.waiting = waiting;
        this.submissions = submissions;
        this.texts = texts;
        this.clock = clock;
    }

    /** Gives what the council did: {@code advice} when it wrote something, else {@code read}. */
    @Transactional
    public String keep(CaseId caseId) {
        var answers = submissions.latest(caseId, TRAJECTORY).orElseThrow();
        var request = requests.lock(Objects.requireNonNull(given.get(caseId).request()));
        var reaction = Objects.requireNonNullElse(answers.text("reaction"), "").strip();
        var answer = reaction.isEmpty() ? READ : "advice";
        given.take(caseId, Sent.of(answer, false, null, request.version()), clock.instant());
        points.keep(
                caseId,
                reaction.isEmpty()
                        ? List.of()
                        : List.of(new Words(
                                texts.getMessage("advice.reaction", null, AdviceWords.DUTCH),
                                reaction,
                                PointKind.of(Drafting.said(answers, "kind")),
                                "")),
                request.version());
        waiting.look(caseId);
        return answer;
    }

    /** The term is over, which is as good: what the council let know of an earlier version stands. */
    @Transactional
    public String unread(CaseId caseId) {
        given.silent(caseId, UNREAD);
        waiting.look(caseId);
        return Objects.requireNonNull(given.get(caseId).answer());
    }
}
