package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts an election by its rule. */
public final class Count {

    /** That people read of a fraction; the exact one stands beside it. */
    private static final int DIGITS = 6;

    private final Election election;
    private final Tally tally;
    private final Minutes minutes;
    private List<Tally.Part> parts = List.of();

    private Count(Election election) {
        this.election = election;
        this.tally = Tally.of(election);
        this.minutes = new Minutes(tally);
    }

    public static Outcome of(Election election) {
        return new Count(election).outcome();
    }

    private Outcome outcome() {
        minutes.say(Step.of(
                "voting.start",
                Money.euros(election.budget()),
                election.projects().size(),
                tally.voters()));
        minutes.say(Step.of("voting.method." + election.rule().method().code()));
        tally.invalid().forEach((why, number) -> minutes.say(Step.of(why, number)));
        var ties = new Ties(tally);
        var candidates = candidates();
        var scores = tally.scores(candidates);
        minutes.scores(scores);
        parts = tally.parts(candidates);
        parts.forEach(it -> minutes.say(Step.of(
                "voting.mix.weight." + it.kind(),
                it.weight().rounded(DIGITS),
                it.all().rounded(DIGITS),
                it.all().toString(),
                it.ranking())));
        var strong = strong(candidates, scores, ties);
        if (election.rule().method().isShares()) {
            new EqualShares(tally, minutes, ties).count(strong, scores);
        } else {
            var stops = election.rule().method() == CountRule.Method.GREEDY_STOPS;
            new Greedy(minutes, ties, stops).count(strong, scores);
        }
        return minutes.outcome();
    }

    /** Projects that cost something, and an amount that the rule allows. */
    private List<Integer> candidates() {
        var allowed = election.rule().cost();
        var candidates = new ArrayList<Integer>();
        for (var project :
                IntStream.range(0, election.projects().size()).boxed().toList()) {
            var cost = election.projects().get(project).cost();
            if (cost == 0) {
                minutes.refuse(project, "voting.excluded.free");
            } else if (cost == Project.WITHDRAWN) {
                minutes.refuse(project, "voting.excluded.withdrawn");
            } else if (cost < allowed.least()) {
                minutes.refuse(project, "voting.excluded.small", Money.euros(allowed.least()));
            } else if (cost > allowed.most()) {
                minutes.refuse(project, "voting.excluded.large", Money.euros(allowed.most()));
            } else {
                candidates.add(project);
            }
        }
        return candidates;
    }

    /** Tells all scores, best first, and leaves out who has too little. */
    private List<Integer> strong(List<Integer> candidates, Map<Integer, Fraction> scores, Ties ties) {
        var weights = election.rule().weights();
        var least = weights.isEmpty() || weights.containsKey(CountRule.VOTES)
                ? election.rule().leastScore()
                : 0;
        var strong = new ArrayList<Integer>();
        for (var project :
                ties.ordered(candidates).stream().sorted(Tally.best(scores)).toList()) {
            var score = scores.getOrDefault(project, Fraction.ZERO);
            parts.forEach(it -> minutes.say(told(project, it)));
            minutes.say(told(project, score));
            if (score.signum() <= 0) {
                minutes.refuse(project, "voting.excluded.nobody");
            } else if (tally.points().get(project) < least) {
                minutes.refuse(project, "voting.excluded.few", least);
            } else {
                strong.add(project);
            }
        }
        return strong;
    }

    private Step told(int project, Tally.Part part) {
        return Step.of(
                "voting.mix.part." + part.kind(),
                minutes.project(project).label(),
                part.share(project).rounded(DIGITS),
                part.weight().rounded(DIGITS),
                part.gives(project).rounded(DIGITS),
                part.gives(project).toString(),
                part.ranking());
    }

    private Step told(int project, Fraction score) {
        var label = minutes.project(project).label();
        var votes = tally.votes().get(project);
        return election.rule().weights().isEmpty()
                ? Step.of("voting.score", label, votes, score.floor())
                : Step.of("voting.score.mixed", label, votes, score.rounded(DIGITS), score.toString());
    }
}
