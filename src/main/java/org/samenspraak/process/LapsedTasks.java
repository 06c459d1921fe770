package org.samenspraak.process;

import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Service;

/** Tasks that an event of the model took away, while the engine still remembers them. */
@Service
public class LapsedTasks {

    private final HistoryService history;
    private final TaskService taskService;
    private final Tasks tasks;

    LapsedTasks(HistoryService history, TaskService taskService, Tasks tasks) {
        this.history = history;
        this.taskService = taskService;
        this.tasks = tasks;
    }

    /** The open task of the same step, begun anew. None when it is not sure which one, or the task was done. */
    public Optional<OpenTask> begunAnew(String taskId) {
        var gone = history.createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .finished()
                .singleResult();
        if (gone == null || TaskEntity.DELETE_REASON_COMPLETED.equals(gone.getDeleteReason())) {
            return Optional.empty();
        }
        var same = taskService
                .createTaskQuery()
                .processInstanceId(gone.getProcessInstanceId())
                .taskDefinitionKey(gone.getTaskDefinitionKey())
                .list();
        return same.size() == 1 ? tasks.find(same.get(0).getId()) : Optional.empty();
    }
}
