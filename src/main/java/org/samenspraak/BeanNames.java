package org.samenspraak;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.ProcessSteps;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;

/** The name of step beans in models is no name for Spring: the steps {@code clock} stand beside the clock itself. */
class BeanNames extends AnnotationBeanNameGenerator {

    @Override
    protected boolean isStereotypeWithNameValue(
            String annotation, Set<String> metaAnnotations, Map<String, @Nullable Object> attributes) {
        return !annotation.equals(ProcessSteps.class.getName())
                && super.isStereotypeWithNameValue(annotation, metaAnnotations, attributes);
    }
}
