package org.samenspraak.wijkbudget;

import java.util.Map;
import org.samenspraak.casefile.Cases;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.Idea.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ideas that came on paper when the call was over: nobody reads them before somebody else finds that they were in time. */
@Service
class LateIdeas {

    private static final String CALL = Phase.CALL.term();

    private final Ideas ideas;
    private final IdeaSupporters supporters;
    private final IdeaReceiving receiving;
    private final IdeaDecisions decisions;
    private final IdeaMails mails;
    private final Cases cases;
    private final Clocks clocks;
    private final BudgetWords words;

    LateIdeas(
            Ideas ideas,
            IdeaSupporters supporters,
            IdeaReceiving receiving,
            IdeaDecisions decisions,
            IdeaMails mails,
            Cases cases,
            Clocks clocks,
            BudgetWords words) {
        this.ideas = ideas;
        this.supporters = supporters;
        this.receiving = receiving;
        this.decisions = decisions;
        this.mails = mails;
        this.cases = cases;
        this.clocks = clocks;
        this.words = words;
    }

    /** Its proposer reads both days, and until when to ask somebody else. */
    @Transactional
    public Map<String, Object> refuse(CaseId caseId) {
        var ends = clocks.find(caseId, CALL, null).orElseThrow().lastDay();
        var reason = words.dutch(
                "wijkbudget.idea.too-late", words.dutchDay(cases.get(caseId).received()), words.dutchDay(ends));
        clocks.stop(caseId, CALL, null);
        decisions.decide(
                caseId,
                State.REFUSED,
                reason,
                "idea-too-late",
                IdeaDecisions.told("reason", reason, "term", decisions.askUntil(caseId)));
        return Map.of("verdict", "late", "ending", "refused");
    }

    /** Read before each other decision; so who decided on one that nobody read found it too late. */
    boolean isOne(Idea idea) {
        return idea.state() == State.REFUSED && idea.published() == null;
    }

    /** Somebody else finds that it was in time: it is read and checked as others are. */
    Map<String, Object> takeIn(Idea idea, String reason) {
        ideas.stand(idea.caseId(), State.IN, reason);
        ideas.object(idea.caseId(), null);
        clocks.stop(idea.caseId(), IdeaCare.LOOK_AGAIN, null);
        mails.send(supporters.proposer(idea.caseId()), "idea-in-time");
        receiving.askBehind(idea);
        return Map.of("verdict", "in-time", "ending", "refused");
    }
}
