package org.samenspraak.wijkbudget;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Count;
import org.samenspraak.voting.Election;
import org.samenspraak.voting.Jury;
import org.samenspraak.voting.Outcome;
import org.samenspraak.voting.Outcome.Verdict;
import org.samenspraak.voting.Pb;
import org.samenspraak.voting.PbElections;
import org.samenspraak.voting.PbExport;
import org.samenspraak.voting.PbReader;
import org.samenspraak.voting.PbWriter;
import org.samenspraak.voting.Seed;
import org.samenspraak.voting.Step;
import org.samenspraak.wijkbudget.AreaElections.AreaElection;
import org.samenspraak.wijkbudget.CountRows.Result;
import org.samenspraak.wijkbudget.VoteRows.Vote;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts a round by its regulation, each area with its own money, and keeps the files from which anybody can count again. */
@Service
class Counting {

    private final VoteRows votes;
    private final CountRows counts;
    private final ChoiceRules rules;
    private final AreaElections elections;
    private final BudgetRounds rounds;
    private final PaperDesk paper;
    private final JuryDesk jury;
    private final BudgetWords words;
    private final Timeline timeline;
    private final Municipality municipality;
    private final Clock clock;

    Counting(
            VoteRows votes,
            CountRows counts,
            ChoiceRules rules,
            AreaElections elections,
            BudgetRounds rounds,
            PaperDesk paper,
            JuryDesk jury,
            BudgetWords words,
            Timeline timeline,
            Municipality municipality,
            Clock clock) {
        this.votes = votes;
        this.counts = counts;
        this.rules = rules;
        this.elections = elections;
        this.rounds = rounds;
        this.paper = paper;
        this.jury = jury;
        this.words = words;
        this.timeline = timeline;
        this.municipality = municipality;
        this.clock = clock;
    }

    /**
     * The same ballots give the same bytes, however often.
     *
     * @throws Refusal before the choice closed, after the count was confirmed, with paper that is not settled, and with points that are not
     *     ({@link JuryDesk#refuseOpen})
     */
    @Transactional
    public void count(CaseId round, Actor by) {
        var vote = toCount(round);
        counts.clear(round);
        for (var area : elections(vote)) {
            keep(round, area, by);
        }
        timeline.add(round, "wijkbudget.counted", Map.of(), null, by);
    }

    private void keep(CaseId round, AreaElection area, Actor by) {
        var outcome = Count.of(area.election());
        var file = file(round, area, outcome);
        if (!Arrays.equals(Count.of(read(file)).bytes(), outcome.bytes())) {
            throw new IllegalStateException("A recount of " + area.area().name() + " differs");
        }
        counts.add(round, area.area().area(), file, outcome.bytes(), clock.instant(), by);
        results(area, outcome, most(round))
                .forEach(result -> counts.add(round, area.area().area(), result));
    }

    private byte[] file(CaseId round, AreaElection area, Outcome outcome) {
        return PbWriter.write(PbExport.of(area.election(), outcome, about(round, area)));
    }

    /** Points on each criterion. */
    private long most(CaseId round) {
        return rules.of(round).criteria().stream()
                .mapToLong(Jury.Criterion::most)
                .max()
                .orElseThrow();
    }

    private List<Result> results(AreaElection area, Outcome outcome, long most) {
        var results = new ArrayList<Result>();
        for (var project : area.projects()) {
            var number = Integer.toString(project.number());
            var verdict = outcome.verdicts().stream()
                    .filter(one -> one.project().equals(number))
                    .findFirst()
                    .orElseThrow();
            results.add(new Result(
                    project.id(),
                    verdict.funded() ? outcome.funded().indexOf(number) + 1 : null,
                    verdict.votes(),
                    verdict.score().toString(),
                    area.points(project.number(), most),
                    why(BudgetWords.DUTCH, verdict, outcome.steps()),
                    why(Locale.ENGLISH, verdict, outcome.steps())));
        }
        return results;
    }

