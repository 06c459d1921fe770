package org.samenspraak.process;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/** Reads from an execution whose case it is, which branch, and who caused it. */
final class Contexts {

    private Contexts() {}

    static StepContext of(DelegateExecution execution) {
        return new StepContext(caseOf(execution), scopeOf(execution), Actors.of(execution), Facts.of(execution));
    }

    /** The case is the business key; children have the key of their parent. */
    static CaseId caseOf(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        if (key == null) {
            throw new ProcessEngineException("No case for " + execution.getProcessInstanceId());
        }
        return CaseId.parse(key);
    }

    static @Nullable String scopeOf(VariableScope scope) {
        var item = scope.getVariable(Facts.ITEM);
        return item == null ? null : item.toString();
    }
}
