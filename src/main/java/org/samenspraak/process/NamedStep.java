package org.samenspraak.process;

import java.util.Objects;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;

/**
 * A step of a model by its name.
 *
 * @param process the id of its model
 * @param element the id in the model ("Task_CheckApplication")
 * @param nameEn the English name, or none
 */
public record NamedStep(String process, String element, String name, @Nullable String nameEn) {

    static NamedStep of(ActivityImpl activity) {
        return new NamedStep(
                ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey(),
                activity.getId(),
                Objects.requireNonNullElse(activity.getName(), activity.getId()),
                Drawn.properties(activity).get(Drawn.NAME_EN));
    }
}
