package org.samenspraak.process;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.samenspraak.process.Feel.Together;
import org.samenspraak.process.Feel.TooSlow;

/**
 * Runs FEEL in threads of its own, each piece of work for so long and no longer. What counts is the time of the processor: a busy
 * machine refuses nothing that a quiet one takes, but keeps nobody waiting without end.
 */
class FeelTime {

    private static final long ONE = Duration.ofSeconds(1).toNanos();
    private static final long TOGETHER = Duration.ofSeconds(3).toNanos();
    /** By the clock on the wall. */
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private static final long A_MOMENT = Duration.ofMillis(5).toNanos();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Nanoseconds that a thread had of the processor. */
    private final ToLongFunction<Thread> meter;

    private final long one;
    private final long all;

    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(4, 4, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(200), FeelTime::worker);
    /** Nanoseconds that the work of a thread may still take. */
    private final ThreadLocal<@Nullable Long> left = new ThreadLocal<>();

    FeelTime() {
        this(thread -> THREADS.getThreadCpuTime(thread.getId()), ONE, TOGETHER);
    }

    /**
     * @param one nanoseconds for a piece of work
     * @param all nanoseconds for all that is done together
     */
    FeelTime(ToLongFunction<Thread> meter, long one, long all) {
        this.meter = meter;
        this.one = one;
        this.all = all;
        workers.allowCoreThreadTimeOut(true);
    }

    Together together() {
        if (left.get() != null) {
            return () -> {};
        }
        left.set(all);
        return left::remove;
    }

    <T> @Nullable T bound(Callable<@Nullable T> work) {
        var shared = left.get();
        var limit = shared == null ? one : Math.min(one, shared);
        if (limit <= 0) {
            throw new TooSlow(true);
        }
        var metered = new Metered<>(work);
        try {
            var running = workers.submit(metered);
            try {
                return within(limit, metered, running);
            } finally {
                running.cancel(true);
            }
        } catch (TimeoutException e) {
            throw new TooSlow(limit < one);
        } catch (RejectedExecutionException e) {
            throw new TooSlow(true);
        } catch (ExecutionException e) {
            throw new IllegalStateException("FEEL failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            if (shared != null) {
                left.set(shared - metered.used());
            }
        }
    }

    private static <T> @Nullable T within(long limit, Metered<T> work, Future<@Nullable T> running)
            throws TimeoutException, ExecutionException, InterruptedException {
        var end = System.nanoTime() + PATIENCE;
        while (true) {
            try {
                return running.get(Math.max(A_MOMENT, limit - work.used()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (work.used() >= limit || System.nanoTime() - end > 0) {
                    throw e;
                }
            }
        }
    }

    void stop() {
        workers.shutdownNow();
    }

    /** Knows what it took of the processor, while it runs and afterwards. */
    private final class Metered<T> implements Callable<@Nullable T> {

        private final Callable<@Nullable T> work;
        private volatile @Nullable Thread worker;
        private volatile long before;
        private volatile long spent;

        private Metered(Callable<@Nullable T> work) {
            this.work = work;
        }

        @Override
        public @Nullable T call() throws Exception {
            var me = Thread.currentThread();
            before = meter.applyAsLong(me);
            worker = me;
            try {
                return work.call();
            } finally {
                spent = meter.applyAsLong(me) - before;
                worker = null;
            }
        }

        private long used() {
            var running = worker;
            return running == null ? spent : meter.applyAsLong(running) - before;
        }
    }

    private static Thread worker(Runnable work) {
        var thread = new Thread(null, work, "feel", 1 << 20);
        thread.setDaemon(true);
        return thread;
    }
}
