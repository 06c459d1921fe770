package org.samenspraak.process;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers which tasks a transaction touched; before it commits, their rows of the work list are made anew. Task events
 * mark most; suspension and migration fire history events only.
 */
@Component
class TaskMarks implements HistoryEventHandler {

    private final WorkList workList;

    TaskMarks(WorkList workList) {
        this.workList = workList;
    }

    void task(String id) {
        here().tasks.add(id);
    }

    private void instance(String id) {
        here().instances.add(id);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricTaskInstanceEventEntity task) {
            task(task.getTaskId());
        } else if (event instanceof HistoricProcessInstanceEventEntity instance) {
            instance(instance.getProcessInstanceId());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private Marks here() {
        var marks = (Marks) TransactionSynchronizationManager.getResource(this);
        if (marks == null) {
            marks = new Marks();
            TransactionSynchronizationManager.bindResource(this, marks);
            TransactionSynchronizationManager.registerSynchronization(marks);
        }
        return marks;
    }

    private final class Marks implements TransactionSynchronization {

        private final Set<String> tasks = new HashSet<>();
        private final Set<String> instances = new HashSet<>();

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TaskMarks.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TaskMarks.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            workList.refresh(tasks, instances);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(TaskMarks.this);
        }
    }
}
