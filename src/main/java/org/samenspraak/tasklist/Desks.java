package org.samenspraak.tasklist;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.forms.Drafts;
import org.samenspraak.forms.Forms;
import org.samenspraak.forms.Forms.Judgement;
import org.samenspraak.forms.Intake;
import org.samenspraak.forms.Sheet;
import org.samenspraak.forms.TaskData;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
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
    private final Drafts drafts;
    private final Intake intake;
    private final Paper paper;

    Desks(Tasks tasks, Cases cases, Forms forms, TaskData data, Drafts drafts, Intake intake, Paper paper) {
        this.tasks = tasks;
        this.cases = cases;
        this.forms = forms;
        this.data = data;
        this.drafts = drafts;
        this.intake = intake;
        this.paper = paper;
    }

    /**
     * None when the task is done or gone.
     *
     * @throws ResponseStatusException when it is not theirs to do
     */
    Optional<Desk> open(String taskId, SignedIn me) {
        return tasks.find(taskId).map(task -> {
            var file = cases.get(task.caseId());
            var reach = Reach.of(me);
            var onPaper = isForCouncil(task) && reach.looksAfter(file.area());
            if (!reach.works(task) && !onPaper) {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            }
            var form = task.formJson() == null ? null : forms.parse(task.formJson());
            return new Desk(task, file, form, onPaper, me);
        });
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
        return new Sheet(
                drafts.ofTask(task.id(), task.caseId(), desk.party()),
                desk.onPaper() ? paper.answer(form) : form,
                data.of(task, form, desk.actor()),
                me.name(),
                !desk.isTaken());
    }

    /** Refuses a colleague's task. */
    @Transactional
    void send(Desk desk, @Nullable Judgement judgement) {
        if (desk.isTaken()) {
            throw new Refusal("tasklist.refusal.taken");
        }
        if (desk.form() == null || judgement == null) {
            tasks.complete(desk.task().id(), Map.of(), desk.actor());
        } else {
            intake.answer(desk.task().id(), desk.form(), Paper.own(judgement), desk.onPaper(), desk.actor());
        }
    }

    /** What the same person can go on with in the same case. */
    Optional<OpenTask> next(Desk done) {
        var reach = Reach.of(done.me());
        return done.me().may(Permission.WORK)
                ? tasks.ofCase(done.file().id()).stream().filter(reach::works).findFirst()
                : Optional.empty();
    }
}
