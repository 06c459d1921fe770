package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.samenspraak.identity.HomeInvitations;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where residents can vote now, for every page that they may come by. */
@Service
public class PublicVotes implements HomeInvitations {

    private final VoteRows votes;
    private final ChoiceRules rules;
    private final BudgetWords words;
    private final Dates dates;
    private final Clock clock;

    PublicVotes(VoteRows votes, ChoiceRules rules, BudgetWords words, Dates dates, Clock clock) {
        this.votes = votes;
        this.rules = rules;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    /** Not where a jury or the dialogue chooses; that which closes first comes first. */
    @Transactional(readOnly = true)
    public List<Open> running() {
        return votes.running(clock.instant()).stream()
                .filter(vote -> rules.of(vote.round()).way().hasBallots())
                .map(vote -> new Open(vote.number(), vote.title(), vote.closes()))
                .toList();
    }

    /** None when residents can't vote in that round now. */
    @Transactional(readOnly = true)
    public Optional<Open> of(String number) {
        return running().stream().filter(vote -> vote.number().equals(number)).findFirst();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Invitation> now() {
        return running().stream()
                .map(vote -> new Invitation(
                        words.say("wijkbudget.vote.now", vote.title()),
                        words.say("wijkbudget.vote.open", dates.moment(vote.closes())),
                        "/stemmen/" + vote.number()))
                .toList();
    }

    /**
     * @param number of the round, which the address of its vote ends with
     * @param closes from then on nothing counts any more
     */
    public record Open(String number, String title, Instant closes) {}

    /** As the database has it. */
    record Running(CaseId round, String number, String title, Instant closes) {}
}
