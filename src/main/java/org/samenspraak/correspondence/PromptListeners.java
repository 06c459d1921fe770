package org.samenspraak.correspondence;

import java.time.Clock;
import java.util.function.BiConsumer;
import org.samenspraak.casefile.CaseMoved;
import org.samenspraak.council.MembershipChanged;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermRenewed;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.TaskClosed;
import org.samenspraak.process.TaskOpened;
import org.samenspraak.process.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps prompts in step with the work, in the transaction of what happened. */
@Component
class PromptListeners {

    private final Asking asking;
    private final Reaching reaching;
    private final PromptRows rows;
    private final UnreachedRows unreached;
    private final PromptMails mails;
    private final Tasks tasks;
    private final Clocks clocks;
    private final Clock clock;

    PromptListeners(
            Asking asking,
            Reaching reaching,
            PromptRows rows,
            UnreachedRows unreached,
            PromptMails mails,
            Tasks tasks,
            Clocks clocks,
            Clock clock) {
        this.asking = asking;
        this.reaching = reaching;
        this.rows = rows;
        this.unreached = unreached;
        this.mails = mails;
        this.tasks = tasks;
        this.clocks = clocks;
        this.clock = clock;
    }

    @EventListener
    void on(TaskOpened opened) {
        tasks.find(opened.taskId()).ifPresent(task -> forCouncil(task, asking::ask));
    }

    @EventListener
    void on(TaskClosed closed) {
        rows.close(closed.taskId(), closed.done() ? PromptState.ANSWERED : gone(closed));
        unreached.remove(closed.taskId());
    }

    private PromptState gone(TaskClosed closed) {
        var late = closed.term() != null
                && clocks.find(closed.caseId(), closed.term(), closed.scope())
                        .filter(term ->
                                term.suspendedOn() == null && !clock.instant().isBefore(term.due()))
                        .isPresent();
        return late ? PromptState.EXPIRED : PromptState.WITHDRAWN;
    }

    /** What the wrong council was asked is withdrawn, and asked of the right one. */
    @EventListener
    void on(CaseMoved moved) {
        tasks.ofCase(moved.caseId()).forEach(task -> forCouncil(task, asking::ask));
    }

    @EventListener
    void on(MembershipChanged changed) {
        if (changed.contactsChanged()) {
            rows.waitingTasks(changed.council()).stream()
                    .flatMap(id -> tasks.find(id).stream())
                    .forEach(task -> forCouncil(task, asking::ask));
            reaching.again(changed.council());
        }
    }

    /** Who did not answer in time is asked once more. */
    @EventListener
    void on(TermRenewed renewed) {
        rows.openOf(renewed.caseId(), renewed.term(), renewed.scope())
                .forEach(row -> mails.renewed(row, renewed.lastDay()));
    }

    private static void forCouncil(OpenTask task, BiConsumer<OpenTask, GroupId> what) {
        task.groups().stream().filter(Asking::isForCouncil).findFirst().ifPresent(group -> what.accept(task, group));
    }
}
