package org.samenspraak.process;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.Feel.Together;
import org.samenspraak.process.Feel.TooSlow;

/** Runs FEEL in threads of its own, each piece of work for so long and no longer. */
class FeelTime {

    private static final long ONE = Duration.ofSeconds(1).toNanos();
    private static final long TOGETHER = Duration.ofSeconds(3).toNanos();

    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(4, 4, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(200), FeelTime::worker);
    /** Nanoseconds that the work of a thread may still take. */
    private final ThreadLocal<@Nullable Long> left = new ThreadLocal<>();

    FeelTime() {
        workers.allowCoreThreadTimeOut(true);
    }

    Together together() {
        if (left.get() != null) {
            return () -> {};
        }
        left.set(TOGETHER);
        return left::remove;
    }

    <T> @Nullable T bound(Callable<@Nullable T> work) {
        var shared = left.get();
        var limit = shared == null ? ONE : Math.min(ONE, shared);
        if (limit <= 0) {
            throw new TooSlow(true);
        }
        var start = System.nanoTime();
        try {
            var running = workers.submit(work);
            try {
                return running.get(limit, TimeUnit.NANOSECONDS);
            } finally {
                running.cancel(true);
            }
        } catch (TimeoutException e) {
            throw new TooSlow(limit < ONE);
        } catch (RejectedExecutionException e) {
            throw new TooSlow(true);
        } catch (ExecutionException e) {
            throw new IllegalStateException("FEEL failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            if (shared != null) {
                left.set(shared - (System.nanoTime() - start));
            }
        }
    }

    void stop() {
        workers.shutdownNow();
    }

    private static Thread worker(Runnable work) {
        var thread = new Thread(null, work, "feel", 1 << 20);
        thread.setDaemon(true);
        return thread;
    }
}
