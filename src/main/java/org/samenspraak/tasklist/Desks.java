package org.samenspraak.tasklist;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Prompts;
import org.samenspraak.forms.DraftPlace;
import org.samenspraak.forms.FormView;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.Sheet;
import org.samenspraak.forms.TaskData;
import org.samenspraak.identity.Offer;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Role;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Opens tasks for who may do them, keeps what is typed and sends it. */
@Service
class Desks {

    private final Tasks tasks;
    private final Cases cases;
    private final Forms forms;
    private final TaskData data;
    private final Intake intake;
    private final Paper paper;
    private final Prompts prompts;
    private final Timeline timeline;

    Desks(
            Tasks tasks,
            Cases cases,
            Forms forms,
            TaskData data,
            Intake intake,
            Paper paper,
            Prompts prompts,
            Timeline timeline) {
        this.tasks = tasks;
        this.cases = cases;
        this.forms = forms;
        this.data = data;
        this.intake = intake;
        this.paper = paper;
        this.prompts = prompts;
        this.timeline = timeline;
    }

    /**
     * None when the task is done or gone.
     *
     * @throws ResponseStatusException when it is not theirs to do
     */
    Optional<Desk> open(String taskId, SignedIn me) {
        return tasks.find(taskId).map(task -> desk(task, me).orElseThrow(Desks::forbidden));
    }

    /**
     * The same for who only reads what is asked.
     *
     * @throws ResponseStatusException when they may not read it
     */
    Optional<Desk> read(String taskId, SignedIn me) {
        return tasks.find(taskId).map(task -> {
            if (!me.may(Permission.SEE_TASKS)) {
                throw forbidden();
            }
            return desk(task, cases.get(task.caseId()), false, me);
        });
    }

    /** Whether it is theirs to do; else they may read it at most. */
    boolean works(String taskId, SignedIn me) {
        return tasks.find(taskId).flatMap(task -> desk(task, me)).isPresent();
    }

    private Optional<Desk> desk(OpenTask task, SignedIn me) {
        var file = cases.get(task.caseId());
        var onPaper = isForCouncil(task) && Reach.of(me).looksAfter(file.area());
        return me.works(offer(task, file)) || onPaper ? Optional.of(desk(task, file, onPaper, me)) : Optional.empty();
    }

    /** A task that is theirs to do, or that they do for somebody; none that a council must do, and none that is gone. */
    Optional<Desk> own(String taskId, SignedIn me) {
        return tasks.find(taskId).flatMap(task -> {
            var file = cases.get(task.caseId());
            return me.works(offer(task, file)) ? Optional.of(desk(task, file, false, me)) : Optional.empty();
        });
    }

    private static Offer offer(OpenTask task, CaseView file) {
        return new Offer(task.groups(), task.assignee(), file.trajectory(), file.area());
    }

    private Desk desk(OpenTask task, CaseView file, boolean onPaper, SignedIn me) {
        var form = task.formJson() == null ? null : forms.parse(task.formJson());
        var actor = me.actorFor(offer(task, file));
        return new Desk(task, file, form, onPaper, me, actor, bar(task, actor));
    }

    /** Who signs in somebody's place judges no work of their own; who judged does not decide. */
    private @Nullable Refusal bar(OpenTask task, Actor actor) {
        if (actor.inPlaceOf() != null
                && task.groups().stream().anyMatch(Role::isPersonal)
                && timeline.knowsOwnWork(task.caseId(), actor)) {
            return new Refusal("tasklist.refusal.own-work", String.valueOf(actor.onBehalfOf()));
        }
        return tasks.bar(task, actor).orElse(null);
    }

    private static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    /** Takes the task; in somebody's place for whom it is. */
    void claim(Desk desk) {
        refuseBarred(desk);
        tasks.claim(desk.task().id(), desk.actor());
    }

    private static void refuseBarred(Desk desk) {
        if (desk.bar() != null) {
            throw desk.bar();
        }
    }

    private static boolean isForCouncil(OpenTask task) {
        return task.groups().stream()
                .anyMatch(group ->
                        group.role().startsWith("council-") || group.role().equals("council"));
    }

    /** The form of the task to fill in; none when it only has to be ticked off. */
    @Nullable
    Sheet sheet(Desk desk) {
        var form = desk.form();
        if (form == null) {
            return null;
        }
        var task = desk.task();
        var me = desk.me();
        var known = data.of(task, desk.file(), form, desk.actor());
        return new Sheet(
                new DraftPlace(task.id(), desk.party(), desk.file().regulation()),
                desk.onPaper() ? paper.answer(form) : form,
                desk.onPaper() ? paper.known(task, known) : known,
                me.name(),
                desk.isOpen());
    }

    /** What the task asks and the office knows already; nothing that somebody is typing. */
    @Nullable
    FormView questions(Desk desk) {
        var form = desk.form();
        return form == null ? null : forms.waiting(form, data.of(desk.task(), desk.file(), form, desk.actor()));
    }

    /** Refuses a colleague's task, and who may not do it because of what they did before. */
    @Transactional
    void send(Desk desk, @Nullable Judgement judgement) {
        refuseBarred(desk);
        if (desk.isTaken()) {
            throw new Refusal("tasklist.refusal.taken");
        }
        var task = desk.task();
        if (desk.form() == null || judgement == null) {
            tasks.complete(task.id(), Map.of(), desk.actor());
        } else if (desk.onPaper()) {
            var came = Paper.came(judgement);
            intake.enter(task.id(), desk.form(), Paper.own(judgement), came, desk.actor());
            prompts.received(task, came.from());
        } else {
            intake.answer(task.id(), desk.form(), Paper.own(judgement), false, desk.actor());
        }
    }

    /** What the same person can go on with in the same case. */
    Optional<OpenTask> next(Desk done) {
        return tasks.ofCase(done.file().id()).stream()
                .filter(task -> desk(task, done.me())
                        .filter(desk -> !desk.onPaper() && desk.bar() == null)
                        .isPresent())
                .findFirst();
    }
}
