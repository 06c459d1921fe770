package org.samenspraak.recognition;

import java.util.Map;
import org.samenspraak.council.Councils;
import org.samenspraak.council.MembershipChanged;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.Processes;
import org.samenspraak.recognition.RecognitionTerms.RecognitionTerm;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Each change of members of a recognised council runs the conditions again, in the same transaction. */
@Component
class CompositionGuard {

    private final RecognitionTerms terms;
    private final Conditions conditions;
    private final Councils councils;
    private final Processes processes;

    CompositionGuard(RecognitionTerms terms, Conditions conditions, Councils councils, Processes processes) {
        this.terms = terms;
        this.conditions = conditions;
        this.councils = councils;
        this.processes = processes;
    }

    @EventListener
    void judgeAgain(MembershipChanged change) {
        terms.running(change.council()).filter(term -> term.lastDay() != null).ifPresent(this::judge);
    }

    private void judge(RecognitionTerm term) {
        var broken = !conditions.met(term.caseId(), term.council(), term.receivesMoney(), term.openToNewMembers());
        if (broken == councils.get(term.council()).compositionBroken()) {
            return;
        }
        councils.flagComposition(term.council(), broken, Actor.SYSTEM);
        if (broken) {
            processes.signal(term.caseId(), "composition-broken", Map.of(), Actor.SYSTEM);
        } else if (processes.awaits(term.caseId(), "composition-mended")) {
            processes.signal(term.caseId(), "composition-mended", Map.of(), Actor.SYSTEM);
        }
    }
}
