package org.samenspraak.publication;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Comma-separated lines that a spreadsheet reads as text: a value that looks like a formula gets an apostrophe before it. */
final class CsvFile {

    private final StringBuilder text = new StringBuilder();

    void line(@Nullable Object... values) {
        text.append(Arrays.stream(values).map(CsvFile::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        var plain = value == null ? "" : value.toString();
        var harmless = !plain.isEmpty() && "=+-@\t\r\n".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
