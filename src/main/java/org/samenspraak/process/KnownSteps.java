package org.samenspraak.process;

import java.util.List;

/** The steps that models may call, whether they run or are only known. */
interface KnownSteps {

    boolean isKnown(String bean);

    /** Whether this bean has a step with so many arguments from the model. */
    boolean hasStep(String bean, String step, int arguments);

    /** Whether it can do something with these texts; what runs knows, see {@link StepArguments}. */
    default boolean accept(String bean, String step, List<String> texts) {
        return true;
    }
}
