package org.samenspraak.wijkbudget;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.BallotMails;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.PaperRows.Card;
import org.samenspraak.wijkbudget.PaperRows.Issue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Voting on paper: cards that are given out and come back, each apart from its sheet. */
@Service
class PaperCards {

    private static final int MOST = 2_000;

    /** Numbers of nine digits: of ten thousand cards a guess hits one in ninety thousand times. */
    private static final int FIRST_NUMBER = 100_000_000;

    private static final int PAST_NUMBERS = 1_000_000_000;
    private static final int THOUSAND = 1_000;

    /** Why somebody refuses a card by hand. */
    static final List<String> REASONS = List.of("late", "unsigned", "elsewhere", "lost");

    private final PaperRows rows;
    private final VoteRows votes;
    private final VoterRows voters;
    private final Voters addresses;
    private final BallotRows ballots;
    private final BallotMails mails;
    private final Timeline timeline;
    private final Dates dates;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PaperCards(
            PaperRows rows,
            VoteRows votes,
            VoterRows voters,
            Voters addresses,
            BallotRows ballots,
            BallotMails mails,
            Timeline timeline,
            Dates dates,
            Clock clock) {
        this.rows = rows;
        this.votes = votes;
        this.voters = voters;
        this.addresses = addresses;
        this.ballots = ballots;
        this.mails = mails;
        this.timeline = timeline;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * @param mail of the holder of one card, or empty
     * @return their numbers, by chance
     * @throws Refusal for none or too many, for one address on several, for an address that has a card, and once the choice closed
     */
    @Transactional
    public List<Integer> issue(CaseId round, AreaId area, int many, String mail, Actor by) {
        votes.holdUnsettled(round);
        if (!votes.isOpen(round, clock.instant())) {
            throw new Refusal("wijkbudget.paper.refusal.cards-late");
        }
        if (many < 1 || many > MOST || (many > 1 && !mail.isBlank())) {
            throw Refusal.of("many", "wijkbudget.paper.refusal.cards-many", MOST);
        }
        var hash = mail.isBlank() ? null : addresses.hash(round, mail);
        if (hash != null && rows.has(round, hash)) {
            throw Refusal.of("mail", "wijkbudget.paper.refusal.has-card");
        }
        var issue = new Issue(UUID.randomUUID(), round, area.value(), dates.today(), clock.instant());
        var numbers = new ArrayList<Integer>();
        while (numbers.size() < many) {
            var drawn = random.ints(many - numbers.size(), FIRST_NUMBER, PAST_NUMBERS)
                    .distinct()
                    .boxed()
                    .toList();
            numbers.addAll(rows.issue(issue, drawn, hash));
        }
        timeline.add(round, "wijkbudget.cards-given", Map.of("many", String.valueOf(many)), null, by);
        return numbers;
    }

    /** A number as it stands on a card: "123 456 789". */
    static String shown(int number) {
        return "%03d %03d %03d"
                .formatted(number / THOUSAND / THOUSAND, number / THOUSAND % THOUSAND, number % THOUSAND);
    }

    /**
     * A card came back: it is laid apart from its sheet, or its sheet stays closed.
     *
     * @param refused a reason, or none when it is good
     * @return false when its holder voted online, so that it was refused
     * @throws Refusal for a number that was never given, and for a card that came before
     */
    @Transactional
    public boolean take(CaseId round, int number, @Nullable String refused) {
        votes.holdUnsettled(round);
        var card = held(round, number);
        if (!card.state().equals("OUT")) {
            var before = "lost".equals(card.reason()) ? "was-lost" : "twice";
            throw Refusal.of("card", "wijkbudget.paper.refusal." + before, shown(number));
        }
        var online = refused == null && card.hash() != null && !spend(round, new AreaId(card.area()), card.hash());
        var reason = online ? "online" : refused;
        rows.stand(round, number, reason == null ? "IN" : "REFUSED", reason);
        return !online;
    }

    /** False when the holder voted online: that ballot is in the box and can't be found. */
    private boolean spend(CaseId round, AreaId area, byte[] hash) {
        return ballots.spend(round, mails.ticket(voters.onPaper(round, area, hash)));
    }

    /**
     * A card that came back by a slip is out again, and its holder can vote.
     *
     * @throws Refusal for a number that was never given, for a card that is out, for one whose sheet may lie in a pile, and for a
     *     refused one whose holder got another
     */
    @Transactional
    public void giveBack(CaseId round, int number, Actor by) {
        votes.holdUnsettled(round);
        var card = held(round, number);
        if (card.state().equals("OUT")) {
            throw Refusal.of("card", "wijkbudget.paper.refusal.out", shown(number));
        }
        var isIn = card.state().equals("IN");
        if (isIn && rows.free(round, card.area()) == 0) {
            throw Refusal.of("card", "wijkbudget.paper.refusal.in-pile", shown(number));
        }
        if (!isIn && card.hash() != null && rows.has(round, card.hash())) {
            throw Refusal.of("card", "wijkbudget.paper.refusal.has-other", shown(number));
        }
        if (isIn && card.hash() != null) {
            ballots.giveBack(mails.ticket(voters.onPaper(round, new AreaId(card.area()), card.hash())));
            voters.notOnPaper(round, card.hash());
        }
        rows.stand(round, number, "OUT", null);
        timeline.add(round, "wijkbudget.card-given-back", Map.of("card", shown(number)), null, by);
    }

    private Card held(CaseId round, int number) {
        return rows.hold(round, number)
                .orElseThrow(() -> Refusal.of("card", "wijkbudget.paper.refusal.no-card", shown(number)));
    }
}
