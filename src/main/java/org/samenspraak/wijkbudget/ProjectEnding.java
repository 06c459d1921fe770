package org.samenspraak.wijkbudget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a chosen project ends: done, or stopped. What was not used goes back to the pot of its area. */
@Service
class ProjectEnding {

    /** What the organ answers when the office proposes that a project stops. */
    static final String FORM = "wijkbudget-stop";

    private static final String TEXT = "project-stopped";

    private final BudgetProjects projects;
    private final Executions executions;
    private final Pots pots;
    private final IdeaMails mails;
    private final ProjectMails told;
    private final CouncilAccount account;
    private final Submissions submissions;
    private final Timeline timeline;
    private final Cases cases;
    private final Regulations regulations;
    private final BudgetWords words;
    private final Dates dates;

    ProjectEnding(
            BudgetProjects projects,
            Executions executions,
            Pots pots,
            IdeaMails mails,
            ProjectMails told,
            CouncilAccount account,
            Submissions submissions,
            Timeline timeline,
            Cases cases,
            Regulations regulations,
            BudgetWords words,
            Dates dates) {
        this.projects = projects;
        this.executions = executions;
        this.pots = pots;
        this.mails = mails;
        this.told = told;
        this.account = account;
        this.submissions = submissions;
        this.timeline = timeline;
        this.cases = cases;
        this.regulations = regulations;
        this.words = words;
        this.dates = dates;
    }

    /** Money that no milestone took goes back to the pot; a milestone that was left needs a reason. */
    void end(BudgetProject project, Answers answers, Actor by) {
        refuseUnpaid(project);
        var left = executions.milestones(project.id()).stream()
                .filter(one -> !one.done())
                .map(Milestone::title)
                .toList();
        if (left.isEmpty()) {
            executions.end(project.id(), dates.today(), IdeaIntake.text(answers, "endWords"), null);
        } else {
            var why = IdeaIntake.text(answers, "leftReason");
            if (why.isEmpty()) {
                throw Refusal.of("leftReason", "wijkbudget.refusal.left", String.join(", ", left));
            }
            executions.end(project.id(), dates.today(), IdeaIntake.text(answers, "endWords"), why);
            timeline.add(
                    project.caseId(), "wijkbudget.milestones-left", Map.of("titles", String.join(", ", left)), why, by);
        }
        account.close(project, answers, by);
        var noReport = IdeaIntake.text(answers, "noReport");
        if (!noReport.isEmpty()) {
            timeline.add(project.caseId(), "wijkbudget.closed-without-report", Map.of(), noReport, by);
        }
        pots.release(project.caseId(), by);
        projects.stand(project.caseId(), State.DONE);
        told.send(project, "project-done", told(project, IdeaIntake.text(answers, "endWords")));
    }

    /**
     * Money that a milestone freed is paid before the rest goes back.
     *
     * @throws Refusal while it is not
     */
    void refuseUnpaid(BudgetProject project) {
        var left = pots.held(project.caseId()).map(held -> held.paid().cents()).orElse(0L);
        var unpaid = new ArrayList<String>();
        for (var one : executions.milestones(project.id())) {
            if (one.done() && one.used() > left) {
                unpaid.add(one.title());
            } else if (one.done()) {
                left -= one.used();
            }
        }
        if (!unpaid.isEmpty()) {
            throw Refusal.of("next", "wijkbudget.refusal.unpaid", String.join(", ", unpaid));
        }
    }

    /** Stopped while it was agreed or carried out: what was not paid goes back to the pot of its area. Twice is once. */
    @Transactional
    public void stop(CaseId caseId, Actor by) {
        var project = projects.get(caseId);
        var why = proposed(project).orElseThrow();
        pots.release(caseId, by);
        executions.end(project.id(), dates.today(), why, null);
        executions.stop(project.id(), why);
        timeline.add(caseId, "wijkbudget.project-stopped", Map.of(), why, by);
        var letter = new HashMap<>(told(project, why));
        letter.put(
                "taken",
                words.dutch("wijkbudget.decision.decided", words.dutchDay(dates.today()), decisionNumber(caseId)));
        letter.put(
                "objection",
                regulations
                        .objection(cases.get(project.round()).regulation(), "decided")
                        .value());
        told.send(project, TEXT, letter);
    }

    /** The college wants it to go on: who leads it hears why. */
    @Transactional
    public void goesOn(CaseId caseId, Actor by) {
        var project = projects.get(caseId);
        var why = refused(project).orElseThrow();
        timeline.add(caseId, "wijkbudget.project-goes-on", Map.of(), why, by);
        told.sendLeader(project, "project-goes-on", told(project, why));
    }

    /** Why the office proposes that it stops; none while it does not. */
    Optional<String> proposed(BudgetProject project) {
        var running = executions.find(project.id()).filter(Execution::runs).isPresent();
        return running
                ? submissions
                        .latest(project.caseId(), Running.FORM)
                        .filter(answers -> "stop".equals(answers.text("next")))
                        .map(answers -> IdeaIntake.text(answers, "why"))
                : submissions
                        .latest(project.caseId(), Agreeing.FORM)
                        .filter(answers -> "nobody".equals(answers.text("carrier")))
                        .map(answers -> IdeaIntake.text(answers, "stopReason"));
    }

    /** What the proposers read when it stops for that reason. */
    String letter(BudgetProject project, String why) {
        return mails.foreseen(projects.ideas(project.id()).get(0), TEXT, Map.of("told", List.of(told(project, why))));
    }

    /** Why the college wants it to go on after all, until the office notes something else; none where it does not. */
    Optional<String> refused(BudgetProject project) {
        return proposed(project)
                .flatMap(why -> submissions.latest(project.caseId(), FORM))
                .filter(answers -> "no".equals(answers.text("stops")))
                .map(answers -> IdeaIntake.text(answers, "stopWhy"));
    }

    private String decisionNumber(CaseId caseId) {
        return IdeaIntake.text(submissions.latest(caseId, FORM).orElseThrow(), "decisionNumber");
    }

    private static Map<String, String> told(BudgetProject project, String why) {
        return Map.of("subject", project.title(), "reason", why);
    }
}
