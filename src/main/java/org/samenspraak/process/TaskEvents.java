package org.samenspraak.process;

import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.samenspraak.kernel.GroupId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When a task opens: its groups get their scope, its term its date. Then, and when it closes, the others are told. */
@Component
class TaskEvents implements TaskListener {

    static final String TERM = "term";

    private final ObjectProvider<TaskScopes> scopes;
    private final ObjectProvider<Terms> terms;
    private final ApplicationEventPublisher events;
    private final TaskMarks marks;

    TaskEvents(
            ObjectProvider<TaskScopes> scopes,
            ObjectProvider<Terms> terms,
            ApplicationEventPublisher events,
            TaskMarks marks) {
        this.scopes = scopes;
        this.terms = terms;
        this.events = events;
        this.marks = marks;
    }

    @Override
    public void notify(DelegateTask delegate) {
        var task = (TaskEntity) delegate;
        marks.task(task.getId());
        switch (task.getEventName()) {
            case EVENTNAME_CREATE -> opened(task);
            case EVENTNAME_COMPLETE -> events.publishEvent(closed(task, true));
            case EVENTNAME_DELETE -> events.publishEvent(closed(task, false));
            default -> {}
        }
    }

    private void opened(TaskEntity task) {
        var caseId = Contexts.caseOf(task.getExecution());
        var scope = Contexts.scopeOf(task);
        if (scope != null) {
            task.setVariableLocal(Facts.SCOPE, scope);
        }
        group(task);
        var term = Drawn.properties(task.getExecution().getActivity()).get(TERM);
        var known = terms.getIfAvailable();
        if (term != null && known != null) {
            var due = known.due(caseId, term, scope);
            task.setDueDate(due == null ? null : Date.from(due));
        }
        events.publishEvent(new TaskOpened(task.getId(), caseId, task.getTaskDefinitionKey()));
    }

    /** Offers a task to this group only; one of its model brings back all of them. */
    void handTo(TaskEntity task, GroupId group) {
        if (drawn(task).contains(group.toString())) {
            task.removeVariableLocal(Facts.HANDED_TO);
        } else {
            task.setVariableLocal(Facts.HANDED_TO, group.toString());
        }
        group(task);
    }

    /**
     * Offers a task to the groups of its model, each with the scope of this case, or to the one it was handed to; those of
     * before no longer see it.
     */
    void group(TaskEntity task) {
        var handedTo = (String) task.getVariableLocal(Facts.HANDED_TO);
        var wanted = handedTo == null ? drawn(task) : Set.of(handedTo);
        var present = task.getCandidates().stream()
                .map(link -> link.getGroupId())
                .filter(group -> group != null)
                .collect(Collectors.toSet());
        present.stream().filter(group -> !wanted.contains(group)).forEach(task::deleteCandidateGroup);
        wanted.stream().filter(group -> !present.contains(group)).forEach(task::addCandidateGroup);
        marks.task(task.getId());
    }

    private Set<String> drawn(TaskEntity task) {
        var caseId = Contexts.caseOf(task.getExecution());
        var scope = Contexts.scopeOf(task);
        var known = scopes.getIfAvailable();
        return Drawn.groups(task.getExecution().getActivity()).stream()
                .map(group -> group.scope() == null || known == null ? group : known.resolve(caseId, group, scope))
                .map(GroupId::toString)
                .collect(Collectors.toSet());
    }

    private static TaskClosed closed(TaskEntity task, boolean done) {
        return new TaskClosed(
                task.getId(),
                Contexts.caseOf(task.getExecution()),
                task.getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(),
                Drawn.properties(task.getExecution().getActivity()).get(TERM),
                Contexts.scopeOf(task),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                done);
    }
}
