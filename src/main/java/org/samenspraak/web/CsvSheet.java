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
 * Separated lines that a spreadsheet reads as text: what looks like a formula gets an apostrophe before it, also inside a
 * value, where a program that parts at something else begins a new one.
 */
class CsvSheet implements Sheet {

    /** Spreadsheets of East Asian languages begin a formula with the wide signs too. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    /** Digits, spaces and brackets name no cell and no function; with a space in it, it is no number either. */
    private static final Pattern PHONE = Pattern.compile("\\+\\d{1,3} [\\d ()]{4,20}");

    private final String separator;
    private final Pattern inside;
    private final Writer out;

    private CsvSheet(OutputStream out, String separator, String others) {
        this.separator = separator;
        this.inside = Pattern.compile("([" + others + "\t\r\n][\\s\"]*)(?=[=+\\-@＝＋－＠])");
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** With commas, for programs. */
    static CsvSheet openData(OutputStream out) {
        return new CsvSheet(out, ",", ";");
    }

    /** Excel reads UTF-8 only when the file says so by its first sign, and a Dutch or Belgian one parts at semicolons. */
    static CsvSheet forExcel(OutputStream out) throws IOException {
        var sheet = new CsvSheet(out, ";", ",");
        sheet.out.write('\uFEFF');
        return sheet;
    }

    @Override
    public void line(@Nullable Object... values) throws IOException {
        out.write(Arrays.stream(values).map(this::cell).collect(Collectors.joining(separator, "", "\r\n")));
    }

    private String cell(@Nullable Object value) {
        var plain = value == null ? "" : value.toString();
        if (value instanceof Number || PHONE.matcher(plain).matches()) {
            return '"' + plain + '"';
        }
        var rest = inside.matcher(plain).replaceAll("$1'");
        var harmless = looksLikeFormula(plain) ? "'" + rest : rest;
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
