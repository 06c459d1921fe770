package org.samenspraak.wijkbudget;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.BallotMails;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Candidates.Candidate;
import org.samenspraak.wijkbudget.PaperRows.Batch;
import org.samenspraak.wijkbudget.PaperRows.Card;
import org.samenspraak.wijkbudget.PaperRows.Issue;
import org.samenspraak.wijkbudget.PaperRows.Sheet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Voting on paper: cards, piles of sheets, two people who enter each and a third one where these differ. */
@Service
class PaperDesk {

    private static final int MOST_CARDS = 2_000;

    /** Numbers of nine digits: of ten thousand cards a guess hits one in ninety thousand times. */
    private static final int FIRST_NUMBER = 100_000_000;

    private static final int PAST_NUMBERS = 1_000_000_000;
    private static final int THOUSAND = 1_000;
    private static final int MOST_SHEETS = 100;

    /** Why somebody refuses a card by hand. */
    static final List<String> REASONS = List.of("late", "unsigned", "elsewhere", "lost");

    private final PaperRows rows;
    private final VoteRows votes;
    private final VoterRows voters;
    private final Voters addresses;
    private final BallotRows ballots;
    private final BallotDesk desk;
    private final BallotMails mails;
    private final Timeline timeline;
    private final Dates dates;
    private final SecureRandom random = new SecureRandom();

    PaperDesk(
            PaperRows rows,
            VoteRows votes,
            VoterRows voters,
            Voters addresses,
            BallotRows ballots,
            BallotDesk desk,
            BallotMails mails,
            Timeline timeline,
            Dates dates) {
        this.rows = rows;
        this.votes = votes;
        this.voters = voters;
        this.addresses = addresses;
        this.ballots = ballots;
        this.desk = desk;
        this.mails = mails;
        this.timeline = timeline;
        this.dates = dates;
    }

