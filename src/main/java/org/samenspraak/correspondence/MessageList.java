package org.samenspraak.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Outbox.Row;
import org.samenspraak.correspondence.Outbox.Sheet;
import org.samenspraak.correspondence.Outbox.State;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as people read it. */
@Repository
class MessageList {

    private static final String COLUMNS =
            "seq, id, recipient, recipient_name, subject, state, tries, next_try, problem, queued_at, sent_at";

    private static final String SELECT = "select " + COLUMNS + " from correspondence_message ";

    /** Also those that remind of a question in the case among others. */
    private static final String OF_CASE =
            """
            id in (select id from correspondence_message where case_id = :case union all
              select r.message from correspondence_reminder r join correspondence_prompt p on p.id = r.prompt
              where p.case_id = :case)""";

    /** And those of the cases of councils that a request for advice opened: its own case mails nobody. */
    private static final String OF_ITS_CASES =
            " or case_id in (select case_id from casefile_link where other_id = :case and kind = 'ADVICE')";

    private final JdbcClient jdbc;
    private final Clock clock;

    MessageList(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first, at most {@code limit}, older than {@code before}. */
    List<Row> ofCase(CaseId caseId, @Nullable Long before, int limit) {
        return jdbc.sql(SELECT + "where " + OF_CASE + " and seq < :before order by seq desc limit :limit")
                .param("case", caseId.value())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(MessageList::row)
                .list();
    }

    /** Newest first, at most {@code limit}, older than {@code before}. */
    List<Row> page(MessageFilter filter, @Nullable Long before, int limit) {
        var sql = new StringBuilder(SELECT).append("where state = :state and seq < :before");
        if (filter.caseId() != null) {
            sql.append(" and (").append(OF_CASE).append(OF_ITS_CASES).append(")");
        }
        if (!filter.to().isEmpty()) {
            sql.append(" and (lower(recipient_name) like :to or (:addresses and lower(recipient) = :address))");
        }
        if (filter.from() != null) {
            sql.append(" and queued_at >= :from");
        }
        if (filter.until() != null) {
            sql.append(" and queued_at < :until");
        }
        return jdbc.sql(sql.append(" order by seq desc limit :limit").toString())
                .param("state", filter.state().name())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("case", filter.caseId() == null ? null : filter.caseId().value(), Types.OTHER)
                .param("to", filter.like())
                .param("addresses", filter.addresses())
                .param("address", filter.to())
                .param("from", moment(filter.from()))
                .param("until", moment(filter.until()))
                .param("limit", limit)
                .query(MessageList::row)
                .list();
    }

    Optional<Sheet> sheet(UUID id) {
        return jdbc.sql("select case_id, text, html, cardinality(attachments) + (select count(*) from"
                        + " correspondence_mail_extra where message = :id and calendar is not null) as attached, "
                        + COLUMNS
                        + " from correspondence_message where id = :id")
                .param("id", id)
                .query((rs, n) -> new Sheet(
                        row(rs, n),
                        caseId(rs),
                        Envelopes.shown(rs.getString("text")),
                        Envelopes.shown(rs.getString("html")),
                        rs.getInt("attached")))
                .optional();
    }

    boolean isOf(CaseId caseId, UUID message) {
        return jdbc.sql("select exists (select 1 from correspondence_message where id = :id and " + OF_CASE + ")")
                .param("id", message)
                .param("case", caseId.value())
                .query(Boolean.class)
                .single();
    }

    /** How many could go out now. */
    int due() {
        return jdbc.sql("select count(*) from correspondence_message where state = 'WAITING' and next_try <= :now")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** What keeps all mails waiting since the last try, by the key of the problem; none when nothing does. */
    Optional<String> trouble() {
        return jdbc.sql(
                        """
                        select problem from correspondence_message where state = 'WAITING' and problem = any(:everybody)
                        order by next_try desc limit 1""")
                .param("everybody", Problem.EVERYBODY.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    private static @Nullable CaseId caseId(ResultSet rs) throws SQLException {
        var id = rs.getObject("case_id", UUID.class);
        return id == null ? null : new CaseId(id);
    }

    private static Row row(ResultSet rs, int n) throws SQLException {
        return new Row(
                rs.getLong("seq"),
                rs.getObject("id", UUID.class),
                rs.getString("recipient"),
                rs.getString("recipient_name"),
                rs.getString("subject"),
                State.valueOf(rs.getString("state")),
                rs.getInt("tries"),
                rs.getTimestamp("next_try").toInstant(),
                rs.getString("problem"),
                rs.getTimestamp("queued_at").toInstant(),
                instant(rs, "sent_at"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
