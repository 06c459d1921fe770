package org.samenspraak.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.samenspraak.kernel.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/**
 * Gives lists as a file, line by line. Who reads them a part at a time holds no connection to the database while a slow browser
 * takes the lines; only a few are made at once.
 */
@Component
public class Exports {

    /** A part of a path that says the format. */
    public static final String FORMAT = "{format:csv|xlsx}";

    static final int AT_ONCE = 4;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /** Writes the lines of a table, names of columns first; not asked when there is no place. */
    public interface Lines {
        void to(Sheet sheet) throws IOException;
    }

    /**
     * @param name of the file, without the point and what comes after it
     * @param format {@code csv} or {@code xlsx}
     * @throws Refusal when others are made already
     */
    public void send(String name, String format, HttpServletResponse response, Lines lines) throws IOException {
        if (!places.tryAcquire()) {
            throw new Refusal("web.refusal.exports");
        }
        try {
            var excel = format.equals("xlsx");
            head(name + "." + format, excel, response);
            var out = response.getOutputStream();
            var sheet = excel ? new XlsxSheet(out) : CsvSheet.forExcel(out);
            lines.to(sheet);
            sheet.end();
        } finally {
            places.release();
        }
    }

    private static void head(String name, boolean excel, HttpServletResponse response) {
        response.setContentType(
                excel ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
    }
}
