package org.samenspraak.process;

import java.lang.reflect.Method;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** The first wall: expressions know step beans and plain variables, no functions, nothing of Spring or Java. */
class StepExpressions extends JuelExpressionManager {

    private final StepBeans steps;

    StepExpressions(StepBeans steps) {
        this.steps = steps;
    }

    @Override
    protected ELResolver createElResolver() {
        return new StepResolver(steps);
    }

    /** The engine offers {@code now()}, {@code currentUser()} and others: time comes from clocks, people from steps. */
    @Override
    public void addFunction(String name, Method function) {
        // none
    }

    /** Decision tables speak FEEL; an expression of this kind in one is refused. */
    @Override
    protected ElProvider createElProvider() {
        return expression -> {
            throw new ProcessEngineException("Decision tables speak FEEL only");
        };
    }
}
