package org.samenspraak.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook whose text is text, never a formula. What doesn't fit on one sheet goes on on the next, under the same head. */
class XlsxSheet implements Sheet {

    /** As many lines as the format has. */
    static final int LINES = 1_048_576;

    private static final int FLUSH = 500;
    private static final int LONGEST = 32_767;
    private static final double WIDTH = 22;

    private final Workbook book;
    private final int lines;
    private final List<@Nullable Object> head = new ArrayList<>();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int line;

    XlsxSheet(OutputStream out) {
        this(out, LINES);
    }

    /** @param lines as many as fit on one sheet */
    XlsxSheet(OutputStream out, int lines) {
        this.book = new Workbook(out, "Samenspraak", "1.0");
        this.lines = lines;
    }

    @Override
    public void line(@Nullable Object... values) throws IOException {
        if (head.isEmpty()) {
            head.addAll(Arrays.asList(values));
            head();
        } else {
            write(sheet == null || line == lines ? head() : sheet, values);
        }
    }

    private Worksheet head() throws IOException {
        var next = next();
        for (var column = 0; column < head.size(); column++) {
            next.style(0, column).bold().set();
        }
        write(next, head.toArray());
        return next;
    }

    private Worksheet next() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        var next = book.newWorksheet(String.valueOf(++sheets));
        next.freezePane(0, 1);
        for (var column = 0; column < head.size(); column++) {
            next.width(column, WIDTH);
        }
        sheet = next;
        line = 0;
        return next;
    }

    private void write(Worksheet to, @Nullable Object... values) throws IOException {
        for (var column = 0; column < values.length; column++) {
            cell(to, column, values[column]);
        }
        if (++line % FLUSH == 0) {
            to.flush();
        }
    }

    private void cell(Worksheet to, int column, @Nullable Object value) {
        if (value instanceof LocalDate day) {
            to.value(line, column, day);
            to.style(line, column).format("yyyy-mm-dd").set();
        } else if (value instanceof Number number) {
            to.value(line, column, number);
        } else if (value != null) {
            to.inlineString(line, column, text(value.toString()));
        }
    }

    /** What XML can't hold is left out, and what a cell can't. */
    private static String text(String value) {
        IntPredicate allowed =
                sign -> (sign >= ' ' && sign != 0xFFFE && sign != 0xFFFF) || sign == '\t' || sign == '\n';
        var clean = value.codePoints()
                .filter(allowed)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return clean.substring(0, Math.min(clean.length(), LONGEST));
    }

    @Override
    public void end() throws IOException {
        book.finish();
    }
}
