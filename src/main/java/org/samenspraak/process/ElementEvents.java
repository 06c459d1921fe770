package org.samenspraak.process;

import java.time.Instant;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells which elements of a model a case passed, and when its process ended. */
@Component
class ElementEvents implements ExecutionListener {

    private final ApplicationEventPublisher events;

    ElementEvents(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void notify(DelegateExecution delegate) {
        var execution = (ExecutionEntity) delegate;
        var activity = execution.getActivity();
        var entered = EVENTNAME_START.equals(execution.getEventName());
        var timer = String.valueOf(activity.getProperty("type")).contains("Timer");
        if (timer && entered == "boundaryEvent".equals(Drawn.type(activity)) && !execution.isCanceled()) {
            // from here on nobody but the clock is the cause
            execution.setVariable(Facts.ACTOR, Actors.write(Actor.SYSTEM));
        }
        events.publishEvent(new ElementPassed(
                Contexts.caseOf(execution),
                execution.getProcessDefinition().getKey(),
                execution.getProcessDefinitionId(),
                activity.getId(),
                Objects.requireNonNullElse(execution.getCurrentActivityName(), ""),
                Drawn.properties(activity).get(Drawn.NAME_EN),
                Drawn.type(activity),
                entered,
                execution.isCanceled(),
                now(),
                Actors.of(execution)));
    }

    /** The end of the whole process; the end of a called one is a step of its parent. */
    ExecutionListener processEnd() {
        return execution -> {
            if (execution.getSuperExecution() != null) {
                return;
            }
            var stopped = execution.isCanceled() || ((ExecutionEntity) execution).getDeleteReason() != null;
            events.publishEvent(new ProcessEnded(
                    Contexts.caseOf(execution),
                    ((ExecutionEntity) execution).getProcessDefinition().getKey(),
                    stopped ? null : execution.getCurrentActivityId(),
                    stopped ? null : endName(execution)));
        };
    }

    private static @Nullable String endName(DelegateExecution execution) {
        return execution.getCurrentActivityName();
    }

    /** The engine's now: in tests and the demo year it is set. */
    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
