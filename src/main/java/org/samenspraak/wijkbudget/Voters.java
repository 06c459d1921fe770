package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.samenspraak.correspondence.BallotMails;
import org.samenspraak.correspondence.BallotMails.About;
import org.samenspraak.correspondence.BallotMails.Reader;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.VoteRows.Vote;
import org.samenspraak.wijkbudget.VoterRows.Voter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Who asked to vote: gets a link, one reminder at most, and is forgotten when the choice closes. */
@Service
@EnableConfigurationProperties(BallotLimits.class)
class Voters {

    /** A mailbox of these domains is the same with and without dots, and in both. */
    private static final Set<String> WITHOUT_DOTS = Set.of("@gmail.com", "@googlemail.com");

    private static final int PIECE = 200;
    private static final UUID NOBODY = new UUID(0, 0);

    private final VoterRows rows;
    private final VoteRows votes;
    private final BallotRows ballots;
    private final BallotMails mails;
    private final BudgetRounds rounds;
    private final ChoiceRules rules;
    private final Dates dates;
    private final BallotLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Voters(
            VoterRows rows,
            VoteRows votes,
            BallotRows ballots,
            BallotMails mails,
            BudgetRounds rounds,
            ChoiceRules rules,
            Dates dates,
            BallotLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.votes = votes;
        this.ballots = ballots;
        this.mails = mails;
        this.rounds = rounds;
        this.rules = rules;
        this.dates = dates;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Keeps what somebody asks; a round mails them. So neither words nor time tell whether an address is known. Nothing once the choice
     * closed, and addresses are forgotten.
     *
     * @param address a good one
     */
    @Transactional
    public void ask(CaseId round, AreaId area, String address, Locale language) {
        if (!votes.share(round, clock)) {
            return;
        }
        rows.ask(
                round,
                area,
                hash(round, address),
                address.strip(),
                language,
                LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                limits.mailsADay());
    }

    byte[] hash(CaseId round, String address) {
        return mails.addressHash(round.value(), normal(address));
    }

    /** Without what a mailbox may have after a plus, and at Gmail without dots: its owner can make those up. */
    static String normal(String address) {
        var small = address.strip().toLowerCase(Locale.ROOT);
        var at = small.lastIndexOf('@');
        var box = small.substring(0, at).replaceAll("\\+.*", "");
        var domain = small.substring(at);
        return WITHOUT_DOTS.contains(domain) ? box.replace(".", "") + "@gmail.com" : box + domain;
    }

    @Scheduled(fixedDelayString = "PT5S")
    public void mailWhoAsked() {
        each(vote -> rows.unmailed(vote.round(), PIECE).forEach(voter -> {
            mails.ask(reader(voter), about(vote));
            rows.mailed(voter.id());
        }));
    }

    /** Who began to choose and did not confirm, some days before it closes. */
    @Scheduled(fixedDelayString = "PT5M")
    public void remind() {
        each(vote -> {
            var from = vote.closes().minus(Duration.ofDays(rules.reminderDays(vote.round())));
            if (!clock.instant().isBefore(from)) {
                rows.begun(vote.round(), PIECE).forEach(voter -> remind(vote, voter));
            }
        });
    }

    private void remind(Vote vote, Voter voter) {
        if (voter.address() != null && !hasVoted(voter)) {
            mails.remind(reader(voter), about(vote));
        }
        rows.reminded(voter.id());
    }

    private void each(Consumer<Vote> act) {
        votes.open().stream()
                .filter(vote -> vote.isOpen(clock.instant()))
                .forEach(vote -> transaction.executeWithoutResult(status -> act.accept(vote)));
    }

    private Reader reader(Voter voter) {
        return new Reader(voter.id(), Objects.requireNonNull(voter.address()), voter.language());
    }

    private About about(Vote vote) {
        return new About(rounds.get(vote.round()).title(), vote.closes(), language -> in(language, vote));
    }

    private String in(Locale language, Vote vote) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(language);
        try {
            return dates.moment(vote.closes());
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    /** Nothing for a token that was guessed, and after the choice closed. */
    @Transactional(readOnly = true)
    public Optional<Voter> open(String token) {
        var id = mails.claimed(token).orElse(NOBODY);
        var found = rows.find(id).filter(voter -> voter.address() != null);
        var proved = mails.proves(token, id, found.map(Voter::address).orElse(""));
        return found.filter(voter -> proved);
    }

    boolean hasVoted(Voter voter) {
        return ballots.isSpent(mails.ticket(voter.id()));
    }

    /** Of who has voted: by a card that came back, and not by this link. */
    boolean votedOnPaper(Voter voter) {
        return rows.isOnPaper(voter.id());
    }

    /** Drafts, addresses, and the mails with them. */
    void forget(CaseId round) {
        mails.forget(rows.forget(round));
    }
}
