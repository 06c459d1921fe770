package org.samenspraak.voting;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts equals in the order of the regulation. */
final class Ties {

    private static final String PURPOSE = "tie";

    private final Tally tally;
    private final List<TieRule> rules;
    private final Map<Integer, String> lots = new HashMap<>();
    private final int[] rank;

    Ties(Tally tally) {
        this.tally = tally;
        this.rules = tally.election().rule().ties();
        this.rank = new int[tally.votes().size()];
        var order =
                rules.stream().map(this::by).reduce(Comparator::thenComparing).orElseThrow();
        var ranked = IntStream.range(0, rank.length).boxed().sorted(order).toList();
        IntStream.range(0, rank.length).forEach(it -> rank[ranked.get(it)] = it);
    }

    List<Integer> ordered(Collection<Integer> tied) {
        return tied.stream().sorted(Comparator.comparingInt(it -> rank[it])).toList();
    }

    /** Says in which order equals were put, and by which rules and numbers, also where these were equal; with the lots when these were needed. */
    List<Step> told(List<Integer> ordered) {
        var told = new ArrayList<>(List.of(Step.of("voting.tie", each(ordered, it -> ""))));
        var last = IntStream.range(0, rules.size())
                .filter(at -> separates(rules.get(at), ordered))
                .max()
                .orElse(-1);
        rules.subList(0, last + 1).forEach(rule -> told.add(told(rule, ordered)));
        if (separates(TieRule.LOT, ordered)) {
            ordered.forEach(it -> told.add(Step.of("voting.tie.lot", project(it).label(), lot(it))));
        }
        return told;
    }

    private Step told(TieRule rule, List<Integer> ordered) {
        var key = "voting.tie.by." + rule.code() + (separates(rule, ordered) ? "" : ".even");
        return switch (rule) {
            case CHEAPER, DEARER ->
                Step.of(key, each(ordered, it -> ": " + Money.text(project(it).cost())));
            case SUPPORTERS ->
                Step.of(key, each(ordered, it -> ": " + project(it).supporters()));
            case VOTES -> Step.of(key, each(ordered, it -> ": " + tally.votes().get(it)));
            case LOT, NUMBER -> Step.of(key);
        };
    }

    private String each(List<Integer> ordered, Function<Integer, String> value) {
        return ordered.stream().map(it -> project(it).label() + value.apply(it)).collect(Collectors.joining(" | "));
    }

    /** Whether two neighbours were still equal under all rules before this one, and are not under this one. */
    private boolean separates(TieRule rule, List<Integer> ordered) {
        var at = rules.indexOf(rule);
        if (at < 0) {
            return false;
        }
        for (var i = 1; i < ordered.size(); i++) {
            var one = ordered.get(i - 1);
            var other = ordered.get(i);
            var equalBefore = rules.subList(0, at).stream().allMatch(it -> by(it).compare(one, other) == 0);
            if (equalBefore && by(rule).compare(one, other) != 0) {
                return true;
            }
        }
        return false;
    }

    private Comparator<Integer> by(TieRule rule) {
        return switch (rule) {
            case CHEAPER -> Comparator.comparingLong(it -> project(it).cost());
            case DEARER -> Comparator.comparingLong(it -> -project(it).cost());
            case SUPPORTERS -> Comparator.comparing(it -> project(it).supporters(), Comparator.reverseOrder());
            case VOTES -> Comparator.comparing(it -> tally.votes().get(it), Comparator.reverseOrder());
            case LOT -> Comparator.comparing(this::lot);
            case NUMBER -> Comparator.comparing(it -> project(it).id(), byNumber());
        };
    }

    private String lot(int project) {
        var seed = tally.election().rule().seed().orElseThrow();
        return lots.computeIfAbsent(project, it -> seed.lot(PURPOSE, project(it).id()));
    }

    private Project project(int index) {
        return tally.election().projects().get(index);
    }

    /** Numbers first, by their size; then texts. */
    private static Comparator<String> byNumber() {
        return Comparator.comparing(Ties::isNumber, Comparator.reverseOrder())
                .thenComparing(it -> isNumber(it) ? new BigInteger(it) : BigInteger.ZERO)
                .thenComparing(Comparator.naturalOrder());
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(it -> '0' <= it && it <= '9');
    }
}
