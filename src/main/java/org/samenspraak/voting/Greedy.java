package org.samenspraak.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The best score first, as long as there is money. */
final class Greedy {

    private final Minutes minutes;
    private final Ties ties;
    /** Whether the first that does not fit ends it, or is passed over. */
    private final boolean stops;

    private boolean stopped;

    Greedy(Minutes minutes, Ties ties, boolean stops) {
        this.minutes = minutes;
        this.ties = ties;
        this.stops = stops;
    }

    void count(List<Integer> candidates, Map<Integer, Fraction> scores) {
        var byScore = new TreeMap<Fraction, List<Integer>>();
        candidates.forEach(it -> byScore.computeIfAbsent(scores.get(it), score -> new ArrayList<>())
                .add(it));
        byScore.descendingMap().values().forEach(it -> equals(ties.ordered(it)));
    }

    private void equals(List<Integer> ordered) {
        if (isDecisive(ordered)) {
            minutes.tie(ordered, ties.told(ordered));
        }
        ordered.forEach(this::judge);
    }

    /** Whether another order among these could end otherwise: some fit, but not all of them together. */
    private boolean isDecisive(List<Integer> ordered) {
        var fitting = ordered.stream().filter(this::fits).toList();
        var rivals = stops ? ordered : fitting;
        var together =
                rivals.stream().mapToLong(it -> minutes.project(it).cost()).sum();
        return !stopped && !fitting.isEmpty() && rivals.size() > 1 && together > minutes.left();
    }

    private void judge(int project) {
        if (stopped) {
            minutes.refuse(project, "voting.greedy.after");
        } else if (fits(project)) {
            var left = minutes.left() - minutes.project(project).cost();
            minutes.fund(project, "voting.greedy.funded", Money.euros(left));
        } else {
            stopped = stops;
            var key = stops ? "voting.greedy.stops" : "voting.greedy.over";
            minutes.refuse(project, key, Money.euros(minutes.left()));
        }
    }

    private boolean fits(int project) {
        return minutes.project(project).cost() <= minutes.left();
    }
}
