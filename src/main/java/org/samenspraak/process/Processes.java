package org.samenspraak.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts, signals and stops the trajectories of cases. */
@Service
public class Processes {

    /** When a timer is due whose term has no end: a timer without a date would be due at once. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final RuntimeService runtime;
    private final TaskService taskService;
    private final HistoryService history;
    private final ManagementService management;
    private final UserCommands commands;
    private final StepBeans steps;
    private final Models models;
    private final StuckTasks stuck;

    Processes(
            RuntimeService runtime,
            TaskService taskService,
            HistoryService history,
            ManagementService management,
            UserCommands commands,
            StepBeans steps,
            Models models,
            StuckTasks stuck) {
        this.runtime = runtime;
        this.taskService = taskService;
        this.history = history;
        this.management = management;
        this.commands = commands;
        this.steps = steps;
        this.models = models;
        this.stuck = stuck;
    }

    /** Starts a trajectory for a case. The case id is the business key; facts are what gateways read. Refuses when its first steps fail. */
    public void start(String processKey, CaseId caseId, Map<String, Object> facts, Actor actor) {
        var variables = variables(facts, actor);
        commands.begin(
                caseId, actor, () -> runtime.startProcessInstanceByKey(processKey, caseId.toString(), variables));
    }

    /** Hands a message to everything in the case that waits for it; refuses when nothing does. */
    public void signal(CaseId caseId, String message, Map<String, Object> facts, Actor actor) {
        var variables = variables(facts, actor);
        commands.run(caseId, actor, () -> {
            var waiting = waiting(caseId, message);
            if (waiting.isEmpty()) {
                throw new Refusal("process.refusal.nothing-waits");
            }
            waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), variables));
        });
    }

    /** Whether something in the case waits for this message. */
    public boolean awaits(CaseId caseId, String message) {
        return !waiting(caseId, message).isEmpty();
    }

    private List<Execution> waiting(CaseId caseId, String message) {
        return runtime.createExecutionQuery()
                .processInstanceBusinessKey(caseId.toString())
                .messageEventSubscriptionName(message)
                .list();
    }

    /** Stops everything that runs for a case. The reason belongs in the case file: the engine keeps no texts. */
    public void cancel(CaseId caseId, String reason, Actor actor) {
        commands.run(caseId, actor, () -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "stopped", false, true)));
    }

    /**
     * Moves the due date of tasks and the timers that hang on a term.
     *
     * @param due none while the term is suspended: the tasks have no date then, and the timers wait
     */
    @Transactional
    public void moveTerm(CaseId caseId, String term, @Nullable String scope, @Nullable Instant due) {
        var date = due == null ? null : Date.from(due);
        var moves = new TermMoves(management, runtime);
        for (var job : moves.timers(caseId, term, scope)) {
            management.setJobDuedate(job.getId(), date == null ? Date.from(NEVER) : date, false);
        }
        for (var task : taskService
                .createTaskQuery()
                .processInstanceBusinessKey(caseId.toString())
                .list()) {
            var drawn = models.element(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
            if (term.equals(Drawn.properties(drawn).get(TaskEvents.TERM))
                    && Objects.equals(scope, taskService.getVariableLocal(task.getId(), Facts.SCOPE))) {
                task.setDueDate(date);
                taskService.saveTask(task);
            }
        }
    }

    /** The shipped and published models that cases run on, newest version of each; some have no form to start with. */
    public List<Trajectory> trajectories() {
        return models.trajectories();
    }

    /** The other trajectory that has published a process with this id, if any: no two may. */
    public Optional<String> owner(String process, String folder) {
        return models.owner(process, folder);
    }

    /** What people may be asked to do, in any model that cases run on. */
    public List<NamedStep> userTasks() {
        return models.userTasks();
    }

    public Optional<Trajectory> trajectory(String processKey) {
        return models.trajectory(processKey);
    }

    /** The BPMN of the model version that a case started with, for its drawing; not what runs beside it. */
    public Optional<String> diagram(CaseId caseId) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(caseId.toString())
                .rootProcessInstances()
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .findFirst()
                .map(HistoricProcessInstance::getProcessDefinitionId)
                .map(models::diagram);
    }

    /** The BPMN of a model version, as {@link ElementPassed} names it. */
    public String drawing(String definition) {
        return models.diagram(definition);
    }

    /** Steps that failed and wait for somebody, newest first; before them the tasks after which a case can't go on. */
    public List<FailedStep> failedSteps(int limit) {
        var jobs = management.createJobQuery().withException().orderByJobDuedate().desc().listPage(0, limit).stream();
        return Stream.concat(stuck.newest(limit).stream(), jobs.map(this::failed))
                .limit(limit)
                .toList();
    }

    private FailedStep failed(Job job) {
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        var drawn = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        var step = Objects.requireNonNullElse(job.getFailedActivityId(), drawn.getActivityId());
        return new FailedStep(
                job.getId(),
                CaseId.parse(instance.getBusinessKey()),
                step,
                models.name(job.getProcessDefinitionId(), step),
                job.getExceptionMessage(),
                job.getRetries(),
                since(job, drawn));
    }

    /** A failure sets the date of a job to its next attempt, so only a timer is asked for it. */
    private static Instant since(Job job, JobDefinition drawn) {
        return AsyncContinuationJobHandler.TYPE.equals(drawn.getJobType()) || job.getDuedate() == null
                ? job.getCreateTime().toInstant()
                : job.getDuedate().toInstant();
    }

    /**
     * Gives a failed step new attempts, from now; the engine takes it up by itself, and who has a task can try again. Refuses what
     * did not fail.
     */
    public FailedStep retry(String failedStepId) {
        return stuck.release(failedStepId).orElseGet(() -> retryJob(failedStepId));
    }

    private FailedStep retryJob(String failedStepId) {
        var job =
                management.createJobQuery().jobId(failedStepId).withException().singleResult();
        if (job == null) {
            throw new Refusal("process.refusal.step-gone");
        }
        management.setJobRetries(failedStepId, 3);
        management.setJobDuedate(failedStepId, ClockUtil.getCurrentTime());
        return failed(job);
    }

    private Map<String, Object> variables(Map<String, Object> facts, Actor actor) {
        var variables = new HashMap<>(Facts.asVariables(facts, steps));
        variables.put(Facts.ACTOR, Actors.write(actor));
        return variables;
    }
}
