package org.samenspraak.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.behavior.EventSubProcessStartConditionalEventActivityBehavior;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.process.DryRuns.TaskRow;
import org.samenspraak.process.DryRuns.Waiting;

/** Where a dry run stands in its engine: it is the business key of its model and of all that this calls. */
record DryRunPlace(ProcessEngine engine, UUID run) {

    private static final String TIMER = "timer";

    List<String> instances() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(run.toString())
                .list()
                .stream()
                .map(ProcessInstance::getProcessInstanceId)
                .toList();
    }

    List<TaskRow> taskRows() {
        return tasks().stream().map(this::row).toList();
    }

    private List<Task> tasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(run.toString())
                .initializeFormKeys()
                .list();
    }

    private TaskRow row(Task task) {
        var groups = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        var name = Objects.requireNonNullElse(task.getName(), "");
        return new TaskRow(task.getId(), name, groups, task.getCamundaFormRef() != null);
    }

    /** @throws NotFound for a task of another run, and for one that is done */
    Task own(String task) {
        return tasks().stream()
                .filter(it -> it.getId().equals(task))
                .findFirst()
                .orElseThrow(() -> new NotFound("process.refusal.dry-run-gone"));
    }

    /** The forms whose answers a task begins with. */
    List<String> data(Task task) {
        var drawn = engine.getRepositoryService()
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .<UserTask>getModelElementById(task.getTaskDefinitionKey());
        return Stream.ofNullable(drawn.getExtensionElements())
                .flatMap(it -> it.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(it -> it.getCamundaProperties().stream())
                .filter(it -> "data".equals(it.getCamundaName()))
                .flatMap(it -> Arrays.stream(it.getCamundaValue().split(",")))
                .map(String::strip)
                .toList();
    }

    List<Waiting> timers() {
        return jobs().stream()
                .filter(this::isTimer)
                .map(job -> new Waiting(job.getId(), name(job)))
                .toList();
    }

    List<Waiting> messages() {
        var own = instances();
        return engine.getRuntimeService().createEventSubscriptionQuery().eventType("message").list().stream()
                .filter(it -> own.contains(it.getProcessInstanceId()))
                .map(it -> new Waiting(it.getExecutionId(), it.getEventName()))
                .toList();
    }

    List<Waiting> conditions() {
        var own = instances();
        return engine.getRuntimeService().createEventSubscriptionQuery().eventType("conditional").list().stream()
                .filter(it -> own.contains(it.getProcessInstanceId()))
                .map(it -> new Waiting(it.getId(), condition(it)))
                .toList();
    }

    private String condition(EventSubscription waiting) {
        var model = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(waiting.getProcessInstanceId())
                .singleResult()
                .getProcessDefinitionId();
        var drawn = drawn(model, waiting.getActivityId());
        var until = drawn.getChildElementsByType(ConditionalEventDefinition.class).stream()
                .map(it -> it.getCondition().getTextContent())
                .collect(Collectors.joining());
        return name(drawn) + " (" + until + ")";
    }

    /** Goes the way of a condition: on from it, or into the sub-process that it starts. */
    void happen(String condition) {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        settings.getCommandExecutorTxRequired().execute(context -> {
            var waiting = context.getEventSubscriptionManager().findEventSubscriptionById(condition);
            var execution = waiting.getExecution();
            var event = waiting.getActivity();
            if (event.getActivityBehavior() instanceof EventSubProcessStartConditionalEventActivityBehavior) {
                execution.executeEventHandlerActivity((ActivityImpl) event.getFlowScope());
            } else if (event.equals(execution.getActivity())) {
                execution.signal(null, null);
            } else {
                execution.executeEventHandlerActivity(event);
            }
            return waiting;
        });
    }

    /** A step that waits for nobody and for no day. */
    Optional<String> next() {
        return jobs().stream()
                .filter(job -> !isTimer(job) && job.getRetries() > 0)
                .map(Job::getId)
                .findFirst();
    }

    Map<String, String> facts() {
        var facts = new TreeMap<String, String>();
        for (var instance : instances()) {
            engine.getRuntimeService().getVariables(instance).forEach((name, value) -> {
                if (!Facts.isReserved(name)) {
                    facts.put(name, String.valueOf(value));
                }
            });
        }
        return facts;
    }

    private List<Job> jobs() {
        return instances().stream()
                .flatMap(it -> engine.getManagementService().createJobQuery().processInstanceId(it).list().stream())
                .toList();
    }

    private boolean isTimer(Job job) {
        return drawn(job).getJobType().startsWith(TIMER);
    }

    private String name(Job job) {
        return name(drawn(job.getProcessDefinitionId(), drawn(job).getActivityId()));
    }

    private static String name(BaseElement drawn) {
        return Optional.ofNullable(drawn.getAttributeValue("name")).orElse(drawn.getId());
    }

    private BaseElement drawn(String model, String element) {
        return engine.getRepositoryService().getBpmnModelInstance(model).getModelElementById(element);
    }

    private JobDefinition drawn(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
    }
}
