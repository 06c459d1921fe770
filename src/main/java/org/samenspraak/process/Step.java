package org.samenspraak.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A step that a model may call. Its first parameter is the {@link StepContext}; the model gives the others. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Step {

    /** Dutch name for designers. */
    String name();

    /** One Dutch sentence for designers. */
    String about();

    /** Names of the facts that a step brings which gives several at once: the model check knows by them what conditions can read. */
    String[] says() default {};
}
