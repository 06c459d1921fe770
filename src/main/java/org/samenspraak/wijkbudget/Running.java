package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A project while it is carried out, until it is done or stopped. */
@Service
class Running {

    static final String FORM = "wijkbudget-follow";

    private static final String PROGRESS = "wijkbudget-progress";

    private final BudgetProjects projects;
    private final Executions executions;
    private final ReachedMilestones milestones;
    private final LeaderMessages messages;
    private final HandingOver handingOver;
    private final FollowTerm follow;
    private final ProjectMails told;
    private final IdeaMails mails;
    private final IdeaSupporters supporters;
    private final Cases cases;
    private final ProjectEnding ending;
    private final Clocks clocks;
    private final TermChanges changes;
    private final Regulations regulations;
    private final Submissions submissions;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Dates dates;

    Running(
            BudgetProjects projects,
            Executions executions,
            ReachedMilestones milestones,
            LeaderMessages messages,
            HandingOver handingOver,
            FollowTerm follow,
            ProjectMails told,
            IdeaMails mails,
            IdeaSupporters supporters,
            Cases cases,
            ProjectEnding ending,
            Clocks clocks,
            TermChanges changes,
            Regulations regulations,
            Submissions submissions,
            Timeline timeline,
            BudgetWords words,
            Dates dates) {
        this.projects = projects;
        this.executions = executions;
        this.milestones = milestones;
        this.messages = messages;
        this.handingOver = handingOver;
        this.follow = follow;
        this.told = told;
        this.mails = mails;
        this.supporters = supporters;
        this.cases = cases;
        this.ending = ending;
        this.clocks = clocks;
        this.changes = changes;
        this.regulations = regulations;
        this.submissions = submissions;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
    }

    /**
     * Carries out what the office noted.
     *
     * @param confirms whether the model has somebody confirm what the city spent
     * @return {@code on}, {@code spent} when somebody has to confirm what the city spent, {@code asked} when somebody else is asked to lead it, {@code done} or {@code stop}
     * @throws Refusal for a milestone that was reached before, a second extension or one that is too long, and for
     *     a file that is no photo
     */
    @Transactional
    public String followed(CaseId caseId, boolean confirms, Actor by) {
        var project = projects.get(caseId);
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        var next = IdeaIntake.text(answers, "next");
        switch (next) {
            case "milestone" -> {
                if (milestones.note(project, answers, confirms, by)) {
                    follow.again(project);
                    return "spent";
                }
            }
            case "progress" -> messages.publish(project, answers, by);
            case "read" -> messages.read(project, answers, by);
            case "extend" -> extend(project, answers, by);
            case "done" -> {
                ending.end(project, answers, by);
                return "done";
            }
            default -> {}
        }
        follow.again(project);
        return switch (next) {
            case "hand-over" -> handingOver.ask(project, answers, by);
            case "stop" -> {
                ending.refuseUnpaid(project);
                yield "stop";
            }
            default -> "on";
        };
    }

    private void extend(BudgetProject project, Answers answers, Actor by) {
        var execution = executions.get(project.id());
        if (execution.extendedOn() != null) {
            throw Refusal.of("next", "wijkbudget.refusal.extended");
        }
        var due = Objects.requireNonNull(execution.due(), "due");
        var until = LocalDate.parse(IdeaIntake.text(answers, "until"));
        var most = due.plusMonths(regulations
                .get(cases.get(project.caseId()).regulation(), "wijkbudget-extension")
                .number());
        if (!until.isAfter(due) || until.isBefore(dates.today()) || until.isAfter(most)) {
            throw Refusal.of("until", "wijkbudget.refusal.until", dates.day(due), dates.day(most));
        }
        var why = IdeaIntake.text(answers, "why");
        executions.extend(project.id(), due, until, dates.today(), why);
        // they are counted back anew from the new end
        List.of("wijkbudget-warning-first", "wijkbudget-warning-last")
                .forEach(term -> clocks.stop(project.caseId(), term, null));
        changes.change(
                project.caseId(),
                Agreeing.TERM,
                null,
                new TermChange(TermChange.Kind.MOVE, until, why + " (" + by.name() + ")"),
                Actor.SYSTEM);
        told.send(
                project,
                "project-extended",
                Map.of("subject", project.title(), "reason", why, "taken", words.dutchDay(until)));
    }

    /** The initiator is asked how it goes, and again after as many months. */
    @Transactional
    public void askProgress(CaseId caseId) {
        var project = projects.get(caseId);
        executions.asked(project.id(), dates.today());
        clocks.stop(caseId, PROGRESS, null);
        clocks.start(caseId, PROGRESS, null, dates.today());
        mail(project, "project-progress", Map.of());
    }

    /** Once for each last day, also when what runs beside it begins anew. */
    @Transactional
    public void warn(CaseId caseId, boolean last) {
        var project = projects.get(caseId);
        var execution = executions.get(project.id());
        var due = Objects.requireNonNull(execution.due(), "due");
        if (due.equals(last ? execution.warnedLast() : execution.warnedFirst())) {
            return;
        }
        executions.warned(project.id(), last, due);
        timeline.add(caseId, "wijkbudget.warned", Map.of("until", due.toString()), null, Actor.SYSTEM);
        var extended = execution.extendedOn() == null ? List.of() : List.of(Map.of("taken", words.dutchDay(due)));
        mail(project, "project-warning", Map.of("told", extended));
    }

    /** Everybody reads from now on that it is late; the dossier says since when. */
    @Transactional
    public void late(CaseId caseId) {
        timeline.addOnceSince(caseId, "wijkbudget.late", cases.get(caseId).openedAt(), Actor.SYSTEM);
    }

    private void mail(BudgetProject project, String text, Map<String, Object> told) {
        var initiator = executions.get(project.id()).initiator();
        if (initiator != null) {
            supporters.find(initiator).ifPresent(one -> mails.send(one, text, told));
        }
    }
}
