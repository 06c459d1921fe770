package org.samenspraak.process;

import java.util.List;

/** Says for {@link ModelCheck} whether a step can do something with the texts that a model gives it: the name of a letter that nobody wrote is found before it runs. */
public interface StepArguments {

    /**
     * @param step as models call it ({@code correspondence.letter})
     * @param texts its arguments that stand in the model as a text, in their order
     */
    boolean accept(String step, List<String> texts);
}
