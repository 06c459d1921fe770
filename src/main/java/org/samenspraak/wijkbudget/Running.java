package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.samenspraak.wijkbudget.Execution.Carrier;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.samenspraak.wijkbudget.Execution.Progress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A project while it is carried out, until it is done or stopped. */
@Service
class Running {

    static final String FORM = "wijkbudget-follow";

    private static final String PROGRESS = "wijkbudget-progress";

    private final BudgetProjects projects;
    private final Executions executions;
    private final MilestonePhotos photos;
    private final Agreeing agreeing;
    private final Pots pots;
    private final IdeaMails mails;
    private final IdeaSupporters supporters;
    private final Cases cases;
    private final Clocks clocks;
    private final TermChanges changes;
    private final Regulations regulations;
    private final Submissions submissions;
    private final Timeline timeline;
    private final Dates dates;
    private final Clock clock;

    Running(
            BudgetProjects projects,
            Executions executions,
            MilestonePhotos photos,
            Agreeing agreeing,
            Pots pots,
            IdeaMails mails,
            IdeaSupporters supporters,
            Cases cases,
            Clocks clocks,
            TermChanges changes,
            Regulations regulations,
            Submissions submissions,
            Timeline timeline,
            Dates dates,
            Clock clock) {
        this.projects = projects;
        this.executions = executions;
        this.photos = photos;
        this.agreeing = agreeing;
        this.pots = pots;
        this.mails = mails;
        this.supporters = supporters;
        this.cases = cases;
        this.clocks = clocks;
        this.changes = changes;
        this.regulations = regulations;
        this.submissions = submissions;
        this.timeline = timeline;
        this.dates = dates;
        this.clock = clock;
    }

    /**
     * Carries out what the office noted.
     *
     * @return {@code on}, {@code done} or {@code stop}
     * @throws Refusal for a milestone that was reached before, a second extension or one that is too long, and for
     *     a file that is no photo
     */
    @Transactional
    public String followed(CaseId caseId, Actor by) {
        var project = projects.get(caseId);
        var answers = submissions.latest(caseId, FORM).orElseThrow();
        var next = IdeaIntake.text(answers, "next");
        switch (next) {
            case "milestone" -> reach(project, answers, by);
            case "progress" -> publish(project, answers, by);
            case "extend" -> extend(project, answers, by);
            case "hand-over" -> handOver(project, answers, by);
            case "done" -> {
                end(project, answers, by);
                return "done";
            }
            default -> {
                refuseUnpaid(project);
                return "stop";
            }
        }
        return "on";
    }

    private void reach(BudgetProject project, Answers answers, Actor by) {
        var position = Integer.parseInt(IdeaIntake.text(answers, "milestone"));
        var milestone = executions.milestones(project.id()).stream()
                .filter(one -> one.position() == position && !one.done())
                .findFirst()
                .orElseThrow(() -> Refusal.of("milestone", "wijkbudget.refusal.milestone-done"));
        var proof = IdeaIntake.text(answers, "proof");
        var execution = executions.get(project.id());
        executions.reach(project.id(), position, reachedOn(execution, answers));
        photos.add(project, milestone, answers, by);
        if (milestone.cents() > 0) {
            settle(project, execution, milestone, by);
        }
        timeline.add(
                project.caseId(),
                "wijkbudget.milestone-reached",
                Map.of("title", milestone.title()),
                proof.isEmpty() ? null : proof,
                by);
    }

    private void settle(BudgetProject project, Execution execution, Milestone milestone, Actor by) {
        if (execution.carrier() == Carrier.CITY) {
            pots.spend(project.caseId(), milestone.position(), milestone.cents(), by);
            return;
        }
        var council = Objects.requireNonNull(execution.council(), "council");
        pots.pay(project.caseId(), milestone.position(), milestone.cents(), council, by);
    }

    private LocalDate reachedOn(Execution execution, Answers answers) {
        var typed = IdeaIntake.text(answers, "reachedOn");
        var day = typed.isEmpty() ? dates.today() : LocalDate.parse(typed);
        var begins = Objects.requireNonNull(execution.begins(), "begins");
        if (day.isBefore(begins)) {
            throw Refusal.of("reachedOn", "wijkbudget.refusal.before-agreed", dates.day(begins));
        }
        return day;
    }

    private void publish(BudgetProject project, Answers answers, Actor by) {
        var last = executions.progress(project.id()).stream()
                .filter(Progress::waits)
                .findFirst()
                .map(Progress::id)
                .orElseGet(UUID::randomUUID);
        executions.publish(
                project.id(),
                last,
                IdeaIntake.text(answers, "words"),
                !IdeaIntake.text(answers, "photo").matches("|no"),
                clock.instant(),
                dates.today(),
                by.name());
        timeline.add(project.caseId(), "wijkbudget.progress-public", Map.of(), null, by);
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
    }

    /** To somebody else who stands behind it, or to the city alone. */
    private void handOver(BudgetProject project, Answers answers, Actor by) {
        var to = IdeaIntake.text(answers, "initiator");
        var why = IdeaIntake.text(answers, "why");
        executions.handOver(
                project.id(), to.equals("city") ? null : agreeing.initiator(project, to), dates.today(), why);
        timeline.add(project.caseId(), "wijkbudget.handed-over", Map.of(), why, by);
    }

    /** Money that no milestone took goes back to the pot; a milestone that was left needs a reason. */
    private void end(BudgetProject project, Answers answers, Actor by) {
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
        pots.release(project.caseId(), by);
        projects.stand(project.caseId(), State.DONE);
        mail(project, "project-done", Map.of());
    }

    /** Money that a milestone freed is paid before the rest goes back. */
    private void refuseUnpaid(BudgetProject project) {
        var paid = pots.held(project.caseId()).map(held -> held.paid().cents()).orElse(0L);
        if (reached(project) > paid) {
            throw Refusal.of("next", "wijkbudget.refusal.unpaid");
        }
    }

    private long reached(BudgetProject project) {
        return executions.milestones(project.id()).stream()
                .filter(Milestone::done)
                .mapToLong(Milestone::cents)
                .sum();
    }

    /** Stopped while it was agreed or carried out: what was not paid goes back to the pot of its area. Twice is once. */
    @Transactional
    public void stop(CaseId caseId, Actor by) {
        var project = projects.get(caseId);
        var running = executions.find(project.id()).filter(Execution::runs).isPresent();
        var why = running
                ? IdeaIntake.text(submissions.latest(caseId, FORM).orElseThrow(), "why")
                : IdeaIntake.text(submissions.latest(caseId, Agreeing.FORM).orElseThrow(), "stopReason");
        pots.release(caseId, by);
        executions.end(project.id(), dates.today(), why, null);
        executions.stop(project.id(), why);
        timeline.add(caseId, "wijkbudget.project-stopped", Map.of(), why, by);
        var told = Map.<String, Object>of("told", List.of(Map.of("subject", project.title(), "reason", why)));
        projects.ideas(project.id()).forEach(idea -> mails.send(supporters.proposer(idea), "project-stopped", told));
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
        mail(project, "project-warning", Map.of());
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
