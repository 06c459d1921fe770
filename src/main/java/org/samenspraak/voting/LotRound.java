package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.samenspraak.voting.Lot.Candidate;
import org.samenspraak.voting.Lot.Criterion;

/**
 * Draws so many candidates that each value of each criterion has its quota. Whoever is drawn next is the first by lot among those who
 * have the value that is hardest to fill: that with the most places left for each candidate left. When that leaves
 * places open, it is tried again with another lot; when it always does, the attempt that left the fewest holds.
 */
final class LotRound {

    private static final int ATTEMPTS = 100;

    /** A value of a criterion; both in the order of the rule. */
    private record Cell(Criterion criterion, String value) {

        boolean has(Candidate candidate) {
            return candidate.value(criterion).filter(value::equals).isPresent();
        }
    }

    private record Attempt(int number, List<Candidate> drawn, Map<Cell, Long> open) {

        long places() {
            return open.values().stream().mapToLong(it -> it).sum();
        }
    }

    private final int places;
    private final String purpose;
    private final Seed seed;
    private final Map<Cell, Long> quotas = new LinkedHashMap<>();

    LotRound(Lot.Rule rule, int places, String purpose, Seed seed) {
        this.places = places;
        this.purpose = purpose;
        this.seed = seed;
        for (var criterion : rule.criteria()) {
            quotas(criterion, places).forEach((value, quota) -> quotas.put(new Cell(criterion, value), quota));
        }
    }

    /** By value: as the population is, and together all places. */
    static SortedMap<String, Long> quotas(Criterion criterion, int places) {
        var values = List.copyOf(criterion.population().keySet());
        var quota = LargestRemainder.divided(
                places, List.copyOf(criterion.population().values()));
        var all = new TreeMap<String, Long>();
        for (var at = 0; at < values.size(); at++) {
            all.put(values.get(at), quota.get(at));
        }
        return all;
    }

    List<Candidate> draw(List<Candidate> candidates, List<Step> steps) {
        quotas.forEach((cell, quota) ->
                steps.add(Step.of("voting.lot.quota", purpose, cell.criterion().name(), cell.value(), quota)));
        var best = attempt(0, candidates);
        for (var number = 1; number < ATTEMPTS && best.places() > 0; number++) {
            var next = attempt(number, candidates);
            best = next.places() < best.places() ? next : best;
        }
        tell(best, steps);
        return best.drawn();
    }

    private void tell(Attempt attempt, List<Step> steps) {
        steps.add(Step.of("voting.lot.attempt", purpose, attempt.number() + 1));
        attempt.drawn()
                .forEach(it -> steps.add(Step.of("voting.lot.drawn", purpose, it.id(), lot(attempt.number(), it))));
        attempt.open().forEach((cell, open) -> {
            if (open > 0) {
                steps.add(Step.of("voting.lot.open", purpose, cell.criterion().name(), cell.value(), open));
            }
        });
    }

    private Attempt attempt(int number, List<Candidate> candidates) {
        var byLot = candidates.stream()
                .map(it -> Map.entry(lot(number, it), it))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        var open = new LinkedHashMap<>(quotas);
        var pool = new ArrayList<>(byLot);
        var drawn = new LinkedHashSet<Candidate>();
        while (drawn.size() < places && !pool.isEmpty()) {
            leaveFull(pool, open);
            var next = first(pool, hardest(pool, open));
            next.ifPresent(it -> take(it, drawn, open));
            pool.removeAll(drawn);
        }
        var others = new ArrayList<>(byLot);
        others.removeAll(drawn);
        while (drawn.size() < places && !others.isEmpty()) {
            var next = fillsMost(others, open);
            take(next, drawn, open);
            others.remove(next);
        }
        return new Attempt(number, List.copyOf(drawn), open);
    }

    /** When everybody left has a value without places: who fills most of the others, or the quotas of all criteria would suffer for one. */
    private static Candidate fillsMost(List<Candidate> byLot, Map<Cell, Long> open) {
        return byLot.stream()
                .reduce((one, other) -> fills(other, open) > fills(one, open) ? other : one)
                .orElseThrow();
    }

    private static long fills(Candidate candidate, Map<Cell, Long> open) {
        return open.entrySet().stream()
                .filter(cell -> cell.getValue() > 0 && cell.getKey().has(candidate))
                .count();
    }

    private static void take(Candidate candidate, Set<Candidate> drawn, Map<Cell, Long> open) {
        drawn.add(candidate);
        open.replaceAll((cell, left) -> cell.has(candidate) ? Math.max(0, left - 1) : left);
    }

    /** Who has a value whose places are all taken, can't be drawn any more. */
    private static void leaveFull(List<Candidate> pool, Map<Cell, Long> open) {
        open.forEach((cell, left) -> {
            if (left == 0) {
                pool.removeIf(cell::has);
            }
        });
    }

    /** The value with the most places left for each candidate left; of equals the first. */
    private static Optional<Cell> hardest(List<Candidate> pool, Map<Cell, Long> open) {
        @Nullable Cell hardest = null;
        var most = Fraction.ZERO;
        for (var cell : open.entrySet()) {
            var left = pool.stream().filter(cell.getKey()::has).count();
            if (cell.getValue() > 0 && left > 0) {
                var need = Fraction.of(cell.getValue(), left);
                hardest = need.compareTo(most) > 0 ? cell.getKey() : hardest;
                most = need.compareTo(most) > 0 ? need : most;
            }
        }
        return Optional.ofNullable(hardest);
    }

    /** When no value has a place left that somebody could take, those remain who told nothing: anybody. */
    private static Optional<Candidate> first(List<Candidate> byLot, Optional<Cell> cell) {
        return byLot.stream().filter(it -> cell.isEmpty() || cell.get().has(it)).findFirst();
    }

    private String lot(int attempt, Candidate candidate) {
        return seed.lot(purpose + " " + (attempt + 1), candidate.id());
    }
}
