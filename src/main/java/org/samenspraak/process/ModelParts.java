package org.samenspraak.process;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** What a designer can put in a model without a programmer: the groups that do tasks, and the steps. */
@Service
public class ModelParts {

    private final StepBeans steps;

    ModelParts(StepBeans steps) {
        this.steps = steps;
    }

    /** Groups whose scope the case gives ({@code council@case}), and those of the whole municipality; departments and committees come besides. */
    public List<String> groups() {
        return Groups.roles();
    }

    /** Every step, by the name that models use. */
    public List<ModelStep> steps() {
        return steps.all().entrySet().stream()
                .map(step -> step(step.getKey(), step.getValue()))
                .toList();
    }

    private static ModelStep step(String name, Method method) {
        var about = method.getAnnotation(Step.class);
        var arguments = Arrays.stream(method.getParameters())
                .skip(1)
                .map(Parameter::getName)
                .toList();
        return new ModelStep(name, about.name(), about.about(), arguments);
    }

    /**
     * @param id as a model calls it ({@code correspondence.letter})
     * @param name Dutch
     * @param about one Dutch sentence
     * @param arguments names of what the model gives
     */
    public record ModelStep(String id, String name, String about, List<String> arguments) {

        /** How a model calls it, with the names of its arguments to be filled in. */
        public String call() {
            return "${" + id + arguments.stream().collect(Collectors.joining(", ", "(", ")")) + "}";
        }
    }
}
