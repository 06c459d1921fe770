package org.samenspraak.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.StandingCases.Route;
import org.samenspraak.process.TrajectoryFiles.Version;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Takes running cases to another version of their models. A case goes as a whole or stays as it was; what was done stays
 * done, and a task that goes along gets the groups, the form and the term of the new version.
 */
@Service
public class CaseMoves {

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final StandingCases standing;
    private final Models models;
    private final UserCommands commands;
    private final TaskEvents taskEvents;
    private final ObjectProvider<Terms> terms;
    private final ApplicationEventPublisher events;

    CaseMoves(
            RuntimeService runtime,
            ProcessEngineConfigurationImpl engine,
            StandingCases standing,
            Models models,
            UserCommands commands,
            TaskEvents taskEvents,
            ObjectProvider<Terms> terms,
            ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.engine = engine;
        this.standing = standing;
        this.models = models;
        this.commands = commands;
        this.taskEvents = taskEvents;
        this.terms = terms;
        this.events = events;
    }

    /** What runs of this case on another version, and the model it would go on with. */
    public List<Route> routes(String folder, CaseId caseId, Version target) {
        return standing.routes(folder, caseId, target.deployment());
    }

    /**
     * Moves a case.
     *
     * @return what changed for each of its tasks
     * @throws Refusal with what stands in the way; nothing of the case has moved then
     */
    public List<Shift> move(CaseId caseId, List<Route> routes, Actor by) {
        return commands.run(caseId, by, () -> routes.stream()
                .flatMap(route -> move(caseId, route).stream())
                .toList());
    }

    private List<Shift> move(CaseId caseId, Route route) {
        if (route.to() == null) {
            throw new Refusal("process.refusal.no-model");
        }
        var before = tasks(route.instance());
        try {
            var plan = runtime.createMigrationPlan(route.from(), route.to())
                    .mapEqualActivities()
                    .updateEventTriggers()
                    .build();
            runtime.newMigration(plan).processInstanceIds(route.instance()).execute();
        } catch (MigratingProcessInstanceValidationException stands) {
            var report = stands.getValidationReport();
            throw inTheWay(
                    route,
                    report.getActivityInstanceReports().stream()
                            .map(it -> it.getSourceScopeId())
                            .findFirst()
                            .orElse(null));
        } catch (MigrationPlanValidationException differs) {
            throw inTheWay(
                    route,
                    differs.getValidationReport().getInstructionReports().stream()
                            .map(it -> it.getMigrationInstruction().getSourceActivityId())
                            .findFirst()
                            .orElse(null));
        }
        var standing = models.steps(route.to(), runtime.getActiveActivityIds(route.instance()));
        if (!standing.isEmpty()) {
            events.publishEvent(new ModelMoved(caseId, standing.get(0).process(), route.to(), standing));
        }
        return before.entrySet().stream()
                .flatMap(task -> settle(task.getKey(), task.getValue()).stream())
                .toList();
    }

    /** In the words of the designer: which step keeps the case where it is. */
    private Refusal inTheWay(Route route, @Nullable String element) {
        if (element == null) {
            return new Refusal("process.refusal.cannot-move");
        }
        var target = route.to() == null ? null : (Object) models.element(route.to(), element);
        return new Refusal(
                target == null ? "process.refusal.step-left-out" : "process.refusal.step-cannot-move",
                models.name(route.from(), element));
    }

    /** The term of each open task of an instance, by the id of the task. */
    private Map<String, Before> tasks(String instance) {
        return execute(() -> {
            var found = new HashMap<String, Before>();
            for (var task : engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance)
                    .list()) {
                var drawn = models.element(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
                found.put(
                        task.getId(),
                        new Before(
                                Objects.requireNonNullElse(task.getName(), ""),
                                Drawn.properties(drawn).get(TaskEvents.TERM),
                                task.getDueDate()));
            }
            return found;
        });
    }

    /** Gives a task what the new version says of it, as if it opened there; its clock is its own, and goes on when it is the same. */
    private Optional<Shift> settle(String taskId, Before before) {
        return execute(() -> {
            var task = (TaskEntity)
                    engine.getTaskService().createTaskQuery().taskId(taskId).singleResult();
            if (task == null) {
                return Optional.<Shift>empty();
            }
            var activity = task.getExecution().getActivity();
            var named = Objects.requireNonNullElse(activity.getName(), task.getName());
            task.setName(named);
            taskEvents.group(task);
            var term = Drawn.properties(activity).get(TaskEvents.TERM);
            if (!Objects.equals(term, before.term())) {
                renew(task, before.term(), term);
            }
            return Optional.of(new Shift(before.name(), named, instant(before.due()), instant(task.getDueDate())));
        });
    }

    private void renew(TaskEntity task, @Nullable String old, @Nullable String term) {
        var known = terms.getIfAvailable();
        if (known == null) {
            return;
        }
        var caseId = Contexts.caseOf(task.getExecution());
        var scope = Contexts.scopeOf(task);
        if (old != null) {
            known.leave(caseId, old, scope);
        }
        var due = term == null ? null : known.due(caseId, term, scope);
        task.setDueDate(due == null ? null : Date.from(due));
    }

    private <T> T execute(Supplier<T> work) {
        return engine.getCommandExecutorTxRequired().execute(context -> work.get());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private record Before(String name, @Nullable String term, @Nullable Date due) {}

    /**
     * A task that went along.
     *
     * @param was what it was called
     * @param task what it is called now
     * @param before when it was due, or none
     * @param after when it is due now, or none
     */
    public record Shift(String was, String task, @Nullable Instant before, @Nullable Instant after) {

        public boolean isShifted() {
            return !Objects.equals(before, after);
        }
    }
}
