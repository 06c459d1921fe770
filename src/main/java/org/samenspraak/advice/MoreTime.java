package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Processes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A council that asks for more time goes on writing; its term can't run out before it was decided. */
@Service
class MoreTime {

    private static final String DECISION = "more-time-decision";
    static final String ASKED = "more-time";
    private static final String GRANTED = "granted";
    private static final String TERM_ANEW = "term-anew";
    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final GivenAnswers given;
    private final MovedTerms terms;
    private final AskedTerm term;
    private final Clocks clocks;
    private final TermChanges changes;
    private final Submissions submissions;
    private final Processes processes;
    private final MessageSource texts;

    MoreTime(
            GivenAnswers given,
            MovedTerms terms,
            AskedTerm term,
            Clocks clocks,
            TermChanges changes,
            Submissions submissions,
            Processes processes,
            MessageSource texts) {
        this.given = given;
        this.terms = terms;
        this.term = term;
        this.clocks = clocks;
        this.changes = changes;
        this.submissions = submissions;
        this.processes = processes;
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
        given.moreTime(caseId, GRANTED, null);
        if (until.isAfter(advice.lastDay())) {
            changes.change(caseId, AskedTerm.TERM, null, new TermChange(TermChange.Kind.EXTEND, until, reason), by);
        }
    }

    /** The last day of a term that begins anew: a council that was given more time keeps it when that is later. */
    LocalDate anew(Advice advice, LocalDate last) {
        var now = Objects.requireNonNull(advice.lastDay());
        return GRANTED.equals(advice.moreTime()) && now.isAfter(last) ? now : last;
    }

    /**
     * What was asked of the former term lapses when it begins anew; the council may ask again.
     *
     * @param last the last day of the new term
     * @return what that means for the council, in words
     */
    @Transactional
    public String lapse(Advice advice, LocalDate last, Actor by) {
        var kept = !anew(advice, last).equals(last);
        var asked = "asked".equals(advice.moreTime());
        if (processes.awaits(advice.caseId(), TERM_ANEW)) {
            processes.signal(advice.caseId(), TERM_ANEW, Map.of(), by);
        }
        if (!kept) {
            given.forgetMoreTime(advice.caseId());
        }
        var key = asked ? "lapsed" : kept ? "kept" : "anew";
        var until = asked ? AskedTerm.day(Objects.requireNonNull(advice.moreUntil()), DUTCH) : "";
        return texts.getMessage(
                "advice.more-time." + key, new Object[] {AskedTerm.day(anew(advice, last), DUTCH), until}, DUTCH);
    }

    @Transactional
    public void refuse(CaseId caseId) {
        given.moreTime(caseId, "refused", null);
    }
}
