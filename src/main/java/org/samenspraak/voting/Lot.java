package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.samenspraak.kernel.Refusal;

/**
 * Draws a panel by lot, spread over criteria as the population is. Everything follows from the rule, the candidates and a seed whose hash
 * was published before: who gets these can repeat the draw to the letter. docs/adr/0014 says how.
 */
public final class Lot {

    public static final int MOST_CRITERIA = 6;

    /** Key of the step in which a reserve drops out. */
    public static final String RESERVE_GONE = "voting.lot.reserve-gone";

    /** A thing that candidates differ in, with how many of the population have each value. */
    public record Criterion(String name, SortedMap<String, Long> population) {

        public Criterion {
            population = new TreeMap<>(population);
            if (population.values().stream().anyMatch(it -> it < 0)
                    || population.values().stream().allMatch(it -> it == 0)) {
                throw new Refusal("voting.lot.population", name);
            }
        }
    }

    public record Rule(List<Criterion> criteria, int members, int reserves) {

        public Rule {
            criteria = List.copyOf(criteria);
            if (criteria.size() > MOST_CRITERIA) {
                throw Refusal.of("criteria", "voting.lot.criteria", MOST_CRITERIA);
            }
            if (members <= 0 || reserves < 0) {
                throw Refusal.of("members", "voting.lot.members");
            }
        }
    }

    /** @param values by criterion; what somebody did not tell is absent, and takes no place of any value */
    public record Candidate(String id, Map<String, String> values) {

        public Candidate {
            values = Map.copyOf(values);
        }

        Optional<String> value(Criterion criterion) {
            return Optional.ofNullable(values.get(criterion.name()));
        }
    }

    /**
     * @param members in the order in which they were drawn
     * @param reserves likewise
     * @param steps with the ids of candidates: for who checks the draw, not for the public
     */
    public record Draw(Rule rule, List<Candidate> members, List<Candidate> reserves, List<Step> steps) {

        public Draw {
            members = List.copyOf(members);
            reserves = List.copyOf(reserves);
            steps = List.copyOf(steps);
        }

        public byte[] bytes() {
            return Step.bytes(steps);
        }

        /** A member or a reserve, however their number is typed. */
        public Optional<Candidate> find(String id) {
            return Stream.concat(members.stream(), reserves.stream())
                    .filter(one -> one.id().equalsIgnoreCase(id))
                    .findFirst();
        }
    }

    /**
     * How many members should have a value and how many do, those who came in the place of others too.
     *
     * @param wanted by the population
     */
    public record Quota(String value, long wanted, long got) {

        public boolean isMissed() {
            return got < wanted;
        }
    }

    private Lot() {}

    /** By value. With numbers under five: not for the public. */
    public static List<Quota> quotas(Draw draw, Criterion criterion) {
        return LotRound.quotas(criterion, draw.rule().members()).entrySet().stream()
                .map(quota -> new Quota(
                        quota.getKey(),
                        quota.getValue(),
                        draw.members().stream()
                                .filter(it -> it.value(criterion)
                                        .filter(quota.getKey()::equals)
                                        .isPresent())
                                .count()))
                .toList();
    }

    /** @throws Refusal when candidates are too few, or have a value that the population does not know */
    public static Draw draw(Rule rule, List<Candidate> candidates, Seed seed) {
        check(rule, candidates);
        var steps = new ArrayList<Step>();
        steps.add(Step.of("voting.lot.start", candidates.size(), rule.members(), rule.reserves(), seed.commitment()));
        var members = new LotRound(rule, rule.members(), "panel", seed).draw(candidates, steps);
        var others = candidates.stream().filter(it -> !members.contains(it)).toList();
        var number = Math.min(rule.reserves(), others.size());
        var reserves = new LotRound(rule, number, "reserve", seed).draw(others, steps);
        return new Draw(rule, members, reserves, steps);
    }

    private static void check(Rule rule, List<Candidate> candidates) {
        if (candidates.size() < rule.members()) {
            throw new Refusal("voting.lot.few", candidates.size(), rule.members());
        }
        var ids = new HashSet<String>();
        for (var candidate : candidates) {
            if (!ids.add(candidate.id())) {
                throw new Refusal("voting.lot.twice", candidate.id());
            }
            for (var criterion : rule.criteria()) {
                var value = candidate.value(criterion);
                if (value.filter(it -> !criterion.population().containsKey(it)).isPresent()) {
                    throw new Refusal("voting.lot.value", candidate.id(), criterion.name(), value.get());
                }
            }
        }
    }

    /**
     * Puts a reserve in the place of a member who drops out: the first one with the same values; when there is none, the first
     * among those who differ in the fewest criteria. A reserve who drops out takes no place any more.
     *
     * @throws Refusal when this is neither
     */
    public static Draw replace(Draw draw, String dropped) {
        var members = new ArrayList<>(draw.members());
        var reserves = new ArrayList<>(draw.reserves());
        var steps = new ArrayList<>(draw.steps());
        if (reserves.removeIf(it -> it.id().equals(dropped))) {
            steps.add(Step.of(RESERVE_GONE, dropped));
            return new Draw(draw.rule(), members, reserves, steps);
        }
        var gone = members.stream()
                .filter(it -> it.id().equals(dropped))
                .findFirst()
                .orElseThrow(() -> new Refusal("voting.lot.no-member", dropped));
        var place = members.indexOf(gone);
        var nearest = reserves.stream()
                .reduce((one, other) ->
                        differences(draw.rule(), gone, other) < differences(draw.rule(), gone, one) ? other : one);
        if (nearest.isEmpty()) {
            members.remove(place);
            steps.add(Step.of("voting.lot.no-reserve", dropped));
        } else {
            members.set(place, nearest.get());
            reserves.remove(nearest.get());
            var differences = differences(draw.rule(), gone, nearest.get());
            steps.add(
                    differences == 0
                            ? Step.of(
                                    "voting.lot.replaced",
                                    dropped,
                                    nearest.get().id())
                            : Step.of(
                                    "voting.lot.replaced-near",
                                    dropped,
                                    nearest.get().id(),
                                    differences));
        }
        return new Draw(draw.rule(), members, reserves, steps);
    }

    private static long differences(Rule rule, Candidate one, Candidate other) {
        return rule.criteria().stream()
                .filter(it -> !one.value(it).equals(other.value(it)))
                .count();
    }
}
