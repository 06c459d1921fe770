package org.samenspraak.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.CouncilContacts.Officer;
import org.samenspraak.correspondence.CouncilPrompts.Asked;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.process.OpenTask;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was asked what, and whether it still stands. */
@Repository
class PromptRows {

    static final String COLUMNS =
            """
            id, task_id, case_id, council, task_name, task_name_en, term, scope, function, recipient,
              recipient_name, generation, opened_at, state, answered_by, closed_at, disowned, reader""";

    private static final String SELECT = "select " + COLUMNS + " from correspondence_prompt ";

    private final JdbcClient jdbc;
    private final Clock clock;

    PromptRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param disowned whether the address has to be confirmed before anything goes there */
    PromptRow add(OpenTask task, CouncilId council, Officer officer, boolean disowned) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into correspondence_prompt (id, task_id, case_id, council, task_name, task_name_en, term, scope,
                          function, reader, recipient, recipient_name, state, opened_at, disowned, reported)
                        values (:id, :task, :case, :council, :name, :nameEn, :term, :scope, :function, :reader, :to, :toName, 'OPEN', :now,
                          :disowned, false)
                        on conflict (task_id, council, function, reader) do nothing""")
                .param("id", id)
                .param("task", task.id())
                .param("case", task.caseId().value())
                .param("council", council.value())
                .param("name", task.name())
                .param("nameEn", task.nameEn())
                .param("term", task.term())
                .param("scope", task.scope())
                .param("function", officer.function())
                .param("reader", officer.key())
                .param("to", officer.address())
                .param("toName", officer.name())
                .param("now", now())
                .param("disowned", disowned)
                .update();
        return jdbc.sql(SELECT + "where task_id = :task and council = :council and function = :function"
                        + " and reader = :reader")
                .param("task", task.id())
                .param("council", council.value())
                .param("function", officer.function())
                .param("reader", officer.key())
                .query(PromptRows::row)
                .single();
    }

    Optional<PromptRow> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(PromptRows::row)
                .optional();
    }

    List<PromptRow> ofTask(String taskId) {
        return jdbc.sql(SELECT + "where task_id = :task order by function")
                .param("task", taskId)
                .query(PromptRows::row)
                .list();
    }

    List<PromptRow> ofCase(CaseId caseId) {
        return jdbc.sql(SELECT + "where case_id = :case order by opened_at desc, function")
                .param("case", caseId.value())
                .query(PromptRows::row)
                .list();
    }

    /** Newest first, at most {@code limit}, after the last one of the page before. */
    List<PromptRow> page(CaseId caseId, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + "where case_id = :case"
                        + (after == null
                                ? ""
                                : " and (opened_at, id) < (select opened_at, id from correspondence_prompt where id = :after)")
                        + " order by opened_at desc, id desc limit :limit")
                .param("case", caseId.value())
                .param("after", after)
                .param("limit", limit)
                .query(PromptRows::row)
                .list();
    }

    List<PromptRow> openOf(CaseId caseId, String term, @Nullable String scope) {
        return jdbc.sql(
                        SELECT
                                + """
                        where case_id = :case and term = :term and scope is not distinct from :scope and state = 'OPEN'
                        order by function""")
                .param("case", caseId.value())
                .param("term", term)
                .param("scope", scope, Types.VARCHAR)
                .query(PromptRows::row)
                .list();
    }

    Set<String> termsAsked(CaseId caseId) {
        return jdbc.sql("select distinct term from correspondence_prompt"
                        + " where case_id = :case and state = 'OPEN' and term is not null")
                .param("case", caseId.value())
                .query(String.class)
                .set();
    }

    /** From the work list: what ends first comes first. */
    List<Asked> asked(CouncilId council, int limit) {
        return jdbc.sql(
                        """
                        select t.id, t.name, t.name_en, c.title, t.due, t.groups[1] as asked
                        from process_task t join casefile_case c on c.id = t.case_id
                        where t.groups && cast(:groups as text[]) and not t.suspended
                        order by t.due nulls last, t.id limit :limit""")
                .param("groups", Asking.groups(council).toArray(String[]::new))
                .param("limit", limit)
                .query((rs, n) -> {
                    var due = rs.getTimestamp("due");
                    return new Asked(
                            rs.getString("id"),
                            rs.getString("name"),
                            rs.getString("name_en"),
                            rs.getString("title"),
                            due == null ? null : due.toInstant(),
                            Asking.onlyFor(GroupId.parse(rs.getString("asked")).role())
                                    .orElse(null));
                })
                .list();
    }

    /** Tasks of a council that wait for an answer, also those that reached nobody. */
    List<String> waitingTasks(CouncilId council) {
        return jdbc.sql(
                        """
                        select task_id from correspondence_prompt where council = :council and state = 'OPEN'
                        union select task_id from correspondence_unreached where council = :council""")
                .param("council", council.value())
                .query(String.class)
                .list();
    }

    void answeredBy(String taskId, String by) {
        jdbc.sql("update correspondence_prompt set answered_by = :by where task_id = :task and state = 'ANSWERED'")
                .param("task", taskId)
                .param("by", by)
                .update();
    }

    void close(String taskId, PromptState as) {
        jdbc.sql("update correspondence_prompt set state = :state, closed_at = :now"
                        + " where task_id = :task and state = 'OPEN'")
                .param("task", taskId)
                .param("state", as.name())
                .param("now", now())
                .update();
    }

    void withdraw(UUID id) {
        jdbc.sql(
                        "update correspondence_prompt set state = 'WITHDRAWN', closed_at = :now where id = :id and state = 'OPEN'")
                .param("id", id)
                .param("now", now())
                .update();
    }

    /** Asks somebody else; the link of the one before stops working. */
    PromptRow readdress(PromptRow row, Officer officer, boolean disowned) {
        jdbc.sql(
                        """
                        update correspondence_prompt
                        set recipient = :to, recipient_name = :name, generation = generation + 1, state = 'OPEN', closed_at = null,
                          disowned = :disowned, reported = false
                        where id = :id""")
                .param("id", row.id())
                .param("to", officer.address())
                .param("name", officer.name())
                .param("disowned", disowned)
                .update();
        return find(row.id()).orElseThrow();
    }

    /** Holds an open prompt open until the mail is out, so that a withdrawal comes either before or after it. */
    MayBeSent mayBeSent(@Nullable UUID prompt, int generation) {
        if (prompt == null) {
            return MayBeSent.YES;
        }
        var open = "select 1 from correspondence_prompt where id = :id and generation = :generation and state = 'OPEN'";
        if (!holds(open, prompt, generation)) {
            return MayBeSent.NO;
        }
        return holds(open + " for share skip locked", prompt, generation) ? MayBeSent.YES : MayBeSent.CHANGING_NOW;
    }

    private boolean holds(String sql, UUID prompt, int generation) {
        return jdbc.sql(sql)
                .param("id", prompt)
                .param("generation", generation)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static PromptRow row(ResultSet rs, int n) throws SQLException {
        var closed = rs.getTimestamp("closed_at");
        return new PromptRow(
                rs.getObject("id", UUID.class),
                rs.getString("task_id"),
                new CaseId(rs.getObject("case_id", UUID.class)),
                new CouncilId(rs.getObject("council", UUID.class)),
                rs.getString("task_name"),
                rs.getString("task_name_en"),
                rs.getString("term"),
                rs.getString("scope"),
                rs.getString("function"),
                rs.getString("recipient"),
                rs.getString("recipient_name"),
                rs.getInt("generation"),
                rs.getTimestamp("opened_at").toInstant(),
                PromptState.valueOf(rs.getString("state")),
                rs.getString("answered_by"),
                closed == null ? null : closed.toInstant(),
                rs.getBoolean("disowned"),
                rs.getString("reader"));
    }

    enum MayBeSent {
        YES,
        NO,
        /** Somebody is closing or readdressing it at this moment. */
        CHANGING_NOW
    }
}
