package org.samenspraak.advice;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Replies as they are written. The first reply to a point has the id of the point, so that what stands on open pages names it still. */
@Repository
class ReplyRows {

    private final JdbcClient jdbc;

    ReplyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first reply to a point, which still has to be {@link #attachOwn attached}. */
    void add(CaseId caseId, UUID point, Reply reply, Instant now, String by) {
        insert(caseId, point, null, reply, now, by);
    }

    /** Answers each of these points with its own first reply. */
    void attachOwn(Collection<UUID> points) {
        jdbc.sql("update advice_point set reply = id where id = any(?)")
                .param(points.toArray(UUID[]::new))
                .update();
    }

    /** A reply to a group. */
    void addGroup(CaseId caseId, UUID id, String title, Reply reply, Instant now, String by) {
        insert(caseId, id, title, reply, now, by);
    }

    private void insert(CaseId caseId, UUID id, @Nullable String title, Reply reply, Instant now, String by) {
        bind(
                        """
                        insert into advice_reply (id, case_id, title, outcome, reason, place, passed_to, passed_until, changed_at, changed_by)
                        values (:id, :case, :title, :outcome, :reason, :place, :to, :until, :now, :by)
                        """,
                        reply,
                        now,
                        by)
                .param("id", id)
                .param("case", caseId.value())
                .param("title", title)
                .update();
    }

    void change(CaseId caseId, UUID id, Reply reply, Instant now, String by) {
        bind(
                        """
                        update advice_reply set outcome = :outcome, reason = :reason, place = :place, passed_to = :to,
                          passed_until = :until, changed_at = :now, changed_by = :by, version = version + 1
                        where id = :id and case_id = :case
                        """,
                        reply,
                        now,
                        by)
                .param("id", id)
                .param("case", caseId.value())
                .update();
    }

    private JdbcClient.StatementSpec bind(String sql, Reply reply, Instant now, String by) {
        return jdbc.sql(sql)
                .param("outcome", reply.outcome() == null ? null : reply.code())
                .param("reason", reply.reason())
                .param("place", reply.place())
                .param("to", reply.passedTo())
                .param("until", reply.passedUntil(), Types.DATE)
                .param("now", Timestamp.from(now))
                .param("by", by);
    }

    /** Answers these points with this reply, or with none. */
    void attach(Collection<UUID> points, @Nullable UUID reply) {
        jdbc.sql("update advice_point set reply = :reply where id = any(:points)")
                .param("reply", reply, Types.OTHER)
                .param("points", points.toArray(UUID[]::new))
                .update();
    }

    /** After points went elsewhere: what answers none is gone, a group of one is a group no longer, and the rest has changed. */
    void tidy(CaseId caseId, Collection<UUID> replies) {
        jdbc.sql("delete from advice_reply r where r.case_id = :case and r.id = any(:replies)"
                        + " and not exists (select from advice_point p where p.reply = r.id)")
                .param("case", caseId.value())
                .param("replies", replies.toArray(UUID[]::new))
                .update();
        jdbc.sql(
                        """
                        update advice_reply r set version = version + 1,
                          title = case when (select count(*) from advice_point p where p.reply = r.id) > 1 then title end
                        where r.case_id = :case and r.id = any(:replies)
                        """)
                .param("case", caseId.value())
                .param("replies", replies.toArray(UUID[]::new))
                .update();
    }
}
