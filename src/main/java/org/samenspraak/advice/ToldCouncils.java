package org.samenspraak.advice;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which councils were told what was done with their advice. */
@Repository
class ToldCouncils {

    private final JdbcClient jdbc;
    private final Clock clock;

    ToldCouncils(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One teller at a time, until its transaction ends. */
    void lock(CaseId caseId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param("advice feedback " + caseId)
                .query()
                .singleRow();
    }

    /** @param caseId of the council */
    boolean is(CaseId caseId) {
        return jdbc.sql("select exists (select from advice_feedback where case_id = ?)")
                .param(caseId.value())
                .query(Boolean.class)
                .single();
    }

    /** @param caseId of the council */
    void add(CaseId caseId, UUID letter) {
        jdbc.sql("insert into advice_feedback (case_id, document, told_at) values (:case, :letter, :now)")
                .param("case", caseId.value())
                .param("letter", letter)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Says whether nobody kept it yet. */
    boolean lookedBack(CaseId request, String text, LocalDate day) {
        return jdbc.sql("update advice_request set look_back = :text, looked_back_on = :day"
                                + " where case_id = :case and look_back is null")
                        .param("text", text)
                        .param("day", day)
                        .param("case", request.value())
                        .update()
                == 1;
    }

    /** @param caseId of the request; nothing to do for unsolicited advice */
    void finish(CaseId caseId) {
        jdbc.sql("update advice_request set told_at = coalesce(told_at, :now) where case_id = :case")
                .param("now", Timestamp.from(clock.instant()))
                .param("case", caseId.value())
                .update();
    }
}
