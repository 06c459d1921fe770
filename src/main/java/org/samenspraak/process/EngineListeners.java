package org.samenspraak.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.bpmn.behavior.CallableElementActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.core.model.CallableElementParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/**
 * What every model gets that none has to draw: events for tasks and elements, the case and the actor handed to called
 * models. Runs once per model, when all of it is parsed; built in, so no call can skip them.
 */
@Component
class EngineListeners extends AbstractBpmnParseListener {

    private final TaskEvents taskEvents;
    private final ElementEvents elementEvents;

    EngineListeners(TaskEvents taskEvents, ElementEvents elementEvents) {
        this.taskEvents = taskEvents;
        this.elementEvents = elementEvents;
    }

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        var elements = new HashMap<String, Element>();
        collect(root, elements);
        for (var definition : definitions) {
            Drawn.keep(definition, Objects.requireNonNull(elements.get(definition.getKey())));
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, elementEvents.processEnd());
            listen(definition, elements);
        }
    }

    private static void collect(Element element, Map<String, Element> elements) {
        for (var child : element.elements()) {
            var id = child.attribute("id");
            if (id != null) {
                elements.put(id, child);
            }
            collect(child, elements);
        }
    }

    private void listen(ScopeImpl scope, Map<String, Element> elements) {
        for (var activity : scope.getActivities()) {
            var element = elements.get(activity.getId());
            if (element != null) {
                Drawn.keep(activity, element);
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, elementEvents);
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, elementEvents);
                listen(activity);
            }
            listen(activity, elements);
        }
    }

    private void listen(ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior userTask) {
            var task = userTask.getTaskDefinition();
            Drawn.keepGroups(activity, task);
            for (var event : List.of(
                    TaskListener.EVENTNAME_CREATE,
                    TaskListener.EVENTNAME_UPDATE,
                    TaskListener.EVENTNAME_ASSIGNMENT,
                    TaskListener.EVENTNAME_COMPLETE,
                    TaskListener.EVENTNAME_DELETE)) {
                task.addBuiltInTaskListener(event, taskEvents);
            }
        }
        if (activity.getActivityBehavior() instanceof CallableElementActivityBehavior call) {
            handDown(call);
        }
    }

    /** A called model gets the case and who acts. */
    static void handDown(CallableElementActivityBehavior call) {
        var child = call.getCallableElement();
        child.setBusinessKeyValueProvider(new FromParent(false));
        var actor = new CallableElementParameter();
        actor.setTarget(Facts.ACTOR);
        actor.setSourceValueProvider(new FromParent(true));
        child.addInput(actor);
    }

    /** The case id, or the actor, of the case that calls. */
    private record FromParent(boolean actor) implements ParameterValueProvider {

        @Override
        public Object getValue(VariableScope scope) {
            var execution = (ExecutionEntity) scope;
            return actor ? Actors.write(Actors.of(execution)) : execution.getProcessBusinessKey();
        }

        @Override
        public boolean isDynamic() {
            return true;
        }
    }
}
