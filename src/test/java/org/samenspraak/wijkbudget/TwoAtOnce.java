package org.samenspraak.wijkbudget;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people, or two nodes, who do something at the same moment: the second begins before the first has committed. */
record TwoAtOnce(JdbcClient jdbc, TransactionTemplate transaction) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    interface Act {
        void run() throws Exception;
    }

    /** What became of the second: {@code done}, or the key of its refusal. */
    String of(Act first, Act second) throws Exception {
        var thread = Executors.newSingleThreadExecutor();
        try {
            var pending = new CompletableFuture<Future<String>>();
            transaction.executeWithoutResult(status -> {
                run(first);
                var sent = thread.submit(() -> transaction.execute(inner -> run(second)));
                pending.complete(sent);
                await().atMost(PATIENCE).until(() -> sent.isDone() || isWaiting());
            });
            return pending.get().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                return refusal.messageKey();
            }
            throw e;
        } finally {
            thread.shutdown();
        }
    }

    private static String run(Act act) {
        try {
            act.run();
            return "done";
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody in this database waits for a lock of another. */
    private boolean isWaiting() {
        return jdbc.sql(
                        "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                .query(Boolean.class)
                .single();
    }
}
