package org.samenspraak.advice;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.samenspraak.advice.GivenAnswers.Advice;
import org.samenspraak.council.Councils;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.deadlines.TermMoved;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The term of a council that moves takes that of the request along when it is the last one; other councils keep theirs. */
@Component
class MovedTerms {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final Requests requests;
    private final GivenAnswers given;
    private final Councils councils;
    private final Clocks clocks;
    private final TermChanges changes;
    private final MessageSource texts;

    MovedTerms(
            Requests requests,
            GivenAnswers given,
            Councils councils,
            Clocks clocks,
            TermChanges changes,
            MessageSource texts) {
        this.requests = requests;
        this.given = given;
        this.councils = councils;
        this.clocks = clocks;
        this.changes = changes;
        this.texts = texts;
    }

    @EventListener
    void on(TermMoved moved) {
        var last = moved.lastDay();
        if (!moved.term().equals(AskedTerm.TERM) || last == null) {
            return;
        }
        if (requests.find(moved.caseId()).isPresent()) {
            requests.lastDay(moved.caseId(), last);
        } else {
            given.find(moved.caseId())
                    .filter(advice -> advice.request() != null)
                    .ifPresent(advice -> follow(moved.caseId(), last));
        }
    }

    void follow(CaseId caseId, LocalDate lastDay) {
        given.lastDay(caseId, lastDay);
        var advice = given.get(caseId);
        var request = requests.lock(Objects.requireNonNull(advice.request()));
        var running = clocks.find(request.caseId(), AskedTerm.TERM, null)
                .filter(Clocks.ClockView::running)
                .filter(clock -> clock.lastDay().isBefore(lastDay));
        if (running.isPresent()) {
            changes.change(
                    request.caseId(),
                    AskedTerm.TERM,
                    null,
                    new TermChange(TermChange.Kind.EXTEND, lastDay, because(advice)),
                    Actor.SYSTEM);
        }
    }

    private String because(Advice advice) {
        return texts.getMessage(
                "advice.term.follows",
                new Object[] {councils.get(advice.council()).name()},
                DUTCH);
    }
}
