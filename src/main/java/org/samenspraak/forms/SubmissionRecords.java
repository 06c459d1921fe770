package org.samenspraak.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code forms_submission} and {@code forms_schema}. */
@Repository
class SubmissionRecords {

    private static final String KEPT =
            """
            select s.*, f.json as schema_json, (select count(*) from forms_schema before where before.form_id = f.form_id
                and (before.first_sent, before.sha256) <= (f.first_sent, f.sha256)) as version,
              (select id from forms_submission before where before.case_id = s.case_id and before.asked = s.asked
                and before.seq < s.seq order by before.seq desc limit 1) as earlier
            from forms_submission s join forms_schema f on f.sha256 = s.schema
            """;

    private final JdbcClient jdbc;

    SubmissionRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void addSchema(Form form, Instant now) {
        jdbc.sql("insert into forms_schema (sha256, form_id, json, first_sent) values (:sha256, :id, :json, :now)"
                        + " on conflict do nothing")
                .param("sha256", form.sha256())
                .param("id", form.id())
                .param("json", form.json())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @return whether it was new: a task is answered once */
    boolean add(UUID id, Submissions.Sending sending, Instant now) {
        var came = Optional.ofNullable(sending.came());
        return jdbc.sql(
                                """
                                insert into forms_submission (id, case_id, task_id, element, form_id, asked, schema, answers,
                                    digest, on_paper, at, by_kind, by_id, by_name, on_behalf_of,
                                    came_by, came_from, came_on, came_note)
                                values (:id, :case, :task, :element, :form, :asked, :schema, cast(:answers as jsonb),
                                    :digest, :onPaper, :at, :byKind, :byId, :byName, :onBehalfOf,
                                    :cameBy, :cameFrom, :cameOn, :cameNote)
                                on conflict (task_id) do nothing
                                """)
                        .param("id", id)
                        .param("case", sending.caseId().value())
                        .param("task", sending.taskId())
                        .param("element", sending.element())
                        .param("form", sending.form().id())
                        .param("asked", sending.asked())
                        .param("schema", sending.form().sha256())
                        .param("answers", Json.write(sending.answers().values()))
                        .param("digest", sending.digest())
                        .param("onPaper", sending.onPaper())
                        .param("at", Timestamp.from(now))
                        .param("byKind", sending.by().kind().name())
                        .param("byId", sending.by().id())
                        .param("byName", sending.by().name())
                        .param("onBehalfOf", sending.by().onBehalfOf())
                        .param("cameBy", came.map(it -> it.by().name()).orElse(null))
                        .param("cameFrom", came.map(Came::from).orElse(null))
                        .param("cameOn", came.map(Came::on).orElse(null), Types.DATE)
                        .param("cameNote", came.map(Came::note).orElse(null))
                        .update()
                == 1;
    }

    /** Until the end of the transaction. */
    void lock(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 45))")
                .param("what", what)
                .query(rs -> {});
    }

    boolean hasTask(String taskId) {
        return jdbc.sql("select exists (select 1 from forms_submission where task_id = :task)")
                .param("task", taskId)
                .query(Boolean.class)
                .single();
    }

    Optional<String> ofTask(String taskId, Actor by) {
        return jdbc.sql("select answers from forms_submission where task_id = :task and by_kind = :kind"
                        + " and by_id is not distinct from :id::uuid and by_name = :name")
                .param("task", taskId)
                .param("kind", by.kind().name())
                .param("id", by.id())
                .param("name", by.name())
                .query(String.class)
                .optional();
    }

    /** The case that a start form with these answers opened after a moment. */
    Optional<CaseId> startedBy(String digest, Instant after) {
        return jdbc.sql("select case_id from forms_submission"
                        + " where task_id is null and digest = :digest and at > :after order by seq desc limit 1")
                .param("digest", digest)
                .param("after", Timestamp.from(after))
                .query((row, number) -> new CaseId(row.getObject("case_id", UUID.class)))
                .optional();
    }

    Optional<String> latest(CaseId caseId, String formId) {
        return jdbc.sql("select answers from forms_submission where case_id = :case and form_id = :form"
                        + " order by seq desc limit 1")
                .param("case", caseId.value())
                .param("form", formId)
                .query(String.class)
                .optional();
    }

    List<Kept> page(CaseId caseId, @Nullable Long before, int limit) {
        return jdbc.sql(KEPT + "where case_id = :case and seq < :before order by seq desc limit :limit")
                .param("case", caseId.value())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(SubmissionRecords::kept)
                .list();
    }

    List<Kept> sentBy(CaseId caseId, CouncilId council) {
        return jdbc.sql(
                        KEPT
                                + "where case_id = :case and by_kind = 'COUNCIL' and by_id = :council order by seq desc limit 200")
                .param("case", caseId.value())
                .param("council", council.value())
                .query(SubmissionRecords::kept)
                .list();
    }

    Optional<Kept> find(CaseId caseId, UUID id) {
        return jdbc.sql(KEPT + "where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(SubmissionRecords::kept)
                .optional();
    }

    /** What answered a task, or without one what started the case. */
    Optional<Kept> answering(CaseId caseId, @Nullable String taskId) {
        return jdbc.sql(KEPT + "where case_id = :case and task_id is not distinct from :task order by seq limit 1")
                .param("case", caseId.value())
                .param("task", taskId, Types.VARCHAR)
                .query(SubmissionRecords::kept)
                .optional();
    }

    private static @Nullable Came came(ResultSet rs) throws SQLException {
        var by = rs.getString("came_by");
        return by == null
                ? null
                : new Came(
                        Came.By.valueOf(by),
                        rs.getString("came_from"),
                        rs.getObject("came_on", LocalDate.class),
                        rs.getString("came_note"));
    }

    private static Kept kept(ResultSet rs, int number) throws SQLException {
        return new Kept(
                rs.getLong("seq"),
                rs.getObject("id", UUID.class),
                rs.getString("task_id") == null ? null : rs.getString("element"),
                rs.getString("form_id"),
                rs.getString("schema_json"),
                rs.getInt("version"),
                rs.getString("answers"),
                rs.getTimestamp("at").toInstant(),
                rs.getString("by_name"),
                rs.getString("on_behalf_of"),
                rs.getBoolean("on_paper"),
                came(rs),
                rs.getObject("earlier", UUID.class));
    }

    /** @param task element of the task it answers; none for a start form */
    record Kept(
            long seq,
            UUID id,
            @Nullable String task,
            String formId,
            String schema,
            int version,
            String answers,
            Instant at,
            String by,
            @Nullable String onBehalfOf,
            boolean onPaper,
            @Nullable Came came,
            @Nullable UUID earlier) {

        Submissions.Row row(Form form) {
            return new Submissions.Row(
                    seq,
                    id,
                    formId,
                    form.title(Forms.locale()),
                    version,
                    task,
                    at,
                    by,
                    onBehalfOf,
                    onPaper,
                    came,
                    earlier);
        }
    }
}
