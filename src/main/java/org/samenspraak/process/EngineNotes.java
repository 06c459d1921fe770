package org.samenspraak.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Notes of a dry run from inside its engine, in its transaction: what is rolled back did not happen. */
record EngineNotes(Clock clock) implements ExecutionListener {

    private static final String END = "end";

    void add(UUID run, String step, String given) {
        var connection =
                Context.getCommandContext().getDbSqlSession().getSqlSession().getConnection();
        new JdbcTemplate(new SingleConnectionDataSource(connection, true))
                .update(
                        "insert into note (run, at, step, given) values (?, ?, ?, ?)",
                        run,
                        Timestamp.from(clock.instant()),
                        step,
                        given);
    }

    /** At which of its ends a model comes. */
    @Override
    public void notify(DelegateExecution end) {
        var name = end.getCurrentActivityName();
        add(UUID.fromString(end.getProcessBusinessKey()), END, name == null ? end.getCurrentActivityId() : name);
    }
}
