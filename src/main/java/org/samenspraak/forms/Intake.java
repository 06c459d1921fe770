package org.samenspraak.forms;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Documents;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilAreas;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Processes;
import org.samenspraak.process.Tasks;
import org.samenspraak.process.Trajectory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes forms in: what is sent, its files and the step of the case it leads to are one transaction. */
@Service
public class Intake {

    private final Submissions submissions;
    private final Cases cases;
    private final Documents documents;
    private final Timeline timeline;
    private final Processes processes;
    private final Tasks tasks;
    private final List<TrajectoryIntake> trajectories;
    private final CouncilAreas areas;
    private final Municipality municipality;
    private final Clock clock;

    Intake(
            Submissions submissions,
            Cases cases,
            Documents documents,
            Timeline timeline,
            Processes processes,
            Tasks tasks,
            List<TrajectoryIntake> trajectories,
            CouncilAreas areas,
            Municipality municipality,
            Clock clock) {
        this.submissions = submissions;
        this.cases = cases;
        this.documents = documents;
        this.timeline = timeline;
        this.processes = processes;
        this.tasks = tasks;
        this.trajectories = trajectories;
        this.areas = areas;
        this.municipality = municipality;
        this.clock = clock;
    }

    /**
     * Starts a trajectory from its start form.
     *
     * @param received the day the clocks count from; for paper, the day it came in
     * @throws Refusal when the same was sent just before, or from the trajectory's own {@link TrajectoryIntake}
     */
    @Transactional
    public CaseView start(
            String trajectory, Form form, Forms.Judgement judgement, LocalDate received, boolean onPaper, Actor by) {
        refuseUnjudged(judgement);
        var digest = Submissions.digest(form, judgement.answers(), by);
        submissions.onlyOnce(null, digest);
        var start = new Start(trajectory, form, judgement.answers(), judgement.facts(), received, onPaper, by, digest);
        return start(start, judgement.files());
    }

    /** The case that the same form of the same person opened a moment ago: who presses twice gets the same receipt. */
    @Transactional(readOnly = true)
    public Optional<CaseView> justStarted(Form form, Forms.Judgement judgement, Actor by) {
        return submissions
                .justStarted(Submissions.digest(form, judgement.answers(), by))
                .map(cases::get);
    }

    /**
     * The same from a draft of somebody without a link or a sign-in; a draft opens one case.
     *
     * @throws Refusal also when it was sent before
     */
    @Transactional
    public CaseView start(
            DraftPlace draft, String trajectory, Form form, Forms.Judgement judgement, LocalDate received, Actor by) {
        refuseUnjudged(judgement);
        submissions.onlyOnce(draft);
        var digest = Submissions.digest(draft);
        var start = new Start(trajectory, form, judgement.answers(), judgement.facts(), received, false, by, digest);
        return start(start, judgement.files());
    }

    /** The case that a draft opened. */
    @Transactional(readOnly = true)
    public Optional<CaseView> startedFrom(DraftPlace draft) {
        return submissions.startedFrom(draft).map(cases::get);
    }

    /** The same without files, for the house itself and for demo data. */
    @Transactional
    public CaseView start(
            String trajectory,
            Form form,
            Answers answers,
            Map<String, Object> facts,
            LocalDate received,
            boolean onPaper,
            Actor by) {
        var digest = Submissions.digest(form, answers, by);
        return start(new Start(trajectory, form, answers, facts, received, onPaper, by, digest), Map.of());
    }

    private CaseView start(Start start, Map<String, List<UUID>> files) {
        var model =
                processes.trajectory(start.trajectory()).orElseThrow(() -> new Refusal("forms.refusal.no-trajectory"));
        var intake = intakeOf(start.trajectory());
        var subject = intake.map(it -> it.subject(start.answers(), start.by())).orElseGet(() -> named(model, start));
        var caseId = CaseId.create();
        var opening = new OpenCase(
                caseId,
                start.trajectory(),
                model.code(),
                subject.title(),
                subject.council(),
                subject.area(),
                start.received(),
                start.onPaper(),
                start.by());
        intake.flatMap(it -> it.regulation(start.answers()))
                .ifPresentOrElse(chosen -> cases.open(opening, chosen), () -> cases.open(opening));
        file(caseId, files, start.onPaper(), start.by());
        submissions.keep(new Submissions.Sending(
                caseId,
                null,
                "start",
                start.form(),
                start.answers(),
                start.by(),
                start.onPaper(),
                null,
                start.digest()));
        tell(caseId, start.form(), start.by());
        processes.start(start.trajectory(), caseId, start.facts(), start.by());
        return cases.get(caseId);
    }

    /** What a start would bring, where that has to be read first; none where nothing has to be read. Refuses as the start would. */
    @Transactional(readOnly = true)
    public Optional<TrajectoryIntake.Foreseen> foreseen(String trajectory, Forms.Judgement judgement, Actor by) {
        return intakeOf(trajectory).flatMap(it -> it.foreseen(judgement.answers(), by));
    }

