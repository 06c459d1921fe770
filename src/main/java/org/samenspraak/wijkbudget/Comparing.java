package org.samenspraak.wijkbudget;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Count;
import org.samenspraak.voting.CountRule;
import org.samenspraak.voting.CountRule.Method;
import org.samenspraak.voting.Outcome;
import org.samenspraak.voting.PbClaims;
import org.samenspraak.voting.PbElections;
import org.samenspraak.voting.Step;
import org.springframework.stereotype.Component;

/** Counts the same ballots in every way, and says where and why these differ. */
@Component
class Comparing {

    private static final List<Method> METHODS = List.of(Method.values());

    private final BudgetWords words;

    Comparing(BudgetWords words) {
        this.words = words;
    }

    /** What the ways of counting are called in the messages. */
    static List<String> codes() {
        return METHODS.stream()
                .map(method -> method.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** @throws Refusal for what is no such file */
    Compared compare(String name, byte[] bytes) {
        var file = Counting.parse(bytes);
        var election = PbElections.of(file);
        var own = election.rule().method();
        var outcomes = METHODS.stream()
                .map(method -> Count.of(election.with(by(election.rule(), method))))
                .toList();
        var claims = PbClaims.of(file, election, Count.of(election));
        return new Compared(
                name,
                words.euros(election.budget()),
                IntStream.range(0, METHODS.size())
                        .mapToObj(at -> total(METHODS.get(at), outcomes.get(at)))
                        .toList(),
                IntStream.range(0, election.projects().size())
                        .mapToObj(at -> row(
                                election.projects().get(at).id() + " "
                                        + election.projects().get(at).name(),
                                at,
                                outcomes))
                        .toList(),
                ties(outcomes),
                called(own),
                claims.stream().map(this::say).toList());
    }

    private Total total(Method method, Outcome outcome) {
        return new Total(
                called(method),
                outcome.funded().size(),
                words.euros(outcome.spent()),
                outcome.served(),
                outcome.voters());
    }

    private Row row(String project, int place, List<Outcome> outcomes) {
        var verdicts = outcomes.stream().map(one -> one.verdicts().get(place)).toList();
        var ways = outcomes.stream()
                .map(one -> new Way(one.verdicts().get(place).funded(), isTied(one, place)))
                .toList();
        var why = new LinkedHashMap<String, List<String>>();
        if (ways.stream().map(Way::chosen).distinct().count() > 1) {
            for (var at = 0; at < METHODS.size(); at++) {
                add(why, say(verdicts.get(at).why()), at);
            }
        }
        return new Row(project, verdicts.get(0).votes(), ways, why);
    }

    private static boolean isTied(Outcome outcome, int place) {
        return outcome.ties().stream().anyMatch(tie -> tie.projects()
                .contains(outcome.verdicts().get(place).project()));
    }

    private Map<String, List<String>> ties(List<Outcome> outcomes) {
        var ties = new LinkedHashMap<String, List<String>>();
        for (var at = 0; at < METHODS.size(); at++) {
            for (var tie : outcomes.get(at).ties()) {
                add(ties, String.join(" ", tie.told().stream().map(this::say).toList()), at);
            }
        }
        return ties;
    }

    private void add(Map<String, List<String>> ways, String said, int at) {
        var named = ways.computeIfAbsent(said, it -> new ArrayList<>());
        if (!named.contains(called(METHODS.get(at)))) {
            named.add(called(METHODS.get(at)));
        }
    }

    private String called(Method method) {
        return words.say("wijkbudget.compare.method." + codes().get(METHODS.indexOf(method)));
    }

    private String say(Step step) {
        return words.say(step.key(), step.args());
    }

    /** Only ballots can pay equal shares: other rankings are left out there. */
    private static CountRule by(CountRule rule, Method method) {
        return new CountRule(
                method,
                rule.shares(),
                rule.leastScore(),
                rule.cost(),
                rule.ties(),
                rule.seed(),
                method.isShares() ? new TreeMap<>() : rule.weights());
    }

    /**
     * @param ties by what decided them, the ways in which they came up
     * @param own what the file's own way of counting is called
     * @param claims what the file says of its own vote, beside the count in its own way
     */
    record Compared(
            String name,
            String budget,
            List<Total> totals,
            List<Row> rows,
            Map<String, List<String>> ties,
            String own,
            List<String> claims) {

        public List<Row> differing() {
            return rows.stream().filter(row -> !row.why().isEmpty()).toList();
        }

        public List<Row> same() {
            return rows.stream().filter(row -> row.why().isEmpty()).toList();
        }
    }

    /**
     * @param projects how many get their money
     * @param served how many voters have at least one of these on their ballot
     */
    record Total(String way, int projects, String used, long served, long voters) {}

    /**
     * @param ways one for each way of counting
     * @param why by what the count says, the ways that say it; empty when all agree
     */
    record Row(String project, long votes, List<Way> ways, Map<String, List<String>> why) {}

    /** @param tied whether it was as good as another, and the order of the two could decide */
    record Way(boolean chosen, boolean tied) {}
}
