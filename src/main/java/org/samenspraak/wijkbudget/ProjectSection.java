package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.DossierSection;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;

/** What a project is, which ideas it came of, and what departments and committee say; in its dossier and beside its tasks. */
@Component
class ProjectSection implements DossierSection {

    private final BudgetProjects projects;
    private final ProjectAnswers answers;
    private final ProjectAdvices advice;
    private final ProjectScores scores;
    private final ProjectInterests interests;
    private final CohortRows ideas;
    private final Cases cases;
    private final BudgetWords words;
    private final Dates dates;

    ProjectSection(
            BudgetProjects projects,
            ProjectAnswers answers,
            ProjectAdvices advice,
            ProjectScores scores,
            ProjectInterests interests,
            CohortRows ideas,
            Cases cases,
            BudgetWords words,
            Dates dates) {
        this.projects = projects;
        this.answers = answers;
        this.advice = advice;
        this.scores = scores;
        this.interests = interests;
        this.ideas = ideas;
        this.cases = cases;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String titleKey() {
        return "wijkbudget.project.title";
    }

    @Override
    public String template() {
        return "wijkbudget/project-section";
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return view.trajectory().equals(BudgetProject.TRAJECTORY)
                && projects.find(view.id()).isPresent();
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    @Override
    public Object data(CaseView view) {
        var project = projects.get(view.id());
        var round = cases.get(project.round());
        return new Shown(
                view.number(),
                project,
                round.number(),
                round.title(),
                ideas.of(project.id()),
                answers.of(project.id()),
                advice.of(project.id()).orElse(null),
                scores.spread(project),
                List.copyOf(interests.of(project).values()),
                scores.most(project),
                words,
                dates.today());
    }

    record Shown(
            String number,
            BudgetProject project,
            String round,
            String roundTitle,
            List<CohortRows.Named> ideas,
            List<ProjectAnswers.Row> answers,
            ProjectAdvices.@Nullable Given advice,
            List<ProjectScores.Spread> spread,
            List<String> conflicts,
            int most,
            BudgetWords words,
            LocalDate today) {}
}
