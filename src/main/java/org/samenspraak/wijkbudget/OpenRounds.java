package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.samenspraak.identity.HomeInvitations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which rounds a resident can do something at this moment. */
@Service
public class OpenRounds implements HomeInvitations {

    private final VoteRows votes;
    private final BudgetRounds rounds;
    private final ChoiceRules rules;
    private final BudgetWords words;
    private final Dates dates;
    private final Clock clock;

    OpenRounds(VoteRows votes, BudgetRounds rounds, ChoiceRules rules, BudgetWords words, Dates dates, Clock clock) {
        this.votes = votes;
        this.rounds = rounds;
        this.rules = rules;
        this.words = words;
        this.dates = dates;
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

    @Override
    @Transactional(readOnly = true)
    public List<Invitation> now() {
        return voting().stream()
                .map(vote -> new Invitation(
                        words.say("publication.rounds.vote-in", vote.title()),
                        words.say("wijkbudget.vote.open", dates.moment(vote.closes())),
                        "/stemmen/" + vote.number()))
                .toList();
    }

    /** @param closes what is confirmed before it counts */
    public record Voting(String number, String title, Instant closes) {}
}
