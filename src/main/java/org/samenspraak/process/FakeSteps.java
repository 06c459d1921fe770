package org.samenspraak.process;

import java.lang.reflect.Method;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The steps of dry runs: each only notes what it would do, and answers what the designer said, or something that goes on. */
class FakeSteps extends StepBeans {

    /** Before the name of a step: the fact by which a designer says what it answers. */
    static final String ANSWER = "answer:";

    private final Clock clock;

    FakeSteps(ListableBeanFactory beans, Clock clock) {
        super(beans);
        this.clock = clock;
    }

    @Override
    @Nullable
    Object call(String name, String step, StepContext context, Object[] args) {
        var id = name + "." + step;
        var method = all().get(id);
        if (method == null) {
            throw new IllegalArgumentException("No step " + id);
        }
        note(context, id, Arrays.stream(args).map(String::valueOf).collect(Collectors.joining(", ")));
        var said = context.facts().get(ANSWER + id);
        return said == null ? usual(method) : said;
    }

    /** In the transaction of the engine: what is rolled back did not happen. */
    private void note(StepContext context, String step, String given) {
        var connection =
                Context.getCommandContext().getDbSqlSession().getSqlSession().getConnection();
        new JdbcTemplate(new SingleConnectionDataSource(connection, true))
                .update(
                        "insert into note (run, at, step, given) values (?, ?, ?, ?)",
                        context.caseId().value(),
                        Timestamp.from(clock.instant()),
                        step,
                        given);
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
