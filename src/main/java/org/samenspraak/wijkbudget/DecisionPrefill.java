package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Prefill;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.BudgetDecisions.Result;
import org.springframework.stereotype.Component;

/** What the organ reads before it decides: the result of the count, area by area. */
@Component
class DecisionPrefill implements Prefill {

    private final BudgetDecisions decisions;
    private final BudgetAreas areas;
    private final BudgetRounds rounds;
    private final BudgetWords words;

    DecisionPrefill(BudgetDecisions decisions, BudgetAreas areas, BudgetRounds rounds, BudgetWords words) {
        this.decisions = decisions;
        this.areas = areas;
        this.rounds = rounds;
        this.words = words;
    }

    @Override
    public String source() {
        return "decision";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return trajectory.equals(BudgetRound.TRAJECTORY);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        return caseId == null || rounds.find(caseId).isEmpty() ? Map.of() : of(caseId);
    }

    private Map<String, Object> of(CaseId round) {
        var results = decisions.results(round);
        return Map.of(
                "results",
                results.isEmpty() ? words.say("wijkbudget.decision.nothing") : lines(round, results),
                "projects",
                results.stream()
                        .map(result -> Map.of(
                                "value",
                                result.id().toString(),
                                "label",
                                result.areaName() + ": " + result.number() + ". " + result.title()))
                        .toList());
    }

    private String lines(CaseId round, List<Result> results) {
        return areas.of(round).stream()
                .filter(share -> results.stream()
                        .anyMatch(result -> result.area().equals(share.area().value())))
                .map(share -> words.say("wijkbudget.decision.area", share.name(), words.euros(share.cents())) + "\n"
                        + results.stream()
                                .filter(result ->
                                        result.area().equals(share.area().value()))
                                .map(this::line)
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n\n"));
    }

    private String line(Result result) {
        return words.say(
                result.counted() ? "wijkbudget.decision.counted" : "wijkbudget.decision.not",
                result.number(),
                result.title(),
                words.euros(result.cents()),
                result.votes() == null ? 0 : result.votes());
    }
}
