package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Prefill;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.BudgetDecisions.Result;
import org.springframework.stereotype.Component;

/** What the organ reads before it decides: the result of the count, area by area. */
@Component
class DecisionPrefill implements Prefill {

    private static final String COUNTED = "wijkbudget-count";

    private final BudgetDecisions decisions;
    private final BudgetAreas areas;
    private final BudgetRounds rounds;
    private final Submissions submissions;
    private final BudgetWords words;
    private final Dates dates;

    DecisionPrefill(
            BudgetDecisions decisions,
            BudgetAreas areas,
            BudgetRounds rounds,
            Submissions submissions,
            BudgetWords words,
            Dates dates) {
        this.decisions = decisions;
        this.areas = areas;
        this.rounds = rounds;
        this.submissions = submissions;
        this.words = words;
        this.dates = dates;
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
                "countedOn",
                countedOn(round).toString(),
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

    /** The day on which the count was confirmed; where there was nothing to count, the first day of the phase. */
    private LocalDate countedOn(CaseId round) {
        return submissions.of(round).stream()
                .filter(row -> row.formId().equals(COUNTED))
                .findFirst()
                .map(row -> dates.local(row.at()))
                .orElseGet(() -> rounds.phases(round).stream()
                        .filter(days -> days.phase() == Phase.DECISION)
                        .map(PhaseDays::begins)
                        .findFirst()
                        .orElseGet(dates::today));
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
