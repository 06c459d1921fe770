package org.samenspraak.wijkbudget;

import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.NotFound;
import org.springframework.stereotype.Component;

/** Rounds whose choice began: before it they have no pages of votes and points. */
@Component
class VotedRounds {

    private final Cases cases;
    private final VoteRows votes;

    VotedRounds(Cases cases, VoteRows votes) {
        this.cases = cases;
        this.votes = votes;
    }

    /** @throws NotFound for another number, and before its choice begins */
    CaseView of(String number) {
        return cases.byNumber(number)
                .filter(view -> votes.find(view.id()).isPresent())
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }
}
