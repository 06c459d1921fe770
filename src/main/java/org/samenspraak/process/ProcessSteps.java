package org.samenspraak.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a public class whose {@link Step} methods a model may call by this name: {@code ${recognition.register()}}. Makes it a bean too. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ProcessSteps {

    /** The name in models. */
    String value();
}
