package org.samenspraak.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/** Marks a public class whose {@link Step} methods a model may call by this name: {@code ${recognition.register()}}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Component
public @interface ProcessSteps {

    /** The name in models. */
    String value();
}
