package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.samenspraak.wijkbudget.ProjectAnswers.Said;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether a project can be done and what it costs: the departments say so, the office fixes it. */
@Service
class ProjectFeasibility {

    private static final Map<String, String> ANSWERS = Map.of("yes", "YES", "if", "IF", "no", "NO");

    private final BudgetProjects projects;
    private final ProjectAnswers answers;
    private final BudgetRounds rounds;
    private final IdeaSupporters supporters;
    private final IdeaMails mails;
    private final Cases cases;
    private final Regulations regulations;
    private final Submissions submissions;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Dates dates;
    private final Clock clock;

    ProjectFeasibility(
            BudgetProjects projects,
            ProjectAnswers answers,
            BudgetRounds rounds,
            IdeaSupporters supporters,
            IdeaMails mails,
            Cases cases,
            Regulations regulations,
            Submissions submissions,
            Timeline timeline,
            BudgetWords words,
            Dates dates,
            Clock clock) {
        this.projects = projects;
        this.answers = answers;
        this.rounds = rounds;
        this.supporters = supporters;
        this.mails = mails;
        this.cases = cases;
        this.regulations = regulations;
        this.submissions = submissions;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
        this.clock = clock;
    }

    /** The departments that the office chose. */
    @Transactional
    public void ask(CaseId caseId) {
        var sent = sent(caseId, "wijkbudget-departments");
        var chosen = ((List<?>) Objects.requireNonNull(sent.values().get("departments"), "departments"))
                .stream().map(Object::toString).toList();
        projects.ask(caseId, sent.text("question"));
        answers.ask(projects.get(caseId).id(), chosen, dates.today());
    }

    List<String> awaited(CaseId caseId) {
        return answers.awaited(projects.get(caseId).id());
    }

    /** What a department sent a moment ago. */
    @Transactional
    public void answered(CaseId caseId, String department, Actor by) {
        var sent = sent(caseId, "wijkbudget-feasibility");
        var feasible = Objects.requireNonNull(sent.text("feasible"), "feasible");
        answers.keep(
                projects.get(caseId).id(),
                department,
                new Said(
                        Objects.requireNonNull(ANSWERS.get(feasible), feasible),
                        sent.text(feasible.equals("no") ? "whyNot" : "conditions"),
                        cents(sent, "cost"),
                        cents(sent, "yearly"),
                        sent.text("permit"),
                        sent.text("executor")),
                clock.instant(),
                by.name());
    }

    /** The office waits longer for a department that is late, or goes on without it. */
    @Transactional
    public void chased(CaseId caseId, String department, Actor by) {
        var sent = sent(caseId, "wijkbudget-chase");
        var note = sent.text("chaseNote");
        var without = "yes".equals(sent.text("without"));
        if (without) {
            answers.keep(
                    projects.get(caseId).id(),
                    department,
                    new Said("LEFT_OUT", note, null, null, null, null),
                    clock.instant(),
                    by.name());
        }
        timeline.add(
                caseId,
                without ? "wijkbudget.department-left-out" : "wijkbudget.department-chased",
                Map.of("department", department),
                note,
                by);
    }

    /**
     * What the office makes of the answers: a feasible project gets its costs and its number.
     *
     * @return whether it is feasible
     * @throws Refusal for costs outside the limits of the regulation, and for a feasible project when the choice has begun
     */
    @Transactional
    public boolean fixCosts(CaseId caseId, Actor by) {
        var sent = sent(caseId, "wijkbudget-costs");
        if (!"yes".equals(sent.text("feasible"))) {
            projects.infeasible(caseId, IdeaIntake.text(sent, "infeasibleReason"));
            return false;
        }
        var project = projects.get(caseId);
        rounds.hold(project.round());
        var phase = rounds.get(project.round()).phase();
        if (phase != null && phase.compareTo(Phase.CHOICE) >= 0) {
            throw Refusal.of("feasible", "wijkbudget.refusal.choice-began");
        }
        var cents = Objects.requireNonNull(cents(sent, "cost"), "cost");
        refuseOutside(project, cents);
        projects.feasible(project, cents, Objects.requireNonNull(cents(sent, "yearly"), "yearly"));
        var forAll = IdeaIntake.text(sent, "overruledWhy");
        if (!forAll.isEmpty()) {
            projects.overrule(project.id(), forAll);
        }
        // an older form says that the case file alone keeps it
        var overruled = forAll.isEmpty() ? IdeaIntake.text(sent, "overruled") : forAll;
        if (!overruled.isEmpty()) {
            timeline.add(caseId, "wijkbudget.department-overruled", Map.of(), overruled, by);
        }
        return true;
    }

    private void refuseOutside(BudgetProject project, long cents) {
        var least = limit(project, "project.minimum");
        var most = limit(project, "project.maximum");
        if (cents < least || cents > most) {
            throw Refusal.of("cost", "wijkbudget.refusal.cost", words.euros(least), words.euros(most));
        }
    }

    long limit(BudgetProject project, String rule) {
        return new BigDecimal(regulations
                        .get(cases.get(project.round()).regulation(), rule)
                        .value())
                .movePointRight(2)
                .longValueExact();
    }

    /** Each proposer reads the reason behind the link of their own idea. */
    @Transactional
    public void tellInfeasible(CaseId caseId) {
        projects.ideas(projects.get(caseId).id())
                .forEach(idea -> mails.send(supporters.proposer(idea), "project-infeasible"));
    }

    /** Whether the organ chose it. */
    boolean isChosen(CaseId caseId) {
        return projects.get(caseId).state() == State.CHOSEN;
    }

    private Answers sent(CaseId caseId, String form) {
        return submissions.latest(caseId, form).orElseThrow();
    }

    private static @Nullable Long cents(Answers sent, String key) {
        var euros = sent.text(key);
        return euros == null ? null : new BigDecimal(euros).movePointRight(2).longValueExact();
    }
}
