package org.samenspraak.advice;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How points were grouped before somebody put them together or took them apart. */
@Repository
class ReplyRegroupings {

    private final JdbcClient jdbc;

    ReplyRegroupings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before anything changes: which replies these points have now. */
    long begin(CaseId caseId, Collection<UUID> points, String title, Instant now, String by) {
        return jdbc.sql(
                        """
                        insert into advice_regrouping (case_id, at, by_name, title, points, replies, made)
                        select :case, :now, :by, :title,
                          (select jsonb_agg(jsonb_build_object('id', p.id, 'reply', p.reply)) from advice_point p where p.id = any(:points)),
                          (select coalesce(jsonb_agg(to_jsonb(r)), '[]') from advice_reply r
                            where r.id in (select p.reply from advice_point p where p.id = any(:points))),
                          '[]'
                        returning id
                        """)
                .param("case", caseId.value())
                .param("now", Timestamp.from(now))
                .param("by", by)
                .param("title", title)
                .param("points", points.toArray(UUID[]::new))
                .query(Long.class)
                .single();
    }

    /** Afterwards: which replies they have from now on. */
    void end(long id) {
        jdbc.sql(
                        """
                        update advice_regrouping g set
                          points = (select jsonb_agg(x.one || jsonb_build_object('then', p.reply))
                            from jsonb_array_elements(g.points) x(one) join advice_point p on p.id = (x.one ->> 'id')::uuid),
                          made = (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'version', r.version)), '[]') from advice_reply r
                            where r.id in (select p.reply from jsonb_array_elements(g.points) x(one)
                              join advice_point p on p.id = (x.one ->> 'id')::uuid))
                        where g.id = ?
                        """)
                .param(id)
                .update();
    }

    /** Whether all is as this one left it. */
    boolean isLast(CaseId caseId, long id) {
        return jdbc.sql(
                        """
                        select not exists (select from jsonb_to_recordset(g.points) as x(id uuid, "then" uuid)
                                 join advice_point p on p.id = x.id where p.reply is distinct from x."then")
                           and not exists (select from jsonb_to_recordset(g.made) as x(id uuid, version int)
                                 left join advice_reply r on r.id = x.id where r.version is distinct from x.version)
                        from advice_regrouping g where g.id = ? and g.case_id = ?
                        """)
                .params(id, caseId.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void undo(long id) {
        for (var step : new String[] {
            "update advice_point set reply = null where id in (select (x ->> 'id')::uuid from advice_regrouping g, jsonb_array_elements(g.points) x where g.id = ?)",
            "delete from advice_reply where id in (select (x ->> 'id')::uuid from advice_regrouping g, jsonb_array_elements(g.made) x where g.id = ?)",
            "insert into advice_reply select r.* from advice_regrouping g, jsonb_populate_recordset(null::advice_reply, g.replies) r where g.id = ?",
            "update advice_point p set reply = x.reply from advice_regrouping g, jsonb_to_recordset(g.points) as x(id uuid, reply uuid) where g.id = ? and p.id = x.id",
            "delete from advice_regrouping where id = ?"
        }) {
            jdbc.sql(step).param(id).update();
        }
    }

    /** The last one of a case, when it can be undone. */
    Optional<Last> last(CaseId caseId) {
        return jdbc.sql(
                        "select id, title, at, by_name from advice_regrouping where case_id = ? order by id desc limit 1")
                .param(caseId.value())
                .query((row, n) -> new Last(
                        row.getLong("id"),
                        row.getString("title"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name")))
                .optional();
    }

    /** @param title of the group it made, or that a point was taken out of */
    record Last(long id, String title, Instant at, String by) {}
}
