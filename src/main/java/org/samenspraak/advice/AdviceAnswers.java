package org.samenspraak.advice;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.advice.GivenAnswers.Sent;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a council answers: advice of its own, that of another council, or none; in time or late. */
@Service
class AdviceAnswers {

    static final String FORM = "council-advice";

    private final Requests requests;
    private final GivenAnswers given;
    private final Points points;
    private final Waiting waiting;
    private final AskedTerm term;
    private final Joining joining;
    private final Signers signers;
    private final Councils councils;
    private final Submissions submissions;
    private final Clock clock;

    AdviceAnswers(
            Requests requests,
            GivenAnswers given,
            Points points,
            Waiting waiting,
            AskedTerm term,
            Joining joining,
            Signers signers,
            Councils councils,
            Submissions submissions,
            Clock clock) {
        this.requests = requests;
        this.given = given;
        this.points = points;
        this.waiting = waiting;
        this.term = term;
        this.joining = joining;
        this.signers = signers;
        this.councils = councils;
        this.submissions = submissions;
        this.clock = clock;
    }

    /** @throws Refusal for what can't be an answer, while the council still has its form before it */
    @Transactional
    public void check(CaseId caseId) {
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        var advice = given.get(caseId);
        switch (Drafting.said(answers, "answer")) {
            case "advice" -> checkAdvice(advice, answers);
            case "joint" -> joining.refuseUnasked(advice, answers.text("joins"));
            case "more-time" -> checkMoreTime(advice);
            default -> {}
        }
    }

    private void checkAdvice(Advice advice, Answers answers) {
        new WrittenAdvice(answers).refuseImpossible();
        joint(answers).forEach(council -> other(advice, council));
    }

    private void checkMoreTime(Advice advice) {
        var lastDay = Objects.requireNonNull(advice.lastDay());
        if (advice.isSilent() || term.today().isAfter(lastDay)) {
            throw Refusal.of("answer", "advice.refusal.term-over");
        }
        if ("asked".equals(advice.moreTime())) {
            throw Refusal.of("answer", "advice.refusal.more-time-asked");
        }
        if ("refused".equals(advice.moreTime())) {
            throw Refusal.of("answer", "advice.refusal.more-time-refused");
        }
    }

    /** Keeps what was sent, asks others to join it or joins another's, and tells the request. */
    @Transactional
    public void take(CaseId caseId) {
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        var advice = given.get(caseId);
        var request = requests.lock(Objects.requireNonNull(advice.request()));
        given.take(caseId, sent(advice, answers, request.version()), clock.instant());
        var gives = "advice".equals(answers.text("answer"));
        points.keep(caseId, gives ? new WrittenAdvice(answers).points() : List.of(), request.version());
        switch (Drafting.said(answers, "answer")) {
            case "advice" -> joining.wrote(advice, joint(answers));
            case "joint" -> joining.joined(advice, answers.text("joins"));
            default -> joining.alone(advice);
        }
        waiting.look(caseId);
    }

    private Sent sent(Advice advice, Answers answers, int version) {
        var late = advice.isSilent() || term.today().isAfter(Objects.requireNonNull(advice.lastDay()));
        var answer = Drafting.said(answers, "answer");
        if (answer.equals("none")) {
            return Sent.of(answer, late, answers.text("noReason"), version);
        }
        var written = new WrittenAdvice(answers);
        var own = answer.equals("advice");
        return new Sent(
                "advice",
                late,
                null,
                own ? !written.isVoted() : null,
                written.votes("votesFor"),
                written.votes("votesAgainst"),
                written.votes("votesAbstained"),
                answers.text("minority"),
                signers.name(answers, "chair"),
                signers.name(answers, "secretary"),
                councils.get(advice.council()).compositionBroken(),
                version);
    }

    /** Another council of the same question that has not answered yet. */
    private Advice other(Advice advice, CouncilId council) {
        return given.of(Objects.requireNonNull(advice.request())).stream()
                .filter(other -> other.council().equals(council) && !council.equals(advice.council()))
                .filter(other -> other.isAwaited() || other.isSilent())
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        "jointWith",
                        "advice.refusal.joint-answered",
                        councils.get(council).name()));
    }

    /** The term is over: the council had no answer, and still may give one. */
    @Transactional
    public void silent(CaseId caseId) {
        given.silent(caseId, "silent");
        waiting.look(caseId);
    }

    private static List<CouncilId> joint(Answers answers) {
        return answers.values().get("jointWith") instanceof List<?> chosen
                ? chosen.stream().map(one -> CouncilId.parse(one.toString())).toList()
                : List.of();
    }
}
