package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Prefill;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Person;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Decisions;
import org.springframework.stereotype.Component;

/** What the forms about a project know already. */
@Component
class ProjectPrefill implements Prefill {

    private final BudgetProjects projects;
    private final ProjectAnswers answers;
    private final ProjectFeasibility feasibility;
    private final ProjectScores scores;
    private final ProjectInterests interests;
    private final People people;
    private final Decisions decisions;
    private final BudgetWords words;

    ProjectPrefill(
            BudgetProjects projects,
            ProjectAnswers answers,
            ProjectFeasibility feasibility,
            ProjectScores scores,
            ProjectInterests interests,
            People people,
            Decisions decisions,
            BudgetWords words) {
        this.projects = projects;
        this.answers = answers;
        this.feasibility = feasibility;
        this.scores = scores;
        this.interests = interests;
        this.people = people;
        this.decisions = decisions;
        this.words = words;
    }

    @Override
    public String source() {
        return "project";
    }

    @Override
    public boolean speaksOf(String trajectory) {
        return trajectory.equals(BudgetProject.TRAJECTORY);
    }

    @Override
    public Map<String, Object> known(@Nullable CaseId caseId, Actor by) {
        return caseId == null
                ? Map.of()
                : projects.find(caseId).map(project -> of(project, by)).orElseGet(Map::of);
    }

    private Map<String, Object> of(BudgetProject project, Actor by) {
        var rows = answers.of(project.id());
        var known = new HashMap<String, Object>();
        known.put("departments", proposed(project));
        known.put("question", Objects.requireNonNullElse(project.question(), ""));
        known.put(
                "limits",
                words.say(
                        "wijkbudget.idea.limits",
                        words.euros(feasibility.limit(project, "project.minimum")),
                        words.euros(feasibility.limit(project, "project.maximum"))));
        if (project.state() == BudgetProject.State.FEASIBLE) {
            known.put("scores", scores(project));
            advising(project, by, known);
        }
        known.put("cost", sum(rows, ProjectAnswers.Row::cents));
        known.put("yearly", sum(rows, ProjectAnswers.Row::yearlyCents));
        var refusals = rows.stream()
                .filter(row -> "NO".equals(row.answer()))
                .map(ProjectAnswers.Row::words)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        if (!refusals.isEmpty()) {
            known.put("refusals", refusals);
        }
        return known;
    }

    /** Who of the committee gave points, who did not yet, and who is left out. */
    private String scores(BudgetProject project) {
        var gave =
                scores.signed(project).stream().map(ProjectScores.Signed::name).toList();
        var leftOut = List.copyOf(interests.of(project).values());
        var open = people.inGroup(ProjectPages.COMMITTEE).stream()
                .map(Person::name)
                .filter(name -> !gave.contains(name) && !leftOut.contains(name))
                .toList();
        return words.say("wijkbudget.project.scores", named(gave), named(open), named(leftOut));
    }

    /** Why a member is left out; why an advice would be of few, until more than the regulation asks gave points or declared an interest. */
    private void advising(BudgetProject project, Actor by, Map<String, Object> known) {
        if (interests.isLeftOut(project, by)) {
            known.put("leftOut", words.say("wijkbudget.project.left-out-task"));
        }
        var members = interests.members();
        var spoke = scores.signed(project).size() + interests.of(project).size();
        if (members > 0 && interests.isFew(project, spoke)) {
            interests
                    .quorum(project)
                    .ifPresent(quorum -> known.put(
                            "few", words.say("wijkbudget.project.few", spoke, members, quorum.toPlainString())));
        }
    }

    private String named(List<String> names) {
        return names.isEmpty() ? words.say("wijkbudget.project.nobody") : String.join(", ", names);
    }

    /** Those of its themes, by the table of the trajectory. */
    private List<String> proposed(BudgetProject project) {
        if (project.themes().isEmpty()) {
            return List.of();
        }
        var asked = project.themes().stream()
                .map(theme -> Map.<String, Object>of("theme", theme))
                .toList();
        return decisions.evaluate(project.caseId(), ProjectEdits.TABLE, asked).stream()
                .flatMap(List::stream)
                .map(line -> String.valueOf(line.get("department")))
                .distinct()
                .toList();
    }

    /** Each department gives its own part; in euros. */
    private static String sum(List<ProjectAnswers.Row> rows, Function<ProjectAnswers.Row, @Nullable Long> part) {
        var cents = rows.stream()
                .map(part)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
