package org.samenspraak.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Tasks of people. Permission is the caller's matter; the second of two people is refused here. */
@Service
public class Tasks {

    private final TaskService taskService;
    private final HistoryService history;
    private final CommandExecutor engine;
    private final UserCommands commands;
    private final StepBeans steps;
    private final OpenTasks openTasks;
    private final TaskEvents taskEvents;
    private final ApplicationEventPublisher events;

    Tasks(
            TaskService taskService,
            HistoryService history,
            CommandExecutor engine,
            UserCommands commands,
            StepBeans steps,
            OpenTasks openTasks,
            TaskEvents taskEvents,
            ApplicationEventPublisher events) {
        this.taskService = taskService;
        this.history = history;
        this.engine = engine;
        this.commands = commands;
        this.steps = steps;
        this.openTasks = openTasks;
        this.taskEvents = taskEvents;
        this.events = events;
    }

    /** Also finds a task that was opened in this transaction and is not written yet. */
    public Optional<OpenTask> find(String taskId) {
        return Optional.ofNullable(withTask(taskId, openTasks::read));
    }

    /** The form of a task that is done or gone, while the engine still remembers it. */
    public Optional<String> formOfGone(String taskId) {
        return Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult())
                .flatMap(task -> openTasks.form(task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
    }

    public List<OpenTask> ofCase(CaseId caseId) {
        return idsOf(caseId).stream().flatMap(id -> find(id).stream()).toList();
    }

    private List<String> idsOf(CaseId caseId) {
        return taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseId.toString())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(Task::getId)
                .toList();
    }

    /**
     * Refuses when somebody else has it or it is gone; nothing changes for who has it already. Taken in somebody's place it is
     * that holder's task: nothing stays with a deputy.
     */
    public void claim(String taskId, Actor person) {
        assign(taskId, person, true);
    }

    /** Refuses when somebody else has it by now or it is gone. */
    public void giveBack(String taskId, Actor person) {
        assign(taskId, person, false);
    }

    private void assign(String taskId, Actor person, boolean taken) {
        var holder = person.inPlaceOf();
        var me = String.valueOf(holder == null ? person.id() : holder.id());
        change(taskId, person, task -> {
            var has = isWith(person, task);
            if (taken && has) {
                return;
            }
            if (taken ? task.getAssignee() != null : !has) {
                throw new Refusal("process.refusal.task-taken");
            }
            taskService.setAssignee(taskId, taken ? me : null);
            find(taskId)
                    .ifPresent(open -> events.publishEvent(
                            new TaskAssigned(open.caseId(), open.name(), open.nameEn(), taken, person)));
        });
    }

    /** Completes a task with the facts of its form; refuses when it is gone, or when a person completes what another has. */
    public void complete(String taskId, Map<String, Object> facts, Actor actor) {
        var variables = new HashMap<>(Facts.asVariables(facts, steps));
        variables.put(Facts.ACTOR, Actors.write(actor));
        change(taskId, actor, task -> {
            if (actor.kind() == Actor.Kind.PERSON) {
                if (task.getAssignee() != null && !isWith(actor, task)) {
                    throw new Refusal("process.refusal.task-taken");
                }
                sign(task, actor);
            }
            taskService.complete(taskId, variables);
        });
    }

    /** Who did it: so that a second click is recognised. */
    private void sign(Task task, Actor person) {
        if (person.id() != null && !person.id().toString().equals(task.getAssignee())) {
            taskService.setAssignee(task.getId(), person.id().toString());
        }
    }

    private static boolean isWith(Actor person, Task task) {
        return task.getAssignee() != null && person.actsFor(PersonId.parse(task.getAssignee()));
    }

    /** Whether this very person completed the task, while the engine still remembers it. */
    public boolean wasDoneBy(String taskId, Actor person) {
        return history.createHistoricTaskInstanceQuery()
                        .taskId(taskId)
                        .taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED)
                        .taskAssignee(String.valueOf(person.id()))
                        .count()
                == 1;
    }

    /** Looks up the groups of the open tasks of a case again, after its area or council changed. */
    public void regroup(CaseId caseId) {
        commands.run(caseId, Actor.SYSTEM, () -> idsOf(caseId)
                .forEach(id -> withTask(id, task -> {
                    taskEvents.group(task);
                    return id;
                })));
    }

    private void change(String taskId, Actor actor, Consumer<Task> change) {
        var caseId = withTask(taskId, task -> Contexts.caseOf(task.getExecution()));
        if (caseId == null) {
            throw gone();
        }
        commands.run(caseId, actor, () -> {
            var task = taskService.createTaskQuery().taskId(taskId).singleResult();
            if (task == null) {
                throw gone();
            }
            change.accept(task);
        });
    }

    private static Refusal gone() {
        return new Refusal("process.refusal.task-gone");
    }

    private <T> @Nullable T withTask(String taskId, Function<TaskEntity, T> use) {
        return engine.execute(context -> {
            var task = context.getTaskManager().findTaskById(taskId);
            return task == null ? null : use.apply(task);
        });
    }
}
