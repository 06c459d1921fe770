package org.samenspraak.deadlines;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.samenspraak.casefile.Cases;
import org.samenspraak.process.OpenTask;
import org.samenspraak.process.ProcessEnded;
import org.samenspraak.process.TaskClosed;
import org.samenspraak.process.Tasks;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A clock ends with the last task that has its term, and all clocks with the process of the case. */
@Component
class ClockListeners {

    private final Clocks clocks;
    private final Cases cases;
    private final Tasks tasks;

    ClockListeners(Clocks clocks, Cases cases, Tasks tasks) {
        this.clocks = clocks;
        this.cases = cases;
        this.tasks = tasks;
    }

    @EventListener
    void on(TaskClosed closed) {
        var term = closed.term();
        if (term == null) {
            return;
        }
        var gone = closedInThisTransaction();
        gone.add(closed.taskId());
        var othersWait = tasks.ofCase(closed.caseId()).stream()
                .filter(task -> !gone.contains(task.id()))
                .anyMatch(task -> hasSameClock(task, closed));
        if (!othersWait) {
            clocks.stop(closed.caseId(), term, closed.scope());
        }
    }

    @EventListener
    void on(ProcessEnded ended) {
        if (cases.get(ended.caseId()).trajectory().equals(ended.processKey())) {
            clocks.stopAll(ended.caseId());
        }
    }

    private static boolean hasSameClock(OpenTask task, TaskClosed closed) {
        return Objects.equals(task.term(), closed.term()) && Objects.equals(task.scope(), closed.scope());
    }

    /** The engine's query still finds tasks that were taken away a moment ago. */
    private static Set<String> closedInThisTransaction() {
        if (TransactionSynchronizationManager.getResource(Gone.class) instanceof Gone known) {
            return known.tasks();
        }
        var gone = new Gone(new HashSet<>());
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(Gone.class, gone);
            TransactionSynchronizationManager.registerSynchronization(gone);
        }
        return gone.tasks();
    }

    private record Gone(Set<String> tasks) implements TransactionSynchronization {

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Gone.class);
        }
    }
}
