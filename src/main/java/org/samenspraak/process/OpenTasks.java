package org.samenspraak.process;

import static java.util.stream.Collectors.toSet;

import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.springframework.stereotype.Component;

/** Makes what callers see of a task. */
@Component
class OpenTasks {

    private final Models models;

    OpenTasks(Models models) {
        this.models = models;
    }

    OpenTask read(TaskEntity task) {
        var execution = task.getExecution();
        var element = task.getProcessDefinition().findActivity(task.getTaskDefinitionKey());
        var properties = Drawn.properties(element);
        var form = formOf(task.getTaskDefinition());
        return new OpenTask(
                task.getId(),
                Contexts.caseOf(execution),
                task.getTaskDefinitionKey(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                properties.get(Drawn.NAME_EN),
                Drawn.about(element),
                task.getCandidates().stream()
                        .flatMap(link -> Optional.ofNullable(link.getGroupId()).stream())
                        .map(GroupId::parse)
                        .collect(toSet()),
                task.getAssignee() == null ? null : PersonId.parse(task.getAssignee()),
                Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null),
                Optional.ofNullable(task.getFollowUpDate()).map(Date::toInstant).orElse(null),
                Priority.of(task.getPriority()),
                properties.get(TaskEvents.TERM),
                Contexts.scopeOf(task),
                form,
                form == null ? null : models.form(task.getProcessDefinition().getDeploymentId(), form),
                properties,
                Facts.of(execution));
    }

    /** The form that was deployed with a model for one of its tasks. */
    Optional<String> form(String definitionId, String element) {
        return Optional.ofNullable(models.element(definitionId, element).getActivityBehavior())
                .map(behavior -> formOf(((UserTaskActivityBehavior) behavior).getTaskDefinition()))
                .map(form -> models.formOf(definitionId, form));
    }

    private static @Nullable String formOf(TaskDefinition task) {
        var form = task.getCamundaFormDefinitionKey();
        return form == null ? null : form.getExpressionText();
    }
}
