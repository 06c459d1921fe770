package org.samenspraak.process;

/** The steps that models may call, whether they run or are only known. */
interface KnownSteps {

    boolean isKnown(String bean);

    /** Whether this bean has a step with so many arguments from the model. */
    boolean hasStep(String bean, String step, int arguments);
}
