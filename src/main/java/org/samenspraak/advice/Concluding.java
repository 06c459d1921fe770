package org.samenspraak.advice;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.advice.Requests.Decision;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.BringsFacts;
import org.samenspraak.process.Processes;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the replies to the decision: the replies are fixed, then the organ decides. */
@Service
class Concluding implements BringsFacts {

    private static final String FIXED = "replies-fixed";
    private static final String ANSWER = "answer";

    private final Requests requests;
    private final GivenAnswers given;
    private final Replies replies;
    private final PassedOn passedOn;
    private final Submissions submissions;
    private final Processes processes;
    private final Clock clock;

    Concluding(
            Requests requests,
            GivenAnswers given,
            Replies replies,
            PassedOn passedOn,
            Submissions submissions,
            Processes processes,
            Clock clock) {
        this.requests = requests;
        this.given = given;
        this.replies = replies;
        this.passedOn = passedOn;
        this.submissions = submissions;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * From now on no advice can come in, and no reply changes.
     *
     * @throws Refusal when a point has no reply, such as one that came late
     */
    @Transactional
    public void agree(CaseId caseId, Actor by) {
        requests.lock(caseId);
        replies.refuseUnlessComplete(caseId);
        requests.agreed(caseId, clock.instant());
        given.of(caseId).forEach(this::close);
        passedOn.open(caseId, by);
    }

    /** A council that never answered closes as such; the others keep what they answered. */
    private void close(Advice advice) {
        if (processes.awaits(advice.caseId(), FIXED)) {
            var silent = advice.answer() == null || advice.isSilent();
            processes.signal(advice.caseId(), FIXED, silent ? Map.of(ANSWER, "silent") : Map.of(), Actor.SYSTEM);
        }
    }

    @Override
    public Map<String, Set<String>> brings() {
        return Map.of(FIXED, Set.of(ANSWER));
    }

    /**
     * What the form asks for is there: why it was not adopted, or taken before the terms were over, and a day since it was asked.
     *
     * @throws Refusal for an address that is none
     */
    @Transactional
    public void decide(CaseId caseId) {
        var answers = submissions.latest(caseId, "advice-decision").orElseThrow();
        var decision = new Decision(
                Drafting.said(answers, "decision"),
                Drafting.said(answers, "decisionNumber"),
                Objects.requireNonNull(Drafting.day(answers, "decisionDate")),
                answers.text("decisionLink"),
                "rejected".equals(answers.text("decision")) ? answers.text("reason") : answers.text("decisionReason"),
                answers.text("earlyReason"));
        var link = decision.link();
        if (link != null && !link.matches("https?://\\S+")) {
            throw Refusal.of("decisionLink", "advice.refusal.link");
        }
        requests.decided(caseId, decision);
    }
}
