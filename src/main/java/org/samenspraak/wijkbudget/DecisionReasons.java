package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.wijkbudget.BudgetDecisions.Result;
import org.springframework.stereotype.Component;

/** What who handed in an idea reads of the decision on a project that came of it, in Dutch: why, by which decision, and how to object. */
@Component
class DecisionReasons {

    private final BudgetDecisions decisions;
    private final FewBallots few;
    private final ChoiceRules choices;
    private final Cases cases;
    private final Regulations regulations;
    private final BudgetWords words;

    DecisionReasons(
            BudgetDecisions decisions,
            FewBallots few,
            ChoiceRules choices,
            Cases cases,
            Regulations regulations,
            BudgetWords words) {
        this.decisions = decisions;
        this.few = few;
        this.choices = choices;
        this.cases = cases;
        this.regulations = regulations;
        this.words = words;
    }

    /** By project, once proposers are told. */
    Map<UUID, Told> told(CaseId round) {
        return decisions.find(round).filter(BudgetDecisions.Decision::told).isEmpty()
                ? Map.of()
                : of(round).stream()
                        .collect(Collectors.toMap(one -> one.result().id(), one -> one));
    }

    /** Of a round that was decided. */
    List<Told> of(CaseId round) {
        var small = few.areas(round);
        var decision = decisions.find(round).orElseThrow();
        var decided = words.dutch("wijkbudget.decision.decided", words.dutchDay(decision.day()), decision.number());
        var objection =
                regulations.objection(cases.get(round).regulation(), "decided").value();
        var most = choices.of(round).criteria().get(0).most();
        // a letter goes before that
        var when = decisions.arePublic(round) ? "" : " " + words.dutch("wijkbudget.decision.soon");
        return decisions.results(round).stream()
                .map(result ->
                        new Told(result, why(result, small.contains(result.area()), most, when), decided, objection))
                .toList();
    }

    /**
     * What a chosen one gets, how many voted for it and, where points decide too, which it got, or why the count left it out; where the organ deviated also what the count said.
     * Nobody is told how few people voted.
     *
     * @param when the count can be read; empty once it can
     */
    private String why(Result result, boolean small, long most, String when) {
        var votes = small ? 0 : Objects.requireNonNullElse(result.votes(), 0L);
        if (result.deviation() != null) {
            return words.dutch(
                    result.chosen() ? "wijkbudget.decision.deviates-in" : "wijkbudget.decision.deviates-out",
                    votes,
                    result.deviation(),
                    BigDecimal.valueOf(result.cents(), 2),
                    points(result, small, most));
        }
        if (small) {
            return words.dutch("wijkbudget.decision.few", BallotRows.LEAST);
        }
        return result.chosen() && result.votes() != null
                ? words.dutch(
                        "wijkbudget.decision.gets",
                        BigDecimal.valueOf(result.cents(), 2),
                        votes,
                        points(result, small, most),
                        when)
                : Objects.requireNonNullElseGet(result.reason(), () -> words.dutch("wijkbudget.decision.not-counted"));
    }

    private String points(Result result, boolean small, long most) {
        return small || result.points() == null ? "" : words.dutch("wijkbudget.decision.points", result.points(), most);
    }

    /**
     * @param decided by which decision of which day
     * @param objection as the regulation of the round says it
     */
    record Told(Result result, String why, String decided, String objection) {

        /** For a text. */
        Map<String, Object> fields() {
            return Map.of(
                    "told",
                    List.of(Map.of(
                            "subject", result.title(), "reason", why, "taken", decided, "objection", objection)));
        }
    }
}