    /**
     * @param mail of the holder of one card, or empty
     * @return their numbers, by chance
     * @throws Refusal for none or too many, for one address on several, for an address that has a card, and once the count is confirmed
     */
    @Transactional
    public List<Integer> issue(CaseId round, AreaId area, int many, String mail, Actor by) {
        refuseSettled(round);
        if (many < 1 || many > MOST_CARDS || (many > 1 && !mail.isBlank())) {
            throw Refusal.of("many", "wijkbudget.paper.refusal.cards-many", MOST_CARDS);
        }
        votes.hold(round);
        var hash = mail.isBlank() ? null : addresses.hash(round, mail);
        if (hash != null && rows.has(round, hash)) {
            throw Refusal.of("mail", "wijkbudget.paper.refusal.has-card");
        }
        var issue = new Issue(UUID.randomUUID(), round, area.value(), dates.today());
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
        refuseSettled(round);
        votes.hold(round);
        var card = held(round, number);
        if (!card.state().equals("OUT")) {
            throw Refusal.of("card", "wijkbudget.paper.refusal.twice", shown(number));
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
        refuseSettled(round);
        votes.hold(round);
        var card = held(round, number);
        if (card.state().equals("OUT")) {
            throw Refusal.of("card", "wijkbudget.paper.refusal.out", shown(number));
        }
        var isIn = card.state().equals("IN");
        if (isIn && free(round, card.area()) == 0) {
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

    /** Good cards of an area whose sheets lie in no pile yet. */
    private long free(CaseId round, UUID area) {
        var pile = rows.piles(round).stream()
                .filter(one -> one.area().equals(area))
                .findFirst()
                .orElseThrow();
        return pile.came() - pile.sheets();
    }

    /** @throws Refusal for more sheets than cards that came back, and for a pile that nobody can oversee */
    @Transactional
    public UUID begin(CaseId round, AreaId area, int sheets) {
        refuseSettled(round);
        votes.hold(round);
        if (sheets < 1 || sheets > MOST_SHEETS) {
            throw Refusal.of("sheets", "wijkbudget.paper.refusal.sheets", MOST_SHEETS);
        }
        var free = free(round, area.value());
        if (sheets > free) {
            throw Refusal.of("sheets", "wijkbudget.paper.refusal.cards", free);
        }
        return rows.begin(round, area, sheets);
    }

    /**
     * Throws a pile away with what was entered of it, so that its sheets can be laid in a new one.
     *
     * @throws Refusal once its ballots are in the box
     */
    @Transactional
    public void remove(UUID id, Actor by) {
        var batch = rows.hold(id).orElseThrow();
        var round = new CaseId(batch.round());
        refuseSettled(round);
        if (batch.done()) {
            throw new Refusal("wijkbudget.paper.refusal.entered");
        }
        rows.remove(id);
        timeline.add(round, "wijkbudget.pile-removed", Map.of("pile", String.valueOf(batch.number())), null, by);
    }

    /**
     * What somebody reads on each sheet; the second time by another person. Without differences the ballots are in the box.
     *
     * @throws Refusal for a line too many or too few, for what can't stand on a sheet, and for who entered the pile before
     */
    @Transactional
    public void enter(UUID id, List<String> lines, UUID by) {
        var batch = rows.hold(id).orElseThrow();
        refuseSettled(new CaseId(batch.round()));
        if (batch.done() || batch.secondBy() != null) {
            throw new Refusal("wijkbudget.paper.refusal.entered");
        }
        if (by.equals(batch.firstBy())) {
            throw new Refusal("wijkbudget.paper.refusal.other-person");
        }
        if (lines.size() != batch.sheets()) {
            throw Refusal.of("lines", "wijkbudget.paper.refusal.lines", batch.sheets(), lines.size());
        }
        var entry = batch.firstBy() == null ? 1 : 2;
        for (var at = 0; at < lines.size(); at++) {
            rows.keep(id, entry, at + 1, read(batch, at + 1, lines.get(at)).text());
        }
        rows.entered(id, entry, by);
        if (entry == 2 && rows.sheets(id).stream().noneMatch(Sheet::differs)) {
            finish(batch);
        }
    }

    /**
     * What a third person reads where the first two differ.
     *
     * @param decided a line by place in the pile
     * @throws Refusal for who entered the pile, and while a difference is open
     */
    @Transactional
    public void decide(UUID id, Map<Integer, String> decided, UUID by) {
        var batch = rows.hold(id).orElseThrow();
        refuseSettled(new CaseId(batch.round()));
        if (batch.done() || batch.secondBy() == null) {
            throw new Refusal("wijkbudget.paper.refusal.entered");
        }
        if (by.equals(batch.firstBy()) || by.equals(batch.secondBy())) {
            throw new Refusal("wijkbudget.paper.refusal.third-person");
        }
        for (var sheet : rows.sheets(id).stream().filter(Sheet::differs).toList()) {
            var line = Objects.requireNonNullElse(decided.get(sheet.position()), "");
            rows.keep(
                    id, 3, sheet.position(), read(batch, sheet.position(), line).text());
        }
        finish(batch);
    }

    /** In an order of chance: the place in the pile says nothing any more. */
    private void finish(Batch batch) {
        var round = new CaseId(batch.round());
        votes.share(round);
        var good = new ArrayList<List<Integer>>();
        for (var sheet : rows.sheets(batch.id())) {
            var line = read(batch, sheet.position(), sheet.line());
            if (line.reject().isEmpty()) {
                good.add(line.choices());
            }
        }
        Collections.shuffle(good);
        good.forEach(choices -> ballots.add(round, new AreaId(batch.area()), "PAPER", choices, null));
        rows.done(batch.id());
    }

    private PaperLine read(Batch batch, int position, String line) {
        return PaperLine.read(position, line, desk.paper(new CaseId(batch.round()), new AreaId(batch.area())));
    }

    /** What can be chosen on a sheet of an area. */
    List<Candidate> projects(CaseId round, AreaId area) {
        return desk.paper(round, area).projects();
    }

    private void refuseSettled(CaseId round) {
        if (!votes.mayChange(round)) {
            throw new Refusal("wijkbudget.refusal.settled");
        }
    }

    /** @throws Refusal while a pile is not done */
    void refuseOpen(CaseId round) {
        var open = rows.batches(round).stream().filter(batch -> !batch.done()).count();
        if (open > 0) {
            throw new Refusal("wijkbudget.paper.refusal.open", open);
        }
    }
}
