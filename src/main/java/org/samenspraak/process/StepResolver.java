package org.samenspraak.process;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * What a name in an expression means: a plain variable, or a step bean whose steps can be called with the context of the
 * execution that asks. A property of anything, a call on anything else and an assignment are refused.
 */
class StepResolver extends ELResolver {

    private final StepBeans steps;

    StepResolver(StepBeans steps) {
        this.steps = steps;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null) {
            throw refused("." + property);
        }
        var name = String.valueOf(property);
        if (steps.isKnown(name)) {
            context.setPropertyResolved(true);
            return new StepBeans.Name(name);
        }
        var scope = (VariableScope) context.getContext(VariableScope.class);
        if (scope == null || !scope.hasVariable(name)) {
            return null;
        }
        var value = scope.getVariable(name);
        if (value != null && !Facts.isPlain(value)) {
            throw refused(name);
        }
        context.setPropertyResolved(true);
        return value;
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object[] args) {
        if (!(base instanceof StepBeans.Name bean)) {
            throw refused(method + "()");
        }
        var execution = execution((VariableScope) context.getContext(VariableScope.class));
        context.setPropertyResolved(true);
        var result = steps.call(bean.value(), String.valueOf(method), Contexts.of(execution), args);
        return Facts.forEngine(result, execution);
    }

    /** At deployment there is none: then no step runs. */
    private static ExecutionEntity execution(@Nullable VariableScope scope) {
        if (scope instanceof ExecutionEntity execution) {
            return execution;
        }
        if (scope instanceof TaskEntity task && task.getExecution() != null) {
            return task.getExecution();
        }
        throw new ProcessEngineException("A step can be called by a running case only");
    }

    private static ProcessEngineException refused(String what) {
        return new ProcessEngineException("Refused in an expression: " + what);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        throw refused("assignment");
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw refused("assignment");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
