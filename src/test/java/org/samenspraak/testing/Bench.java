package org.samenspraak.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** What benchmarks share. Their sizes are system properties ({@code -Dbench.tasks=10000}), their results lines that begin with BENCH. */
public final class Bench {

    private Bench() {}

    public static int size(String name, int usual) {
        return Integer.getInteger("bench." + name, usual);
    }

    public static List<Integer> sizes(String name, String usual) {
        return Arrays.stream(System.getProperty("bench." + name, usual).split(","))
                .map(Integer::valueOf)
                .toList();
    }

    /** In nanoseconds. */
    public static long time(Callable<?> work) throws Exception {
        var start = System.nanoTime();
        work.call();
        return System.nanoTime() - start;
    }

    /** In milliseconds. */
    public static double median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2) / 1e6;
    }

    public static void tell(String format, Object... args) {
        System.out.println("BENCH " + String.format(Locale.ROOT, format, args));
    }
}
