package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which rounds a resident can do something at this moment. */
@Service
public class OpenRounds {

    private final VoteRows votes;
    private final BudgetRounds rounds;
    private final ChoiceRules rules;
    private final Clock clock;

    OpenRounds(VoteRows votes, BudgetRounds rounds, ChoiceRules rules, Clock clock) {
        this.votes = votes;
        this.rounds = rounds;
        this.rules = rules;
        this.clock = clock;
    }

    /** Where residents vote now. */
    @Transactional(readOnly = true)
    public List<Voting> voting() {
        return votes.open().stream()
                .filter(vote -> vote.isOpen(clock.instant()))
                .filter(vote -> rules.of(vote.round()).way().hasBallots())
                .map(vote -> new Voting(
                        votes.numberOf(vote.round()), rounds.get(vote.round()).title(), vote.closes()))
                .toList();
    }

    /** @param closes what is confirmed before it counts */
    public record Voting(String number, String title, Instant closes) {}
}
