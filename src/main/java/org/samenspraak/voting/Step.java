package org.samenspraak.voting;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One step of a count, a draw or an allocation, in words that a resident can read.
 *
 * @param key of a text in {@code messages/voting*.properties}
 * @param args of that text; numbers and texts only. Amounts are in euros
 */
public record Step(String key, List<Object> args) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

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

    /** The steps of {@link #bytes}, to say them again in words. */
    public static List<Step> read(byte[] bytes) {
        var rows = new PbRows(
                new BufferedReader(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)));
        var steps = new ArrayList<Step>();
        try {
            for (var row = rows.next(); row != null; row = rows.next()) {
                var fields = row.fields();
                steps.add(new Step(
                        fields.get(0), fields.stream().skip(1).map(Step::arg).toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return steps;
    }

    private static Object arg(String field) {
        return NUMBER.matcher(field).matches() ? new BigDecimal(field) : field;
    }

    private static String text(Object arg) {
        return ";" + PbWriter.quoted(arg instanceof BigDecimal number ? number.toPlainString() : arg.toString());
    }
}
