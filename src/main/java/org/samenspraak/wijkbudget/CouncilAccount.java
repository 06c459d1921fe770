package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Invitations;
import org.samenspraak.deadlines.TermEndings;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.TownAccount;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.springframework.stereotype.Component;

/** What a council spent of the money of a project, when that is closed: the rest has to come back. */
@Component
class CouncilAccount {

    private static final String TERM = "wijkbudget-reclaim";
    private static final GroupId FINANCE = new GroupId("finance", null);

    private final Executions executions;
    private final Pots pots;
    private final TownAccount town;
    private final Cases cases;
    private final TermEndings terms;
    private final Invitations invitations;
    private final StaffNotes staff;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Dates dates;

    CouncilAccount(
            Executions executions,
            Pots pots,
            TownAccount town,
            Cases cases,
            TermEndings terms,
            Invitations invitations,
            StaffNotes staff,
            Timeline timeline,
            BudgetWords words,
            Dates dates) {
        this.executions = executions;
        this.pots = pots;
        this.town = town;
        this.cases = cases;
        this.terms = terms;
        this.invitations = invitations;
        this.staff = staff;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
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
            tell(project, said, council, by);
        }
    }

    /** The council reads by when, to which account and how to name it; finance reads the same. */
    private void tell(BudgetProject project, String said, CouncilId council, Actor by) {
        var file = cases.get(project.caseId());
        var until = words.dutchDay(
                terms.count(file.regulation(), TERM, dates.today()).lastDay());
        var account = town.number().map(number -> number + ", " + town.holder()).orElse("");
        var told = Map.of("subject", project.title(), "reason", said, "taken", until, "changes", account);
        invitations.tellAll(project.caseId(), "project-reclaim", Map.of("told", List.of(told)), List.of(council), by);
        var lines = new ArrayList<>(List.of(said, words.dutch("wijkbudget.account.back", until, file.number())));
        if (!account.isEmpty()) {
            lines.add(words.dutch("wijkbudget.account.to", account));
        }
        staff.tell(List.of(FINANCE), "wijkbudget.account.subject", lines, "/geld/terug");
    }
}
