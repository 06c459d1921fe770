package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Prefill;
import org.samenspraak.forms.Submissions;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.BudgetDecisions.Result;
import org.samenspraak.wijkbudget.ProjectAdvices.OfRound;
import org.springframework.stereotype.Component;

/** What the organ reads before it decides: the result of the count, area by area, with what committee and departments said. */
@Component
class DecisionPrefill implements Prefill {

    private static final String COUNTED = "wijkbudget-count";

    private final BudgetDecisions decisions;
    private final BudgetAreas areas;
    private final BudgetRounds rounds;
    private final ProjectAdvices advices;
    private final ProjectAnswers answers;
    private final RoleNames roles;
    private final Submissions submissions;
    private final BudgetWords words;
    private final Dates dates;

    DecisionPrefill(
            BudgetDecisions decisions,
            BudgetAreas areas,
            BudgetRounds rounds,
            ProjectAdvices advices,
            ProjectAnswers answers,
            RoleNames roles,
            Submissions submissions,
            BudgetWords words,
            Dates dates) {
        this.decisions = decisions;
        this.areas = areas;
        this.rounds = rounds;
        this.advices = advices;
        this.answers = answers;
        this.roles = roles;
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
        var said = said(round);
        var shares = areas.of(round).stream()
                .filter(share -> results.stream()
                        .anyMatch(result -> result.area().equals(share.area().value())))
                .map(share -> words.say("wijkbudget.decision.area", share.name(), words.euros(share.cents())) + "\n"
                        + results.stream()
                                .filter(result ->
                                        result.area().equals(share.area().value()))
                                .flatMap(result -> Stream.concat(
                                        Stream.of(line(result)), said.getOrDefault(result.id(), List.of()).stream()))
                                .collect(Collectors.joining("\n")));
        var noticed = submissions
                .latest(round, COUNTED)
                .map(answers -> IdeaIntake.text(answers, "countRemarks"))
                .filter(text -> !text.isEmpty())
                .map(text -> words.say("wijkbudget.decision.noticed", text));
        return Stream.concat(noticed.stream(), shares).collect(Collectors.joining("\n\n"));
    }

    /** What committee and departments said of each project. */
    private Map<UUID, List<String>> said(CaseId round) {
        var said = new HashMap<UUID, List<String>>();
        advices.in(round).forEach(one -> said.computeIfAbsent(one.project(), any -> new ArrayList<>())
                .add(advised(one)));
        answers.conditions(round).forEach(one -> said.computeIfAbsent(one.project(), any -> new ArrayList<>())
                .add(words.say(
                        "wijkbudget.decision.department",
                        roles.of(one.group()),
                        words.say("wijkbudget.project.answer." + one.answer()),
                        Objects.requireNonNullElse(one.words(), ""))));
        return said;
    }

    /** An advice of few members says so. */
    private String advised(OfRound one) {
        var few = one.fewWhy();
        if (one.advice().equals(ProjectAdvices.NONE)) {
            return words.say("wijkbudget.decision.not-advised", Objects.requireNonNullElse(few, ""));
        }
        var said = words.say(
                one.points() == null ? "wijkbudget.decision.advised" : "wijkbudget.decision.advised-points",
                words.say("wijkbudget.advice." + one.advice()),
                Objects.requireNonNullElse(one.consensus(), ""),
                Objects.requireNonNullElse(one.points(), BigDecimal.ZERO));
        return few == null
                ? said
                : said + "\n" + words.say("wijkbudget.decision.of-few", one.gave(), one.members(), few);
    }

    /** With why the count chose it or not. */
    private String line(Result result) {
        var line = words.say(
                result.counted() ? "wijkbudget.decision.counted" : "wijkbudget.decision.not",
                result.number(),
                result.title(),
                words.euros(result.cents()),
                result.votes() == null ? 0 : result.votes());
        var why = words.english() ? result.reasonEn() : result.reason();
        return why == null ? line : line + ". " + why;
    }
}
