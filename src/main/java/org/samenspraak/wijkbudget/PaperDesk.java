package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.Candidates.Candidate;
import org.samenspraak.wijkbudget.PaperRows.Batch;
import org.samenspraak.wijkbudget.PaperRows.Sheet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Voting on paper: piles of sheets, two people who enter each and a third one where these differ. */
@Service
class PaperDesk {

    private static final int MOST_SHEETS = 100;
    private static final int LONGEST_REASON = 500;

    private final PaperRows rows;
    private final VoteRows votes;
    private final BallotRows ballots;
    private final BallotDesk desk;
    private final Timeline timeline;
    private final Clock clock;

    PaperDesk(PaperRows rows, VoteRows votes, BallotRows ballots, BallotDesk desk, Timeline timeline, Clock clock) {
        this.rows = rows;
        this.votes = votes;
        this.ballots = ballots;
        this.desk = desk;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * @throws Refusal for more sheets than cards that came back, for a pile that nobody can oversee, and for one so small that who enters
     *     it knows whose sheets these are; what is left after the close can't be mixed with more
     */
    @Transactional
    public UUID begin(CaseId round, AreaId area, int sheets) {
        votes.holdUnsettled(round);
        if (sheets < 1 || sheets > MOST_SHEETS) {
            throw Refusal.of("sheets", "wijkbudget.paper.refusal.sheets", MOST_SHEETS);
        }
        var free = rows.free(round, area.value());
        if (sheets > free) {
            throw Refusal.of("sheets", "wijkbudget.paper.refusal.cards", free);
        }
        var open = votes.find(round).orElseThrow().isOpen(clock.instant());
        if (sheets < BallotRows.LEAST && (open || sheets < free)) {
            throw Refusal.of("sheets", "wijkbudget.paper.refusal.few", BallotRows.LEAST);
        }
        return rows.begin(round, area, sheets);
    }

    /**
     * Throws a pile away with what was entered of it, so that its sheets can be laid in a new one.
     *
     * @throws Refusal without a reason, once its ballots are in the box, and, where two people read something else, for those two
     */
    @Transactional
    public void remove(UUID id, String why, Actor by, UUID person) {
        var batch = rows.hold(id).orElseThrow();
        var round = new CaseId(batch.round());
        votes.holdUnsettled(round);
        if (batch.done()) {
            throw new Refusal("wijkbudget.paper.refusal.entered");
        }
        if (batch.secondBy() != null && batch.enteredBy(person)) {
            throw new Refusal("wijkbudget.paper.refusal.third-person");
        }
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            throw Refusal.of("why", "wijkbudget.refusal.reason", LONGEST_REASON);
        }
        var differ = rows.sheets(id).stream().filter(Sheet::differs).count();
        rows.remove(id);
        var told = Map.of("pile", String.valueOf(batch.number()), "differ", String.valueOf(differ));
        timeline.add(round, "wijkbudget.pile-removed", told, why.strip(), by);
    }

    /**
     * What somebody reads on each sheet; the second time by another person. Without differences the ballots are in the box.
     *
     * @throws Refusal for a line too many or too few, for what can't stand on a sheet, and for who entered the pile before
     */
    @Transactional
    public void enter(UUID id, List<String> lines, UUID by) {
        var batch = rows.hold(id).orElseThrow();
        votes.holdUnsettled(new CaseId(batch.round()));
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
            rows.keep(id, entry, at + 1, read(batch, at + 1, lines.get(at)).text(), null);
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
     * @throws Refusal for who entered the pile, while a difference is open, and for what neither of two read without a reason
     */
    @Transactional
    public void decide(UUID id, Map<Integer, Decided> decided, UUID by) {
        var batch = rows.hold(id).orElseThrow();
        votes.holdUnsettled(new CaseId(batch.round()));
        if (batch.done() || batch.secondBy() == null) {
            throw new Refusal("wijkbudget.paper.refusal.entered");
        }
        if (batch.enteredBy(by)) {
            throw new Refusal("wijkbudget.paper.refusal.third-person");
        }
        for (var sheet : rows.sheets(id).stream().filter(Sheet::differs).toList()) {
            var one = decided.getOrDefault(sheet.position(), Decided.NOTHING);
            var line = read(batch, sheet.position(), one.line()).text();
            var why = one.why().strip();
            var known = line.equals(sheet.first()) || line.equals(sheet.second());
            if (why.length() > LONGEST_REASON || (!known && why.isEmpty())) {
                throw Refusal.of(
                        "why-" + sheet.position(),
                        "wijkbudget.paper.refusal.new-reading",
                        sheet.position(),
                        LONGEST_REASON);
            }
            rows.keep(id, 3, sheet.position(), line, known ? null : why);
        }
        rows.entered(id, 3, by);
        finish(batch);
    }

    /** In an order of chance: the place in the pile says nothing any more. */
    private void finish(Batch batch) {
        var round = new CaseId(batch.round());
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

    /** @throws Refusal while a pile is not done, and while a good card has its sheet in none */
    void refuseOpen(CaseId round) {
        var open = rows.batches(round).stream().filter(batch -> !batch.done()).count();
        if (open > 0) {
            throw new Refusal("wijkbudget.paper.refusal.open", open);
        }
        for (var pile : rows.piles(round)) {
            if (pile.left() > 0) {
                throw new Refusal("wijkbudget.paper.refusal.left", pile.name(), pile.left());
            }
        }
    }

    /** @param why, where neither of two read it so; else blank */
    record Decided(String line, String why) {

        static final Decided NOTHING = new Decided("", "");
    }
}
