package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Invitations;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.springframework.stereotype.Component;

/** What a council spent of the money of a project, when that is closed: the rest has to come back. */
@Component
class CouncilAccount {

    private final Executions executions;
    private final Pots pots;
    private final Invitations invitations;
    private final Timeline timeline;
    private final BudgetWords words;

    CouncilAccount(Executions executions, Pots pots, Invitations invitations, Timeline timeline, BudgetWords words) {
        this.executions = executions;
        this.pots = pots;
        this.invitations = invitations;
        this.timeline = timeline;
        this.words = words;
    }

    /** Of the milestones that were reached while it held the money, in cents. */
    long got(BudgetProject project) {
        return executions.milestones(project.id()).stream()
                .filter(one -> one.done() && one.spent() == null)
                .mapToLong(Milestone::cents)
                .sum();
    }

    /**
     * Nothing where the form did not ask.
     *
     * @throws Refusal for more than it got
     */
    void close(BudgetProject project, Answers answers, Actor by) {
        var typed = IdeaIntake.text(answers, "councilSpent");
        var council = executions.get(project.id()).council();
        if (typed.isEmpty() || council == null) {
            return;
        }
        var got = got(project);
        var spent = new BigDecimal(typed).movePointRight(2).longValueExact();
        if (spent > got) {
            throw Refusal.of("councilSpent", "wijkbudget.refusal.council-spent", words.euros(got));
        }
        var said =
                words.dutch("wijkbudget.account.said", words.euros(got), words.euros(spent), words.euros(got - spent));
        timeline.add(
                project.caseId(),
                "wijkbudget.council-accounted",
                Map.of(),
                said + " " + IdeaIntake.text(answers, "accounted"),
                by);
        if (spent < got) {
            pots.reclaim(project.caseId(), got - spent, by);
            var told = Map.<String, Object>of("told", List.of(Map.of("subject", project.title(), "reason", said)));
            invitations.tellAll(project.caseId(), "project-reclaim", told, List.of(council), by);
        }
    }
}
