package org.samenspraak.wijkbudget;

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
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.wijkbudget.Execution.Carrier;
import org.samenspraak.wijkbudget.Execution.Milestone;
import org.samenspraak.wijkbudget.Execution.Progress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How projects are carried out: {@code wijkbudget_execution} with its milestones and what was told of it. */
@Repository
class Executions {

    private final JdbcClient jdbc;

    Executions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it is agreed now; an agreement that came back is replaced, and so are its signatures. */
    void agree(UUID project, Carrier carrier, @Nullable CouncilId council, @Nullable UUID initiator, String what) {
        jdbc.sql(
                        """
                        insert into wijkbudget_execution (project, carrier, council_id, initiator, what, cents)
                        values (:project, :carrier, :council, :initiator, :what, 0)
                        on conflict (project) do update set carrier = excluded.carrier, council_id = excluded.council_id,
                            initiator = excluded.initiator, what = excluded.what, signed_at = null, council_signed_at = null,
                            council_signed_by = null, refusal = null
                        """)
                .param("project", project)
                .param("carrier", carrier.name())
                .param("council", council == null ? null : council.value(), Types.OTHER)
                .param("initiator", initiator, Types.OTHER)
                .param("what", what)
                .update();
    }

    void milestones(UUID project, List<Milestone> milestones) {
        jdbc.sql("delete from wijkbudget_milestone where project = ?")
                .param(project)
                .update();
        milestones.forEach(one -> jdbc.sql(
                        "insert into wijkbudget_milestone (project, position, title, due, cents) values (?, ?, ?, ?, ?)")
                .params(project, one.position(), one.title(), one.due(), one.cents())
                .update());
        jdbc.sql("update wijkbudget_execution set cents = ? where project = ?")
                .params(milestones.stream().mapToLong(Milestone::cents).sum(), project)
                .update();
    }

    Optional<Execution> find(UUID project) {
        return jdbc.sql("select * from wijkbudget_execution where project = ?")
                .param(project)
                .query(Executions::execution)
                .optional();
    }

    Execution get(UUID project) {
        return find(project).orElseThrow();
    }

    List<Milestone> milestones(UUID project) {
        return jdbc.sql(
                        "select position, title, due, cents, done_on, spent from wijkbudget_milestone where project = ? order by position")
                .param(project)
                .query(Milestone.class)
                .list();
    }

    void signed(UUID project, Instant at) {
        jdbc.sql("update wijkbudget_execution set signed_at = ?, refusal = null where project = ?")
                .params(Timestamp.from(at), project)
                .update();
    }

    void signedByCouncil(UUID project, Instant at, String by) {
        jdbc.sql("update wijkbudget_execution set council_signed_at = ?, council_signed_by = ? where project = ?")
                .params(Timestamp.from(at), by, project)
                .update();
    }

    void cameBack(UUID project, String why) {
        jdbc.sql(
                        "update wijkbudget_execution set signed_at = null, council_signed_at = null, refusal = ? where project = ?")
                .params(why, project)
                .update();
    }

    void signedByCity(UUID project, Instant at, String by) {
        jdbc.sql(
                        "update wijkbudget_execution set city_signed_at = ?, city_signed_by = ?, refusal = null where project = ?")
                .params(Timestamp.from(at), by, project)
                .update();
    }

    void begin(UUID project, LocalDate begins, LocalDate due) {
        jdbc.sql("update wijkbudget_execution set begins = ?, due = ?, asked_on = ? where project = ?")
                .params(begins, due, begins, project)
                .update();
    }

    /** @return false when it was reached before */
    boolean reach(UUID project, int position, LocalDate day, @Nullable Long spent) {
        return jdbc.sql(
                                """
                                update wijkbudget_milestone set done_on = :day, spent = :spent
                                 where project = :project and position = :position and done_on is null
                                """)
                        .param("day", day)
                        .param("spent", spent, Types.BIGINT)
                        .param("project", project)
                        .param("position", position)
                        .update()
                == 1;
    }

    void extend(UUID project, LocalDate from, LocalDate due, LocalDate on, String why) {
        jdbc.sql(
                        "update wijkbudget_execution set extended_from = ?, due = ?, extended_on = ?, extension_reason = ? where project = ?")
                .params(from, due, on, why, project)
                .update();
    }

    void ledBy(UUID project, UUID initiator) {
        jdbc.sql("update wijkbudget_execution set initiator = ? where project = ?")
                .params(initiator, project)
                .update();
    }

    /** The city goes on alone. */
    void byCity(UUID project) {
        jdbc.sql("update wijkbudget_execution set initiator = null, carrier = 'CITY' where project = ?")
                .param(project)
                .update();
    }

    void warned(UUID project, boolean last, LocalDate due) {
        jdbc.sql("update wijkbudget_execution set " + (last ? "warned_last" : "warned_first")
                        + " = ? where project = ?")
                .params(due, project)
                .update();
    }

    void asked(UUID project, LocalDate day) {
        jdbc.sql("update wijkbudget_execution set asked_on = ? where project = ?")
                .params(day, project)
                .update();
    }

    /** @param left why milestones were left, where some were */
    void end(UUID project, LocalDate on, String words, @Nullable String left) {
        jdbc.sql(
                        "update wijkbudget_execution set ended_on = :on, end_words = :words, left_reason = :left where project = :project")
                .param("on", on)
                .param("words", words)
                .param("left", left, Types.VARCHAR)
                .param("project", project)
                .update();
    }

    /** With the reason that everybody reads. */
    void stop(UUID project, String why) {
        jdbc.sql("update wijkbudget_project set state = 'STOPPED', reason = ? where id = ?")
                .params(why, project)
                .update();
    }

    /** The newest first. */
    List<Progress> progress(UUID project) {
        return jdbc.sql(
                        """
                        select id, at, by, words, photo, public_words, public_photo, public_on, hidden_on, handled_on, milestone,
                               report
                          from wijkbudget_progress
                         where project = ? order by at desc, id
                        """)
                .param(project)
                .query(Progress.class)
                .list();
    }

    /** Projects that this resident leads, or is asked to. */
    List<UUID> ledBy(UUID initiator) {
        return jdbc.sql("select project from wijkbudget_execution where initiator = ? order by project")
                .param(initiator)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Execution execution(ResultSet row, int number) throws SQLException {
        var council = row.getObject("council_id", UUID.class);
        return new Execution(
                row.getObject("project", UUID.class),
                Carrier.valueOf(row.getString("carrier")),
                council == null ? null : new CouncilId(council),
                row.getObject("initiator", UUID.class),
                row.getString("what"),
                row.getLong("cents"),
                moment(row, "signed_at"),
                moment(row, "council_signed_at"),
                row.getString("council_signed_by"),
                moment(row, "city_signed_at"),
                row.getString("refusal"),
                row.getObject("begins", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("extended_from", LocalDate.class),
                row.getObject("extended_on", LocalDate.class),
                row.getString("extension_reason"),
                row.getObject("warned_first", LocalDate.class),
                row.getObject("warned_last", LocalDate.class),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("end_words"),
                row.getString("left_reason"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