    /** With what votes and points gave it in a mix, and how it was put in order where it stood equal with others. */
    private String why(Locale language, Verdict verdict, List<Step> steps) {
        var label = " | " + verdict.why().args().get(0) + " | ";
        var last = IntStream.range(0, steps.size())
                .filter(it -> steps.get(it).key().equals("voting.tie"))
                .filter(it -> (" | " + steps.get(it).args().get(0) + " | ").contains(label))
                .max();
        var tie = last.isEmpty()
                ? Stream.<Step>of()
                : Stream.concat(
                        Stream.of(steps.get(last.getAsInt())),
                        steps.stream().skip(last.getAsInt() + 1L).takeWhile(it -> it.key()
                                .startsWith("voting.tie.by.")));
        var mix = steps.stream()
                .filter(it -> isOfMix(it)
                        && it.args().get(0).equals(verdict.why().args().get(0)));
        return Stream.concat(Stream.concat(Stream.of(verdict.why()), mix.map(Counting::ofOneProject)), tie)
                .map(it -> words.in(language, it))
                .collect(Collectors.joining(" "));
    }

    private static boolean isOfMix(Step step) {
        return step.key().startsWith("voting.mix.part.") || step.key().equals("voting.score.mixed");
    }

    /** In words that don't name the project once more. */
    private static Step ofOneProject(Step step) {
        return new Step(step.key().replaceFirst("^voting", "wijkbudget.count"), step.args());
    }

    /**
     * What the round chose is known from now on, and the seed with it.
     *
     * @throws Refusal when nobody counted, for who counted, with paper that is not settled, and when paper or points came in since
     */
    @Transactional
    public void settle(CaseId round, Actor by) {
        var vote = toCount(round);
        if (!counts.isCounted(round)) {
            throw new Refusal("wijkbudget.refusal.not-counted");
        }
        if (counts.isCountedBy(round, by)) {
            throw new Refusal("wijkbudget.refusal.own-count");
        }
        var counted = new HashMap<UUID, byte[]>();
        counts.files(round).forEach(one -> counted.put(one.area(), one.file()));
        for (var area : elections(vote)) {
            var now = file(round, area, Count.of(area.election()));
            if (!Arrays.equals(counted.get(area.area().area().value()), now)) {
                throw new Refusal("wijkbudget.refusal.count-again");
            }
        }
        votes.settle(round, clock.instant());
    }

    /** Held, so that nothing comes in meanwhile. */
    private Vote toCount(CaseId round) {
        votes.hold(round);
        var vote = votes.find(round)
                .filter(one -> one.closedAt() != null)
                .orElseThrow(() -> new Refusal("wijkbudget.refusal.not-closed"));
        if (vote.settledAt() != null) {
            throw new Refusal("wijkbudget.refusal.settled");
        }
        paper.refuseOpen(round);
        jury.refuseOpen(round);
        return vote;
    }

    private List<AreaElection> elections(Vote vote) {
        return elections.of(vote.round(), rules.of(vote.round()), new Seed(vote.seed()));
    }

    private List<Pb.Entry> about(CaseId round, AreaElection area) {
        var days = rounds.phases(round).stream()
                .filter(one -> one.phase() == Phase.CHOICE)
                .findFirst()
                .orElseThrow();
        return List.of(
                new Pb.Entry("description", rounds.get(round).title()),
                new Pb.Entry("unit", municipality.name()),
                new Pb.Entry("subunit", area.area().name()),
                new Pb.Entry("instance", Integer.toString(days.begins().getYear())),
                new Pb.Entry("date_begin", days.begins().toString()),
                new Pb.Entry("date_end", days.ends().toString()));
    }

    /** The count of a kept file, step by step. */
    static List<Step> steps(byte[] file) {
        return Count.of(read(file)).steps();
    }

    /** @throws Refusal for what is no such file */
    static Election read(byte[] file) {
        return PbElections.of(parse(file));
    }

    /** @throws Refusal for what is no such file */
    static Pb parse(byte[] file) {
        try {
            return PbReader.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
