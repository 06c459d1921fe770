package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which decision chosen projects stopped and what became of their money, for everybody. */
@Service
public class PublicStops {

    private final PublicRoundRows rows;
    private final BudgetDecisions decisions;
    private final BudgetProjects projects;
    private final Submissions submissions;
    private final Pots pots;
    private final Dates dates;

    PublicStops(
            PublicRoundRows rows,
            BudgetDecisions decisions,
            BudgetProjects projects,
            Submissions submissions,
            Pots pots,
            Dates dates) {
        this.rows = rows;
        this.decisions = decisions;
        this.projects = projects;
        this.submissions = submissions;
        this.pots = pots;
        this.dates = dates;
    }

    /** None of a project that the organ did not stop, and before everybody may read that it was chosen. */
    @Transactional(readOnly = true)
    public Optional<PublicResult.Stop> of(String round, UUID project) {
        return rows.find(round)
                .map(row -> new CaseId(row.id()))
                .filter(decisions::arePublic)
                .flatMap(id -> projects.byId(project).filter(one -> one.round().equals(id)))
                .filter(one -> one.state() == State.STOPPED)
                .flatMap(this::stop);
    }

    private Optional<PublicResult.Stop> stop(BudgetProject project) {
        return submissions.of(project.caseId()).stream()
                .filter(row -> row.formId().equals(ProjectEnding.FORM))
                .findFirst()
                .map(row -> stop(
                        project,
                        dates.local(row.at()),
                        submissions.get(project.caseId(), row.id()).answers()));
    }

    private PublicResult.Stop stop(BudgetProject project, LocalDate day, Answers answers) {
        var number = IdeaIntake.text(answers, "decisionNumber");
        var cents = Objects.requireNonNullElse(project.cents(), 0L);
        return pots.held(project.caseId())
                .map(held -> new PublicResult.Stop(
                        number,
                        day,
                        held.paid().plus(held.owed()).cents(),
                        cents - held.used().cents()))
                .orElseGet(() -> new PublicResult.Stop(number, day, 0, cents));
    }
}
