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
 * @param model the name of its model
 * @param modelEn its English name, or none
 */
public record NamedStep(
        String process, String element, String name, @Nullable String nameEn, String model, @Nullable String modelEn) {

    static NamedStep of(ActivityImpl activity) {
        var model = (ProcessDefinitionEntity) activity.getProcessDefinition();
        return new NamedStep(
                model.getKey(),
                activity.getId(),
                Objects.requireNonNullElse(activity.getName(), activity.getId()),
                Drawn.properties(activity).get(Drawn.NAME_EN),
                Objects.requireNonNullElse(model.getName(), model.getKey()),
                Drawn.properties(model).get(Drawn.NAME_EN));
    }
}
