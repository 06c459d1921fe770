package org.samenspraak.advice;

import java.time.Clock;
import java.time.LocalDate;
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
     * @throws Refusal for a plan that was not adopted without a reason, before the terms were over without one, and on a day before
     *     the councils were asked
     */
    @Transactional
    public void decide(CaseId caseId) {
        var answers = submissions.latest(caseId, "advice-decision").orElseThrow();
        var decision = new Decision(
                Drafting.said(answers, "decision"),
                Drafting.said(answers, "decisionNumber"),
                Objects.requireNonNull(Drafting.day(answers, "decisionDate")),
                answers.text("decisionLink"),
                answers.text("decisionReason"),
                answers.text("earlyReason"));
        if ("rejected".equals(decision.decision()) && isBlank(decision.reason())) {
            throw Refusal.of("decisionReason", "advice.refusal.no-reason");
        }
        var link = decision.link();
        if (link != null && !link.matches("https?://\\S+")) {
            throw Refusal.of("decisionLink", "advice.refusal.link");
        }
        var asked = requests.get(caseId).sentOn();
        if (asked != null && decision.day().isBefore(asked)) {
            throw Refusal.of("decisionDate", "advice.refusal.decided-before", AskedTerm.day(asked));
        }
        var over = given.of(caseId).stream()
                .map(advice -> Objects.requireNonNull(advice.lastDay()))
                .max(LocalDate::compareTo);
        if (over.filter(last -> !decision.day().isAfter(last)).isPresent() && isBlank(decision.earlyReason())) {
            throw Refusal.of("earlyReason", "advice.refusal.early", AskedTerm.day(over.get()));
        }
        requests.decided(caseId, decision);
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
