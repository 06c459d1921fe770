package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.voting.Ballot;
import org.samenspraak.voting.Election;
import org.samenspraak.voting.Fraction;
import org.samenspraak.voting.Mark;
import org.samenspraak.voting.Project;
import org.samenspraak.voting.Seed;
import org.samenspraak.wijkbudget.BudgetAreas.Share;
import org.samenspraak.wijkbudget.Candidates.Candidate;
import org.springframework.stereotype.Component;

/** Puts together all that decides in each area of a round. */
@Component
class AreaElections {

    private final BudgetAreas areas;
    private final Candidates candidates;
    private final BallotRows ballots;
    private final JuryScores scores;

    AreaElections(BudgetAreas areas, Candidates candidates, BallotRows ballots, JuryScores scores) {
        this.areas = areas;
        this.candidates = candidates;
        this.ballots = ballots;
        this.scores = scores;
    }

    /** Of the areas with projects, in the order of the round. */
    List<AreaElection> of(CaseId round, ChoiceRule rule, Seed seed) {
        var all = new ArrayList<AreaElection>();
        for (var area : areas.of(round)) {
            var projects = candidates.of(round, area.area());
            if (area.takesPart() && !projects.isEmpty()) {
                all.add(new AreaElection(area, projects, election(round, rule, seed, area, projects)));
            }
        }
        return all;
    }

    private Election election(CaseId round, ChoiceRule rule, Seed seed, Share area, List<Candidate> projects) {
        var points =
                rule.way().hasScores() ? scores.results(round, projects, rule.criteria()) : Map.<UUID, Fraction>of();
        var places = new HashMap<Integer, Integer>();
        projects.forEach(one -> places.put(one.number(), places.size()));
        var cast = rule.way().hasBallots() ? ballots.of(round, area.area()) : List.<List<Integer>>of();
        return Election.of(
                area.cents(),
                projects.stream().map(one -> project(one, rule, points)).toList(),
                cast.stream().map(choices -> ballot(choices, places)).toList(),
                rule.ballots(area.cents()),
                rule.counted(seed));
    }

    private static Project project(Candidate one, ChoiceRule rule, Map<UUID, Fraction> points) {
        var score = points.get(one.id());
        return new Project(
                Integer.toString(one.number()),
                one.title(),
                one.cents(),
                one.supporters(),
                score == null ? Map.of() : Map.of(rule.way().ranking(), score));
    }

    /** A project that left the ballot after somebody chose it counts for nobody. */
    private static Ballot ballot(List<Integer> choices, Map<Integer, Integer> places) {
        return new Ballot(choices.stream()
                .filter(places::containsKey)
                .map(number -> new Mark(Objects.requireNonNull(places.get(number)), 1))
                .toList());
    }

    record AreaElection(Share area, List<Candidate> projects, Election election) {

        /** The mean of who scored a project, on a scale up to {@code most}, for reading; none where points decide nothing. */
        @Nullable
        BigDecimal points(int number, long most) {
            return election.projects().stream()
                    .filter(one -> one.id().equals(Integer.toString(number)))
                    .flatMap(one -> one.rankings().values().stream())
                    .findFirst()
                    .map(mean -> mean.times(most).nearest(2))
                    .orElse(null);
        }
    }
}
