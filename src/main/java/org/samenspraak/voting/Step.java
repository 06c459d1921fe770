package org.samenspraak.voting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One step of a count, a draw or an allocation, in words that a resident can read.
 *
 * @param key of a text in {@code messages/voting*.properties}
 * @param args of that text; numbers and texts only. Amounts are in euros
 */
public record Step(String key, List<Object> args) {

    public Step {
        args = List.copyOf(args);
    }

    static Step of(String key, Object... args) {
        return new Step(key, Arrays.asList(args));
    }

    /** The key and the arguments with {@code ;} between them, the same on every machine and in every language. */
    String line() {
        return PbWriter.line(List.of(key)) + args.stream().map(Step::text).collect(Collectors.joining());
    }

    static byte[] bytes(List<Step> steps) {
        return steps.stream()
                .map(it -> it.line() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object arg) {
        return ";" + PbWriter.quoted(arg instanceof BigDecimal number ? number.toPlainString() : arg.toString());
    }
}
