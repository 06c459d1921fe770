package org.samenspraak.advice;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A council that asks for more time goes on writing; its term can't run out before it was decided. */
@Service
class MoreTime {

    private static final String DECISION = "more-time-decision";
    private static final String ASKED = "more-time";
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final GivenAnswers given;
    private final MovedTerms terms;
    private final AskedTerm term;
    private final Clocks clocks;
    private final TermChanges changes;
    private final Submissions submissions;
    private final MessageSource texts;

    MoreTime(
            GivenAnswers given,
            MovedTerms terms,
            AskedTerm term,
            Clocks clocks,
            TermChanges changes,
            Submissions submissions,
            MessageSource texts) {
        this.given = given;
        this.terms = terms;
        this.term = term;
        this.clocks = clocks;
        this.changes = changes;
        this.submissions = submissions;
        this.texts = texts;
    }

    /**
     * The task that asked was answered, so its clock stopped: it goes on, at least until the day after the decision. Replies never begin on
     * the day that silence becomes a yes, and who is refused on it can still send.
     */
    @Transactional
    public void ask(CaseId caseId) {
        var answers = submissions.latest(caseId, AdviceAnswers.FORM).orElseThrow();
        given.moreTime(caseId, "asked", Drafting.day(answers, "moreUntil"));
        var last = Objects.requireNonNull(given.get(caseId).lastDay());
        var decided = clocks.start(caseId, ASKED, null, term.today()).lastDay();
        var after = decided.plusDays(1);
        var until = clocks.startUntil(caseId, AskedTerm.TERM, null, after.isAfter(last) ? after : last);
        terms.follow(caseId, until.lastDay());
    }

    /** Decided so, or not decided in time: then for as long as the council asked. Nothing for who answered meanwhile. */
    @Transactional
    public void grant(CaseId caseId, boolean decided, Actor by) {
        var advice = given.get(caseId);
        if (!advice.isAwaited()) {
            return;
        }
        var decision = decided ? submissions.latest(caseId, DECISION) : Optional.<org.samenspraak.forms.Answers>empty();
        var until = decision.map(answers -> Drafting.day(answers, "grantedUntil"))
                .orElse(Objects.requireNonNull(advice.moreUntil()));
        var reason = decision.map(answers -> Drafting.said(answers, "decisionReason"))
                .orElseGet(() -> texts.getMessage("advice.more-time.silence", null, DUTCH));
        given.moreTime(caseId, "granted", null);
        if (until.isAfter(advice.lastDay())) {
            changes.change(caseId, AskedTerm.TERM, null, new TermChange(TermChange.Kind.EXTEND, until, reason), by);
        }
    }

    @Transactional
    public void refuse(CaseId caseId) {
        given.moreTime(caseId, "refused", null);
    }
}
