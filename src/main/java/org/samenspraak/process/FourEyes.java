package org.samenspraak.process;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who judged does not decide: a task may be kept from whoever did an earlier one, across deputies. */
@Component
class FourEyes {

    private final ObjectProvider<StepDoers> doers;

    FourEyes(ObjectProvider<StepDoers> doers) {
        this.doers = doers;
    }

    /** Why this person may not do it, or none. */
    @Nullable
    Refusal bar(TaskEntity task, Actor person) {
        var kept = Drawn.properties(task.getExecution().getActivity()).get(Drawn.NOT_BY);
        var known = doers.getIfAvailable();
        if (kept == null || known == null || person.kind() != Actor.Kind.PERSON) {
            return null;
        }
        var elements = Arrays.stream(kept.split(",")).map(String::strip).collect(Collectors.toSet());
        return known.did(
                        Contexts.caseOf(task.getExecution()),
                        task.getProcessDefinition().getKey(),
                        elements,
                        person)
                ? new Refusal("process.refusal.not-by")
                : null;
    }
}
