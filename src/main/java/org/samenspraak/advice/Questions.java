package org.samenspraak.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code advice_question}: what is asked, version by version. */
@Repository
class Questions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Questions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a version; one that has not gone out yet may be kept again. */
    void keep(CaseId request, int version, Texts texts, @Nullable String reason, boolean restarted, String by) {
        jdbc.sql(
                        """
                        insert into advice_question
                            (request, version, subject, question, still_open, change_reason, restarted, at, by_name)
                        values (:request, :version, :subject, :question, :open, :reason, :restarted, :now, :by)
                        on conflict (request, version) do update set subject = excluded.subject,
                            question = excluded.question, still_open = excluded.still_open, at = excluded.at,
                            by_name = excluded.by_name
                        """)
                .param("request", request.value())
                .param("version", version)
                .param("subject", texts.subject())
                .param("question", texts.question())
                .param("open", texts.stillOpen())
                .param("reason", reason)
                .param("restarted", restarted)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** The one that holds now. */
    Question current(CaseId request) {
        return all(request).get(0);
    }

    /** Newest first. */
    List<Question> all(CaseId request) {
        return jdbc.sql("select * from advice_question where request = ? order by version desc")
                .param(request.value())
                .query(Questions::question)
                .list();
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        return new Question(
                row.getInt("version"),
                new Texts(row.getString("subject"), row.getString("question"), row.getString("still_open")),
                row.getString("change_reason"),
                row.getBoolean("restarted"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_name"));
    }

    /** @param stillOpen what the councils can still change; empty when nothing was said */
    record Texts(String subject, String question, String stillOpen) {}

    /**
     * @param reason what changed and why; none for the first version
     * @param restarted whether the term of the councils began anew with it
     */
    record Question(int version, Texts texts, @Nullable String reason, boolean restarted, Instant at, String by) {}
}
