package org.samenspraak.wijkbudget;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.DossierSection;
import org.samenspraak.council.Councils;
import org.samenspraak.ledger.Held;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.samenspraak.wijkbudget.Execution.Progress;
import org.springframework.stereotype.Component;

/** In the dossier of a project: the agreement, its milestones and money, and what its initiator told. */
@Component
class ExecutionSection implements DossierSection {

    private final BudgetProjects projects;
    private final Executions executions;
    private final AgreementText agreement;
    private final IdeaSupporters supporters;
    private final Councils councils;
    private final Pots pots;
    private final HandingOver handingOver;
    private final Dates dates;

    ExecutionSection(
            BudgetProjects projects,
            Executions executions,
            AgreementText agreement,
            IdeaSupporters supporters,
            Councils councils,
            Pots pots,
            HandingOver handingOver,
            Dates dates) {
        this.projects = projects;
        this.executions = executions;
        this.agreement = agreement;
        this.supporters = supporters;
        this.councils = councils;
        this.pots = pots;
        this.handingOver = handingOver;
        this.dates = dates;
    }

    @Override
    public String titleKey() {
        return "wijkbudget.execution.title";
    }

    @Override
    public String template() {
        return "wijkbudget/execution-section";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean shownFor(CaseView view) {
        return view.trajectory().equals(BudgetProject.TRAJECTORY)
                && projects.find(view.id())
                        .flatMap(project -> executions.find(project.id()))
                        .isPresent();
    }

    @Override
    public boolean isBesideTask() {
        return true;
    }

    @Override
    public Object data(CaseView view) {
        var project = projects.get(view.id());
        var execution = executions.get(project.id());
        return new Shown(
                execution,
                execution.isLate(dates.today()),
                execution.initiator() == null
                        ? null
                        : supporters
                                .find(execution.initiator())
                                .map(Idea.Supporter::name)
                                .orElse(null),
                execution.council() == null
                        ? null
                        : councils.get(execution.council()).name(),
                agreement.signatures(execution, null),
                handingOver.pending(project).orElse(null),
                executions.milestones(project.id()),
                executions.progress(project.id()),
                pots.held(view.id()).orElse(null),
                view.number());
    }

    record Shown(
            Execution execution,
            boolean late,
            @Nullable String initiator,
            @Nullable String council,
            List<String> signatures,
            @Nullable String handOver,
            List<Milestone> milestones,
            List<Progress> progress,
            @Nullable Held held,
            String number) {}
}
