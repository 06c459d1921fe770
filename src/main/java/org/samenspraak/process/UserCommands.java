package org.samenspraak.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs what people ask of the engine. Two commands for one case wait for each other; against a job of the engine a command
 * that stands alone is repeated, and one inside a larger transaction is refused, since only the whole can be repeated.
 */
@Component
class UserCommands {

    private static final int ATTEMPTS = 4;

    private final JdbcClient jdbc;
    private final StuckTasks stuck;
    private final TransactionTemplate transaction;

    UserCommands(JdbcClient jdbc, StuckTasks stuck, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.stuck = stuck;
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T run(CaseId caseId, Actor actor, Supplier<T> command) {
        var attempts = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : ATTEMPTS;
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> {
                    lock(caseId);
                    return Actors.as(actor, command);
                });
            } catch (OptimisticLockingException e) {
                if (attempt >= attempts) {
                    throw new Refusal("process.refusal.busy");
                }
            } catch (ProcessEngineException e) {
                throw refused(e);
            }
        }
    }

    /** A step that refuses what somebody asked says so to them, in its own words. */
    private static RuntimeException refused(ProcessEngineException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return failure;
    }

    void run(CaseId caseId, Actor actor, Runnable command) {
        run(caseId, actor, () -> {
            command.run();
            return true;
        });
    }

    /** The same for what begins a case: who asked for it is told in plain words that it can't begin. */
    void begin(CaseId caseId, Actor actor, Runnable command) {
        try {
            run(caseId, actor, command);
        } catch (ProcessEngineException failure) {
            throw StuckTasks.mayPass(failure) ? failure : StuckTasks.told("process.refusal.start", failure);
        }
    }

    /** The same for a task, which may be stuck: see {@link StuckTasks}. */
    void run(String taskId, CaseId caseId, Actor actor, Runnable command) {
        stuck.watch(taskId, () -> run(caseId, actor, command));
    }

    private void lock(CaseId caseId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param("case " + caseId)
                .query((row, number) -> true)
                .list();
    }
}