    private Optional<TrajectoryIntake> intakeOf(String trajectory) {
        return trajectories.stream()
                .filter(it -> it.trajectory().equals(trajectory))
                .findFirst();
    }

    /** Whether who starts one of a trajectory still has to confirm it. */
    public boolean waitsForConfirmation(String trajectory) {
        return intakeOf(trajectory).map(it -> it.waitsForConfirmation()).orElse(false);
    }

    /** Why nobody of this kind can begin a trajectory now; none while they can. */
    public Optional<TrajectoryIntake.Closed> closed(String trajectory, Actor.Kind by) {
        return intakeOf(trajectory).flatMap(it -> it.closed(by));
    }

    /** What the start form says of its case ({@code case: title}, {@code council}, {@code area}); a council's own goes first. */
    private TrajectoryIntake.Subject named(Trajectory model, Start start) {
        var answered = start.form().ofCase(start.answers());
        var council = start.by().councilId().or(() -> Optional.ofNullable(answered.get("council"))
                .map(CouncilId::parse));
        var area =
                Optional.ofNullable(answered.get("area")).map(AreaId::parse).or(() -> council.flatMap(areas::areaOf));
        return new TrajectoryIntake.Subject(
                answered.getOrDefault("title", model.name()), council.orElse(null), area.orElse(null));
    }

    /**
     * Completes a task with its form.
     *
     * @throws Refusal when the task was answered before or is gone
     */
    @Transactional
    public void answer(String taskId, Form form, Forms.Judgement judgement, boolean onPaper, Actor by) {
        answer(taskId, form, judgement, onPaper, null, by);
    }

    /** Whether nobody can answer this task any more; somebody who does so at this moment is waited for. */
    @Transactional
    public boolean isOver(String taskId) {
        submissions.await(taskId);
        return !tasks.isOpen(taskId);
    }

    /** The same for somebody who gave the answer otherwise. */
    @Transactional
    public void enter(String taskId, Form form, Forms.Judgement judgement, Came came, Actor by) {
        answer(taskId, form, judgement, came.isOnPaper(), came, by);
    }

    private void answer(
            String taskId, Form form, Forms.Judgement judgement, boolean onPaper, @Nullable Came came, Actor by) {
        refuseUnjudged(judgement);
        submissions.onlyOnce(taskId, "");
        var task = tasks.find(taskId).orElseThrow(() -> new Refusal("forms.refusal.task-gone"));
        file(task.caseId(), judgement.files(), onPaper, by);
        var answers = judgement.answers();
        submissions.keep(new Submissions.Sending(
                task.caseId(),
                taskId,
                task.element(),
                form,
                answers,
                by,
                onPaper,
                came,
                Submissions.digest(form, answers, by)));
        if (came == null) {
            tell(task, form, by);
        } else {
            tell(task, form, came, by);
        }
        tasks.complete(taskId, judgement.facts(), by);
    }

    private void tell(OpenTask task, Form sent, Came came, Actor by) {
        var args = new HashMap<>(named(sent));
        args.put("from", came.from());
        args.put("on", came.on().toString());
        timeline.add(task.caseId(), "form.sent-" + came.by().code(), args, came.note(), by);
    }

    private static void refuseUnjudged(Forms.Judgement judgement) {
        if (!judgement.accepted()) {
            throw new IllegalArgumentException("a form with errors can't be taken in: " + judgement.errors());
        }
    }

    /** An answer of a council that came when its term was over says so. */
    private void tell(OpenTask task, Form sent, Actor by) {
        var due = task.due();
        if (due == null || by.kind() != Actor.Kind.COUNCIL || clock.instant().isBefore(due)) {
            tell(task.caseId(), sent, by);
        } else {
            var args = new HashMap<>(named(sent));
            args.put("until", LocalDate.ofInstant(due, municipality.zone()).toString());
            timeline.add(task.caseId(), "form.sent-late", args, null, by);
        }
    }

    private void tell(CaseId caseId, Form sent, Actor by) {
        timeline.add(caseId, "form.sent", named(sent), null, by);
    }

    private static Map<String, String> named(Form sent) {
        return Timeline.named("form", sent.title(Forms.DUTCH), sent.title(Locale.ENGLISH));
    }

    /** Chosen files go into the dossier under the ids that the answers have. */
    private void file(CaseId caseId, Map<String, List<UUID>> files, boolean onPaper, Actor by) {
        var kind = onPaper ? Documents.Kind.SCAN : Documents.Kind.ATTACHMENT;
        files.forEach((path, ids) -> {
            try {
                ids.forEach(it -> documents.file(caseId, it, kind, by));
            } catch (Refusal refusal) {
                throw Refusal.of(path, refusal.messageKey(), refusal.args().toArray());
            }
        });
    }

    private record Start(
            String trajectory,
            Form form,
            Answers answers,
            Map<String, Object> facts,
            LocalDate received,
            boolean onPaper,
            Actor by,
            String digest) {}
}
