package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.correspondence.Prompts.Unreached;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions that reached nobody of their council. */
@Repository
class UnreachedRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    UnreachedRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(String taskId, CaseId caseId, CouncilId council, String taskName) {
        jdbc.sql(
                        """
                        insert into correspondence_unreached (task_id, case_id, council, task_name, since)
                        values (:task, :case, :council, :name, :now) on conflict (task_id) do update set council = excluded.council""")
                .param("task", taskId)
                .param("case", caseId.value())
                .param("council", council.value())
                .param("name", taskName)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    List<Unreached> oldest(int limit) {
        return jdbc.sql(
                        "select case_id, council, task_name, since from correspondence_unreached order by since limit :limit")
                .param("limit", limit)
                .query((rs, n) -> new Unreached(
                        new CaseId(rs.getObject("case_id", UUID.class)),
                        new CouncilId(rs.getObject("council", UUID.class)),
                        rs.getString("task_name"),
                        rs.getTimestamp("since").toInstant()))
                .list();
    }

    Optional<Instant> since(String taskId) {
        return jdbc.sql("select since from correspondence_unreached where task_id = ?")
                .param(taskId)
                .query((rs, n) -> rs.getTimestamp("since").toInstant())
                .optional();
    }

    void remove(String taskId) {
        jdbc.sql("delete from correspondence_unreached where task_id = :task")
                .param("task", taskId)
                .update();
    }
}
