package org.samenspraak.grant;

import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.CaseEnded;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.council.CouncilEnded;
import org.samenspraak.grant.Talk.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A talk ends with its case, and its case with the council's place in the register. */
@Component
class TalkEndings {

    private static final String MESSAGE = "register-ended";

    private final Talks talks;
    private final Planning planning;
    private final Processes processes;
    private final GrantWords words;

    TalkEndings(Talks talks, Planning planning, Processes processes, GrantWords words) {
        this.talks = talks;
        this.planning = planning;
        this.processes = processes;
        this.words = words;
    }

    @EventListener
    void on(CouncilEnded ended) {
        talks.open(ended.council()).stream()
                .filter(caseId -> processes.awaits(caseId, MESSAGE))
                .forEach(caseId -> processes.signal(caseId, MESSAGE, Map.of(), Actor.SYSTEM));
    }

    /** Who was invited is told. A talk that was held stays so. */
    @EventListener
    void on(CaseEnded ended) {
        var stopped = ended.status() != CaseStatus.CLOSED || MESSAGE.equals(ended.outcome());
        talks.find(ended.caseId())
                .filter(talk -> stopped && talk.state().compareTo(State.HELD) < 0)
                .ifPresent(talk -> planning.callOff(
                        talk,
                        Objects.requireNonNullElse(ended.reason(), words.dutch("grant.talk.register-ended")),
                        State.STOPPED,
                        ended.by()));
    }
}
