package org.samenspraak.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
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
    private final FourEyes fourEyes;
    private final ApplicationEventPublisher events;

    Tasks(
            TaskService taskService,
            HistoryService history,
            CommandExecutor engine,
            UserCommands commands,
            StepBeans steps,
            OpenTasks openTasks,
            TaskEvents taskEvents,
            FourEyes fourEyes,
            ApplicationEventPublisher events) {
        this.taskService = taskService;
        this.history = history;
        this.engine = engine;
        this.commands = commands;
        this.steps = steps;
        this.openTasks = openTasks;
        this.taskEvents = taskEvents;
        this.fourEyes = fourEyes;
        this.events = events;
    }

    /** Also finds a task that was opened in this transaction and is not written yet. */
    public Optional<OpenTask> find(String taskId) {
        return Optional.ofNullable(withTask(taskId, openTasks::read));
    }

    /** The same without reading what it asks. */
    public boolean isOpen(String taskId) {
        return withTask(taskId, TaskEntity::getId) != null;
    }

    /** The form of a task that is done or gone, while the engine still remembers it. */
    public Optional<String> formOfGone(String taskId) {
        return Optional.ofNullable(
                        history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult())
                .flatMap(task -> openTasks.form(task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
    }

    /** The official who did a task, while the engine still remembers it; none when it lapsed. */
    public Optional<PersonId> doneBy(String taskId) {
        var task = history.createHistoricTaskInstanceQuery()
                .taskId(taskId)
                .taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED)
                .singleResult();
        return Optional.ofNullable(task).map(HistoricTaskInstance::getAssignee).map(PersonId::parse);
    }

    public List<OpenTask> ofCase(CaseId caseId) {
        return engine.execute(context ->
                idsOf(caseId).stream().flatMap(id -> find(id).stream()).toList());
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
     * Refuses when somebody else has it, it is gone or it is kept from them ({@link #bar}); nothing changes for who has it
     * already. Taken in somebody's place it is that holder's task: nothing stays with a deputy.
     */
    public void claim(String taskId, Actor person) {
        assign(taskId, person, true);
    }

    /**
     * Why a person may not do a task whose model keeps it from who did an earlier one ({@code not_by}), or who acted for them,
     * or whom they acted for.
     */
    public Optional<Refusal> bar(OpenTask task, Actor person) {
        return task.isForOtherEyes() ? bar(task.id(), person) : Optional.empty();
    }

    private Optional<Refusal> bar(String taskId, Actor person) {
        return Optional.ofNullable(withTask(taskId, task -> fourEyes.bar(task, person)));
    }

    private static void refuse(Refusal no) {
        throw no;
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
                throw taken(task);
            }
            if (taken) {
                bar(taskId, person).ifPresent(Tasks::refuse);
            }
            taskService.setAssignee(taskId, taken ? me : null);
            find(taskId)
                    .ifPresent(open -> events.publishEvent(
                            new TaskAssigned(open.caseId(), open.name(), open.nameEn(), taken, person)));
        });
    }

    /** Refuses when somebody else has it than was seen, or it is gone. */
    public void handOver(String taskId, HandOver to, Actor by) {
        change(taskId, by, task -> {
            if (!Objects.equals(
                    task.getAssignee(), to.holder() == null ? null : to.holder().toString())) {
                throw taken(task);
            }
            if (to.person() != null) {
                bar(taskId, Actor.person(to.person(), "")).ifPresent(Tasks::refuse);
            }
            var group = to.group();
            if (group != null) {
                withTask(taskId, entity -> {
                    taskEvents.handTo(entity, group);
                    return entity;
                });
            }
            taskService.setAssignee(
                    taskId, to.person() == null ? null : to.person().toString());
            find(taskId)
                    .ifPresent(open -> events.publishEvent(
                            new TaskHandedOver(taskId, open.caseId(), open.name(), open.nameEn(), to, by)));
        });
    }

    /** Says when to look at a task again, or takes that away; refuses when it is gone. */
    public void followUp(String taskId, @Nullable Instant when, Actor by) {
        var date = when == null ? null : Date.from(when);
        plan(
                taskId,
                by,
                task -> !Objects.equals(when, moment(task.getFollowUpDate())),
                task -> task.setFollowUpDate(date),
                open -> new TaskPlanned(open.caseId(), open.name(), open.nameEn(), when, null, by));
    }

    /** Refuses when it is gone. */
    public void prioritise(String taskId, Priority priority, Actor by) {
        plan(
                taskId,
                by,
                task -> Priority.of(task.getPriority()) != priority,
                task -> task.setPriority(priority.number()),
                open -> new TaskPlanned(open.caseId(), open.name(), open.nameEn(), null, priority, by));
    }

    private static @Nullable Instant moment(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private void plan(
            String taskId,
            Actor by,
            Predicate<Task> differs,
            Consumer<Task> change,
            Function<OpenTask, TaskPlanned> told) {
        change(taskId, by, task -> {
            if (differs.test(task)) {
                change.accept(task);
                taskService.saveTask(task);
                find(taskId).map(told).ifPresent(events::publishEvent);
            }
        });
    }

    /**
     * Completes a task with the facts of its form; an official who does so has it from then on. Refuses when it is gone, or
     * when a person completes what another has.
     */
    public void complete(String taskId, Map<String, Object> facts, Actor actor) {
        var variables = new HashMap<>(Facts.asVariables(facts, steps));
        variables.put(Facts.ACTOR, Actors.write(actor));
        change(taskId, actor, task -> {
            if (actor.kind() == Actor.Kind.PERSON && task.getAssignee() != null && !isWith(actor, task)) {
                throw taken(task);
            }
            // one command, so that the engine reads it once; a refusal thrown inside would be logged as an error
            var refusal = withTask(taskId, entity -> {
                var bar = Optional.ofNullable(fourEyes.bar(entity, actor));
                if (bar.isEmpty()) {
                    if (actor.kind() == Actor.Kind.PERSON) {
                        // who did it: so that a second click is recognised
                        taskService.setAssignee(taskId, String.valueOf(actor.id()));
                    }
                    taskService.complete(taskId, variables);
                }
                return bar;
            });
            (refusal == null ? Optional.of(gone()) : refusal).ifPresent(Tasks::refuse);
        });
    }

    private static boolean isWith(Actor person, Task task) {
        return task.getAssignee() != null && person.actsFor(PersonId.parse(task.getAssignee()));
    }

    /** Whether this very person completed the task, while the engine still remembers it. */
    public boolean wasDoneBy(String taskId, Actor person) {
        return doneBy(taskId).filter(doer -> doer.value().equals(person.id())).isPresent();
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
        commands.run(taskId, caseId, actor, () -> {
            var task = taskService.createTaskQuery().taskId(taskId).singleResult();
            if (task == null) {
                throw gone();
            }
            change.accept(task);
        });
    }

    private static TaskTaken taken(Task task) {
        return new TaskTaken(task.getAssignee() == null ? null : PersonId.parse(task.getAssignee()));
    }

    private static Refusal gone() {
        return new Refusal("process.refusal.task-gone");
    }

    private <T> @Nullable T withTask(String taskId, Function<TaskEntity, T> use) {
        return engine.execute(context -> {
            var task = context.getTaskManager().findTaskById(taskId);
            // who completes it at this moment takes its execution away after we read the task, or that of the case
            // after both
            return task == null
                            || task.getExecution() == null
                            || task.getExecution().getProcessInstance() == null
                    ? null
                    : use.apply(task);
        });
    }
}
