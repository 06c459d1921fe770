package org.samenspraak.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.casefile.ResponsibleGroups;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Points that were passed on, and to whom. */
@Repository
class PassedOnPoints implements ResponsibleGroups {

    private static final String READ =
            """
            select r.id, r.case_id, r.passed_to, r.passed_until, r.reason, from_case.number, from_case.title as case_title,
              coalesce(r.title, (select p.topic from advice_point p where p.reply = r.id order by p.number limit 1)) as topic,
              (select string_agg(council.name || ' ' || p.number || ': ' || p.text, e'\\n\\n' order by council.name, p.number)
                from advice_point p join advice_given g on g.case_id = p.advice
                join council_council council on council.id = g.council_id where p.reply = r.id) as texts
            from advice_reply r join casefile_case from_case on from_case.id = r.case_id
            """;

    private final JdbcClient jdbc;

    PassedOnPoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of a case, those that have no case of their own yet. */
    List<Point> waiting(CaseId caseId) {
        return jdbc.sql(READ + " where r.case_id = ? and r.outcome = 'passed-on' and r.passed_case is null"
                        + " and exists (select from advice_point p where p.reply = r.id) order by r.passed_until, r.id")
                .param(caseId.value())
                .query(PassedOnPoints::point)
                .list();
    }

    /** The point that a case is about. */
    Optional<Point> find(CaseId passedCase) {
        return jdbc.sql(READ + " where r.passed_case = ?")
                .param(passedCase.value())
                .query(PassedOnPoints::point)
                .optional();
    }

    @Override
    public Optional<GroupId> of(CaseId caseId) {
        return find(caseId).map(point -> GroupId.of(point.to()));
    }

    /** @param until the last day of its term */
    void opened(UUID reply, CaseId passedCase, LocalDate until) {
        jdbc.sql("update advice_reply set passed_case = ?, passed_until = ? where id = ?")
                .params(passedCase.value(), until, reply)
                .update();
    }

    void handled(CaseId passedCase, String result, LocalDate doneOn, String by) {
        jdbc.sql(
                        "update advice_reply set passed_result = ?, passed_done_on = ?, passed_done_by = ? where passed_case = ?")
                .params(result, doneOn, by, passedCase.value())
                .update();
    }

    private static Point point(ResultSet row, int number) throws SQLException {
        return new Point(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("number"),
                row.getString("case_title"),
                row.getString("topic"),
                row.getString("texts"),
                row.getString("reason"),
                row.getString("passed_to"),
                row.getObject("passed_until", LocalDate.class));
    }

    /**
     * @param from the case whose reply passed it on
     * @param texts what the councils wrote, each with its name and number
     * @param reason what the reply says to them
     */
    record Point(
            UUID reply,
            CaseId from,
            String number,
            String title,
            String topic,
            String texts,
            String reason,
            String to,
            LocalDate until) {}
}
