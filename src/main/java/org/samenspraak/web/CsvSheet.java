package org.samenspraak.web;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Comma-separated lines that a spreadsheet reads as text: what looks like a formula gets an apostrophe before it, also inside
 * a value, where a program that parts at something else than commas begins a new one.
 */
class CsvSheet implements Sheet {

    /** Spreadsheets of East Asian languages begin a formula with the wide signs too. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final Pattern INSIDE = Pattern.compile("([;\t\r\n][\\s\"]*)(?=[=+\\-@＝＋－＠])");

    private final Writer out;

    CsvSheet(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Excel reads UTF-8 only when the file says so by its first sign. */
    static CsvSheet forExcel(OutputStream out) throws IOException {
        var sheet = new CsvSheet(out);
        sheet.out.write('\uFEFF');
        return sheet;
    }

    @Override
    public void line(@Nullable Object... values) throws IOException {
        out.write(Arrays.stream(values).map(CsvSheet::cell).collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String cell(@Nullable Object value) {
        var plain = value == null ? "" : value.toString();
        if (value instanceof Number) {
            return '"' + plain + '"';
        }
        var inside = INSIDE.matcher(plain).replaceAll("$1'");
        var harmless = looksLikeFormula(plain) ? "'" + inside : inside;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /** Some programs skip spaces before a formula. */
    private static boolean looksLikeFormula(String text) {
        var begin = text.stripLeading();
        return starts(text) || starts(begin);
    }

    private static boolean starts(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
