package org.samenspraak.wijkbudget;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Lot;
import org.samenspraak.voting.Lot.Candidate;
import org.samenspraak.voting.LotCounts;
import org.samenspraak.voting.Seed;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.ChoiceRules.Panel;
import org.samenspraak.wijkbudget.LotRows.Dropped;
import org.samenspraak.wijkbudget.LotRows.Input;
import org.samenspraak.wijkbudget.LotRows.Kept;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws a panel by lot: input and seed are fixed first and the hash of the seed is known, then anybody with the input can repeat it. */
@Service
class LotDesk {

    private static final int SEED_BYTES = 32;
    private static final int LONGEST = 1000;

    private final LotRows rows;
    private final JuryScores scores;
    private final VoteRows votes;
    private final CountRows counts;
    private final BudgetRounds rounds;
    private final ChoiceRules choices;
    private final Timeline timeline;
    private final Dates dates;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LotDesk(
            LotRows rows,
            JuryScores scores,
            VoteRows votes,
            CountRows counts,
            BudgetRounds rounds,
            ChoiceRules choices,
            Timeline timeline,
            Dates dates,
            Clock clock) {
        this.rows = rows;
        this.scores = scores;
        this.votes = votes;
        this.counts = counts;
        this.rounds = rounds;
        this.choices = choices;
        this.timeline = timeline;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * From here on neither rule nor candidates change, and everybody reads the hash of the seed on the page of the round.
     *
     * @throws Refusal for what can't be read, for what no lot can be drawn from, for another size than the regulation says, when one is
     *     fixed already, and for a round in which no panel has a say
     */
    @Transactional
    public void fix(CaseId round, Input input, Actor by) {
        refuseWithoutSay(round);
        choices.panel(round)
                .filter(panel -> !panel.equals(new Panel(input.members(), input.reserves())))
                .ifPresent(panel -> {
                    throw Refusal.of("members", "wijkbudget.lot.refusal.size", panel.members(), panel.reserves());
                });
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        var seed = new Seed(HexFormat.of().formatHex(bytes));
        var candidates = candidates(input);
        LotText.refuseUnknown(candidates, rows.printed(round));
        Lot.draw(rule(input), candidates, seed);
        if (!rows.fix(round, seed, input, dates.today())) {
            throw new Refusal("wijkbudget.lot.refusal.fixed");
        }
        timeline.add(round, "wijkbudget.lot-fixed", Map.of("commitment", seed.commitment()), null, by);
    }

    /** Of the size that the regulation says. */
    Input empty(CaseId round, String criteria) {
        var panel = choices.panel(round);
        return new Input(
                criteria,
                panel.map(Panel::members).orElse(0),
                panel.map(Panel::reserves).orElse(0),
                "");
    }

    /** Whether anybody but all residents together decides in this round. */
    boolean hasSay(CaseId round) {
        return choices.of(round).way().hasScores();
    }

    /** Whether there is a lot to see or to make. */
    boolean isOffered(CaseId round) {
        return hasSay(round) || rows.find(round).isPresent();
    }

    /** @throws Refusal for a round in which only the vote of residents decides */
    void refuseWithoutSay(CaseId round) {
        if (!hasSay(round)) {
            throw new Refusal("wijkbudget.lot.refusal.no-say");
        }
    }

    /**
     * Takes away what was fixed wrongly; its hash stays public with the reason.
     *
     * @throws Refusal without a reason, and once it was drawn
     */
    @Transactional
    public void restart(CaseId round, String why, Actor by) {
        if (why.isBlank() || why.length() > LONGEST) {
            throw Refusal.of("why", "wijkbudget.refusal.reason", LONGEST);
        }
        if (!rows.restart(round, why.strip(), dates.today(), by.name())) {
            throw new Refusal("wijkbudget.lot.refusal.drawn");
        }
        timeline.add(round, "wijkbudget.lot-restarted", Map.of(), why.strip(), by);
    }

    /** @throws Refusal before it is fixed, on the same day still, and when it was drawn before */
    @Transactional
    public void draw(CaseId round, Actor by) {
        var kept = rows.hold(round).orElseThrow(() -> new Refusal("wijkbudget.lot.refusal.drawn"));
        if (!kept.fixedOn().isBefore(dates.today())) {
            throw Refusal.of(
                    "draw",
                    "wijkbudget.lot.refusal.same-day",
                    dates.day(dates.today().plusDays(1)));
        }
        if (!rows.draw(round, clock.instant(), by.name())) {
            throw new Refusal("wijkbudget.lot.refusal.drawn");
        }
        timeline.add(round, "wijkbudget.lot-drawn", Map.of(), null, by);
    }

    /**
     * A member drops out: a reserve of the same values takes the place, or the nearest one; among who gives points too. A reserve
     * who can't come takes no place any more.
     *
     * @throws Refusal for who is neither, without a reason, and once somebody counted or the choice is over
     */
    @Transactional
    public void drop(CaseId round, String number, String why, Actor by) {
        votes.hold(round);
        rows.hold(round);
        if (isOver(round)) {
            throw new Refusal("wijkbudget.lot.refusal.counted");
        }
        var draw = drawn(round);
        var candidate = draw.find(number.strip())
                .map(Candidate::id)
                .orElseThrow(() -> Refusal.of("candidate", "wijkbudget.lot.refusal.nobody"));
        var before = draw.members();
        var after = Lot.replace(draw, candidate).members();
        if (why.isBlank() || why.length() > LONGEST) {
            throw Refusal.of("gone", "wijkbudget.refusal.reason", LONGEST);
        }
        rows.drop(round, new Dropped(candidate, why.strip(), dates.today(), by.name()));
        scores.find(round, candidate).ifPresent(gone -> {
            scores.remove(gone.id(), why.strip(), by.name(), dates.today());
            after.stream().filter(one -> !before.contains(one)).forEach(one -> scores.add(round, one.id(), null));
        });
        var kind = before.equals(after) ? "wijkbudget.lot-reserve-gone" : "wijkbudget.lot-replaced";
        timeline.add(round, kind, Map.of("candidate", candidate), why.strip(), by);
    }

    /** Nobody leaves a panel any more whose points were counted, or whose round went on. */
    boolean isOver(CaseId round) {
        var phase = rounds.get(round).phase();
        return counts.isCounted(round) || (phase != null && phase.compareTo(Phase.CHOICE) > 0);
    }

    boolean isFixed(CaseId round) {
        return rows.find(round).isPresent();
    }

    boolean isDrawn(CaseId round) {
        return rows.find(round).filter(one -> one.drawnAt() != null).isPresent();
    }

    /**
     * The numbers of who is in the panel now.
     *
     * @throws Refusal before the draw
     */
    Set<String> members(CaseId round) {
        return drawn(round).members().stream().map(Candidate::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** As it stands now: the draw, and each who dropped out replaced. */
    Lot.Draw drawn(CaseId round) {
        var draw = asDrawn(round);
        for (var gone : rows.dropped(round)) {
            draw = Lot.replace(draw, gone.candidate());
        }
        return draw;
    }

    /** How many members dropped out since the draw. */
    int gone(CaseId round) {
        var reserves = drawn(round).steps().stream().filter(step -> step.key().equals(Lot.RESERVE_GONE));
        return rows.dropped(round).size() - (int) reserves.count();
    }

    /** Before anybody dropped out. */
    private Lot.Draw asDrawn(CaseId round) {
        var kept = rows.find(round)
                .filter(one -> one.drawnAt() != null)
                .orElseThrow(() -> new Refusal("wijkbudget.lot.refusal.not-drawn"));
        return Lot.draw(rule(kept.input()), candidates(kept.input()), new Seed(kept.seed()));
    }

    /** For each criterion what may be published: no number under five, and none that can be found by subtraction. */
    List<Told> told(Kept kept, CaseId round) {
        var candidates = candidates(kept.input());
        var first = asDrawn(round);
        var now = drawn(round);
        return now.rule().criteria().stream()
                .map(criterion -> new Told(
                        criterion.name(),
                        LotCounts.of(criterion, candidates, now.members()),
                        Lot.quotas(first, criterion),
                        Lot.quotas(now, criterion)))
                .toList();
    }

    /** The whole input, for the independent party that repeats the draw and each replacement after it. */
    String export(Kept kept, CaseId round) {
        var lines = Stream.of(
                "seed;" + kept.seed(),
                "commitment;" + kept.commitment(),
                "members;" + kept.input().members(),
                "reserves;" + kept.input().reserves(),
                "CRITERIA",
                kept.input().criteria().strip(),
                "CANDIDATES",
                kept.input().candidates().strip(),
                "DROPPED");
        var dropped = rows.dropped(round).stream().map(Dropped::candidate);
        return Stream.concat(lines, dropped).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Lot.Rule rule(Input input) {
        return new Lot.Rule(LotText.criteria(input.criteria()), input.members(), input.reserves());
    }

    private static List<Candidate> candidates(Input input) {
        return LotText.candidates(input.candidates(), LotText.criteria(input.criteria()));
    }

    int candidates(Kept kept) {
        return candidates(kept.input()).size();
    }

    /**
     * @param lines as anybody may read them
     * @param drawn quotas as the draw met them
     * @param quotas as they are met now, for the office
     */
    record Told(String criterion, List<LotCounts.Line> lines, List<Lot.Quota> drawn, List<Lot.Quota> quotas) {

        /** By the draw itself: no candidates fitted any more. */
        public boolean isMissed() {
            return drawn.stream().anyMatch(Lot.Quota::isMissed);
        }

        /** Since then, by who dropped out. */
        public boolean isMissedSince() {
            return quotas.stream().filter(Lot.Quota::isMissed).anyMatch(quota -> drawn.stream()
                    .noneMatch(before -> before.value().equals(quota.value()) && before.got() <= quota.got()));
        }

        /** What was wanted of a value is no secret: it follows from the population. */
        public long wanted(String value) {
            return quotas.stream()
                    .filter(quota -> quota.value().equals(value))
                    .mapToLong(Lot.Quota::wanted)
                    .sum();
        }
    }
}
