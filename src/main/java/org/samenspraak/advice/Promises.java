package org.samenspraak.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.samenspraak.kernel.CaseId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the replies promised the councils, and what came of what was passed on: for who looks back. */
@Component
class Promises {

    /** More points than one request ever had. */
    private static final int MOST = 400;

    private final JdbcClient jdbc;
    private final AdviceWords words;
    private final MessageSource texts;

    Promises(JdbcClient jdbc, AdviceWords words, MessageSource texts) {
        this.jdbc = jdbc;
        this.words = words;
        this.texts = texts;
    }

    /**
     * A line for each point that was followed, in part followed or passed on, in the reader's language.
     *
     * @param request whose replies are fixed
     */
    List<String> of(CaseId request) {
        return jdbc.sql(
                        """
                        select council.name, p.number, p.topic, r.outcome, r.reason, r.place, r.passed_to, r.passed_until,
                               r.passed_result
                          from advice_point p join advice_given g on g.case_id = p.advice
                          join council_council council on council.id = g.council_id
                          join advice_reply r on r.id = p.reply
                         where coalesce(g.request, g.case_id) = ? and r.outcome in ('followed', 'partly', 'passed-on')
                         order by council.name, p.number limit ?""")
                .params(request.value(), MOST)
                .query((row, number) -> line(row))
                .list();
    }

    private String line(ResultSet row) throws SQLException {
        var outcome = say("advice.out.outcome." + row.getString("outcome"));
        var said = row.getString("outcome").equals("passed-on")
                ? passed(row)
                : said(row.getString("place").isEmpty() ? "" : say("advice.out.place", row.getString("place")))
                        + said(row.getString("reason"));
        return row.getString("name") + " " + row.getInt("number") + ". " + row.getString("topic") + ": " + outcome + "."
                + said;
    }

    private String passed(ResultSet row) throws SQLException {
        var to = say(
                "advice.out.passed",
                words.group(row.getString("passed_to")),
                words.day(row.getObject("passed_until", LocalDate.class)));
        var result = Objects.requireNonNullElse(row.getString("passed_result"), "");
        return said(to) + said(result.isEmpty() ? say("advice.promise.open") : say("advice.promise.result", result));
    }

    private static String said(String text) {
        return text.isEmpty() ? "" : " " + text;
    }

    private String say(String key, Object... args) {
        return texts.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
