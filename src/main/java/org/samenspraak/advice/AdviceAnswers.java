package org.samenspraak.advice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.advice.GivenAnswers.Sent;
import org.samenspraak.council.Councils;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a council answers: advice, alone or with others, or none; in time or late. */
@Service
class AdviceAnswers {

    static final String FORM = "council-advice";
    private static final String JOINTLY = "answered-jointly";

    private final Requests requests;
    private final GivenAnswers given;
    private final Points points;
    private final Waiting waiting;
    private final AskedTerm term;
    private final Councils councils;
    private final Submissions submissions;
    private final Processes processes;
    private final Clock clock;

    AdviceAnswers(
            Requests requests,
            GivenAnswers given,
            Points points,
            Waiting waiting,
            AskedTerm term,
            Councils councils,
            Submissions submissions,
            Processes processes,
            Clock clock) {
        this.requests = requests;
        this.given = given;
        this.points = points;
        this.waiting = waiting;
        this.term = term;
        this.councils = councils;
        this.submissions = submissions;
        this.processes = processes;
        this.clock = clock;
    }

    /** @throws Refusal for what can't be an answer, while the council still has its form before it */
    @Transactional
    public void check(CaseId caseId) {
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        var advice = given.get(caseId);
        switch (Drafting.said(answers, "answer")) {
            case "advice" -> checkAdvice(advice, answers);
            case "more-time" -> checkMoreTime(advice, answers);
            default -> {}
        }
    }

    private void checkAdvice(Advice advice, Answers answers) {
        new WrittenAdvice(answers).refuseImpossible();
        joint(answers).forEach(council -> other(advice, council));
    }

    private void checkMoreTime(Advice advice, Answers answers) {
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
        var until = Objects.requireNonNull(Drafting.day(answers, "moreUntil"));
        if (!until.isAfter(lastDay)) {
            throw Refusal.of("moreUntil", "advice.refusal.not-later", AskedTerm.day(lastDay));
        }
        if (until.isAfter(lastDay.plusYears(1))) {
            throw Refusal.of("moreUntil", "advice.refusal.far");
        }
    }

    /** Keeps what was sent, for the councils that gave it together, and tells the request. */
    @Transactional
    public void take(CaseId caseId) {
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        var advice = given.get(caseId);
        var version = requests.get(Objects.requireNonNull(advice.request())).version();
        var gives = "advice".equals(answers.text("answer"));
        var joint = gives ? joint(answers) : List.<CouncilId>of();
        var sent = sent(advice, answers, gives, joint, version);
        given.take(caseId, sent, clock.instant());
        points.keep(caseId, gives ? new WrittenAdvice(answers).points() : List.of(), version);
        joint.forEach(council -> takeJointly(other(advice, council), advice.council(), sent));
        waiting.look(caseId);
    }

    private Sent sent(Advice advice, Answers answers, boolean gives, List<CouncilId> joint, int version) {
        var late = advice.isSilent() || term.today().isAfter(Objects.requireNonNull(advice.lastDay()));
        if (!gives) {
            return new Sent(
                    "none",
                    late,
                    answers.text("noReason"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    joint,
                    version);
        }
        var written = new WrittenAdvice(answers);
        return new Sent(
                "advice",
                late,
                null,
                !written.isVoted(),
                written.votes("votesFor"),
                written.votes("votesAgainst"),
                written.votes("votesAbstained"),
                answers.text("minority"),
                answers.text("chair"),
                answers.text("secretary"),
                councils.get(advice.council()).compositionBroken(),
                joint,
                version);
    }

    private void takeJointly(Advice other, CouncilId sender, Sent sent) {
        var with = new ArrayList<>(sent.jointWith());
        with.remove(other.council());
        with.add(0, sender);
        given.take(
                other.caseId(),
                new Sent(
                        "advice",
                        term.today().isAfter(Objects.requireNonNull(other.lastDay())),
                        null,
                        sent.consensus(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        councils.get(other.council()).compositionBroken(),
                        with,
                        sent.version()),
                clock.instant());
        if (processes.awaits(other.caseId(), JOINTLY)) {
            processes.signal(other.caseId(), JOINTLY, Map.of("answer", "joint"), Actor.SYSTEM);
        }
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
        given.silent(caseId);
        waiting.look(caseId);
    }

    private static List<CouncilId> joint(Answers answers) {
        return answers.values().get("jointWith") instanceof List<?> chosen
                ? chosen.stream().map(one -> CouncilId.parse(one.toString())).toList()
                : List.of();
    }
}
