package org.samenspraak.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tasks whose case can't go on once they are done: what comes next fails each time, whoever tries. Who did it is told so in plain
 * words, the task stays, and the administrator finds it among the failed steps until somebody can do it.
 */
@Component
class StuckTasks {

    private static final Logger LOG = LoggerFactory.getLogger(StuckTasks.class);
    private static final int LONGEST = 2_000;
    private static final String ROW =
            "select id, case_id, element, name, stuck_why, stuck_at from process_task where stuck_at is not null";

    private final JdbcClient jdbc;
    private final TransactionTemplate anew;

    StuckTasks(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.anew = new TransactionTemplate(transactions);
        anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does what completes a task. Refuses in plain words when the engine can't go on, and keeps why for the administrator. */
    void watch(String taskId, Runnable completing) {
        try {
            completing.run();
        } catch (SuspendedEntityInteractionException stopped) {
            throw new Refusal("process.refusal.suspended");
        } catch (ProcessEngineException failure) {
            if (mayPass(failure)) {
                throw failure;
            }
            keep(taskId, failure);
            throw told("process.refusal.stuck", failure);
        }
    }

    /** What somebody is told in plain words; who runs the house reads the rest in the log. */
    static Refusal told(String key, ProcessEngineException failure) {
        LOG.error("A case can't go on: {}", key, failure);
        var refusal = new Refusal(key);
        refusal.initCause(failure);
        return refusal;
    }

    /** What the database did not take now it may take at the next try. */
    static boolean mayPass(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProcessEnginePersistenceException || cause instanceof TransientDataAccessException) {
                return true;
            }
        }
        return false;
    }

    /** What was done is undone first: until then the row is held by who tried. */
    private void keep(String taskId, ProcessEngineException failure) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(taskId, failure);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                write(taskId, failure);
            }
        });
    }

    private void write(String taskId, ProcessEngineException failure) {
        var why = String.valueOf(failure.getMessage());
        anew.executeWithoutResult(status -> jdbc.sql("update process_task set stuck_why = ?, stuck_at = ? where id = ?")
                .param(why.substring(0, Math.min(LONGEST, why.length())).replace("\0", ""))
                .param(Timestamp.from(ClockUtil.getCurrentTime().toInstant()))
                .param(taskId)
                .update());
    }

    List<FailedStep> newest(int limit) {
        return jdbc.sql(ROW + " order by stuck_at desc limit ?")
                .param(limit)
                .query(StuckTasks::read)
                .list();
    }

    /** Takes a task off the list: whoever has it can try again. */
    Optional<FailedStep> release(String taskId) {
        var step = jdbc.sql(ROW + " and id = ? for update")
                .param(taskId)
                .query(StuckTasks::read)
                .optional();
        jdbc.sql("update process_task set stuck_why = null, stuck_at = null where id = ? and stuck_at is not null")
                .param(taskId)
                .update();
        return step;
    }

    private static FailedStep read(ResultSet row, int number) throws SQLException {
        return new FailedStep(
                row.getString("id"),
                CaseId.parse(row.getString("case_id")),
                row.getString("element"),
                row.getString("name"),
                row.getString("stuck_why"),
                0,
                row.getTimestamp("stuck_at").toInstant());
    }
}
