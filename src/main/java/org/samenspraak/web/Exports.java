package org.samenspraak.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.samenspraak.kernel.PersonId;
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

    static final int EACH = 2;

    private static final Pattern APART = Pattern.compile("[^a-z0-9]+");

    private final Map<PersonId, Integer> making = new HashMap<>();
    private final Dates dates;

    Exports(Dates dates) {
        this.dates = dates;
    }

    /** Writes the lines of a table, names of columns first; not asked when there is no place. */
    public interface Lines {
        void to(Sheet sheet) throws IOException;
    }

    /**
     * @param name what it holds, in the reader's words; the file is called so, after the day it was made
     * @param format {@code csv} or {@code xlsx}
     * @throws Refusal when many are made already, by this person or by all
     */
    public void send(PersonId who, String name, String format, HttpServletResponse response, Lines lines)
            throws IOException {
        enter(who);
        try {
            var excel = format.equals("xlsx");
            head(fileName(name) + "." + format, excel, response);
            var out = response.getOutputStream();
            var sheet = excel ? new XlsxSheet(out) : CsvSheet.forExcel(out);
            lines.to(sheet);
            sheet.end();
        } finally {
            leave(who);
        }
    }

    private synchronized void enter(PersonId who) {
        if (making.getOrDefault(who, 0) >= EACH) {
            throw new Refusal("web.refusal.exports-own");
        }
        if (making.values().stream().mapToInt(Integer::intValue).sum() >= AT_ONCE) {
            throw new Refusal("web.refusal.exports");
        }
        making.merge(who, 1, Integer::sum);
    }

    private synchronized void leave(PersonId who) {
        making.computeIfPresent(who, (person, count) -> count == 1 ? null : count - 1);
    }

    private String fileName(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return dates.today() + "-" + APART.matcher(plain).replaceAll("-");
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
