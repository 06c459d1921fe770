package org.samenspraak.process;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;

/** The steps of dry runs: each only notes what it would do, and answers what the designer said, or something that goes on. */
class FakeSteps extends StepBeans {

    /** Before the name of a step: the fact by which a designer says what it answers. */
    static final String ANSWER = "answer:";

    private final EngineNotes notes;

    FakeSteps(ListableBeanFactory beans, EngineNotes notes) {
        super(beans);
        this.notes = notes;
    }

    @Override
    @Nullable
    Object call(String name, String step, StepContext context, Object[] args) {
        var id = name + "." + step;
        var method = all().get(id);
        if (method == null) {
            throw new IllegalArgumentException("No step " + id);
        }
        notes.add(
                context.caseId().value(),
                id,
                Arrays.stream(args).map(String::valueOf).collect(Collectors.joining(", ")));
        var said = context.facts().get(ANSWER + id);
        return said == null ? usual(method) : said;
    }

    private static @Nullable Object usual(Method method) {
        var type = method.getReturnType();
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (Number.class.isAssignableFrom(type) || type == int.class || type == long.class) {
            return 1;
        }
        if (type == Instant.class || type == Date.class) {
            return Processes.NEVER;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return List.of("1", "2");
        }
        return type == String.class ? "1" : null;
    }
}
