package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.samenspraak.identity.HomeInvitations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** In which rounds a resident can do something at this moment. */
@Service
public class OpenRounds implements HomeInvitations {

    private static final String ABOUT = "/publiek/wijkbudget/";
    private static final String HAND_IN = "/aanvraag/" + Idea.TRAJECTORY;

    private final VoteRows votes;
    private final OpenCalls calls;
    private final BudgetRounds rounds;
    private final ChoiceRules rules;
    private final BudgetWords words;
    private final Dates dates;
    private final Clock clock;

    OpenRounds(
            VoteRows votes,
            OpenCalls calls,
            BudgetRounds rounds,
            ChoiceRules rules,
            BudgetWords words,
            Dates dates,
            Clock clock) {
        this.votes = votes;
        this.calls = calls;
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
        var vote = voting().stream()
                .map(one -> new Invitation(
                        words.say("publication.rounds.vote-in", one.title()),
                        words.say("wijkbudget.vote.open", dates.moment(one.closes())),
                        "/stemmen/" + one.number(),
                        one.title(),
                        ABOUT + one.number()));
        var call = calling().stream()
                .map(one -> new Invitation(
                        words.say("publication.rounds.call-in", one.title()),
                        words.say("publication.rounds.call-until", dates.day(one.ends())),
                        one.link(),
                        one.title(),
                        ABOUT + one.number()));
        return Stream.concat(vote, call).toList();
    }

    /** Where residents hand in an idea now. */
    @Transactional(readOnly = true)
    public List<Calling> calling() {
        return calls.open().stream()
                .map(one -> new Calling(one.number(), one.title(), one.ends(), HAND_IN))
                .toList();
    }

    /**
     * @param ends the last day
     * @param link path of the form
     */
    public record Calling(String number, String title, LocalDate ends, String link) {}

    /** @param closes what is confirmed before it counts */
    public record Voting(String number, String title, Instant closes) {}
}
