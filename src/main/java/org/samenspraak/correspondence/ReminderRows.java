package org.samenspraak.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.PromptRows.MayBeSent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reminders that wait for the hour of their mail, and those that stand in one. */
@Repository
class ReminderRows {

    private static final String STANDS = "p.state = 'OPEN' and p.generation = r.generation and not p.disowned";

    private final JdbcClient jdbc;
    private final Clock clock;

    ReminderRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param last whether none comes after it */
    void add(PromptRow row, LocalDate lastDay, int number, boolean last, Instant due) {
        jdbc.sql(
                        """
                        insert into correspondence_reminder (prompt, generation, reader, last_day, number, last, due)
                        values (:prompt, :generation, :reader, :lastDay, :number, :last, :due) on conflict do nothing""")
                .param("prompt", row.id())
                .param("generation", row.generation())
                .param("reader", row.recipient().toLowerCase(Locale.ROOT))
                .param("lastDay", lastDay)
                .param("number", number)
                .param("last", last)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Addresses for which the hour of something has come. */
    List<String> readers(int limit) {
        return jdbc.sql("select reader from correspondence_reminder where message is null and due <= :now"
                        + " group by reader order by min(due) limit :limit")
                .param("now", now())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    Optional<Instant> next() {
        return jdbc.sql("select due from correspondence_reminder where message is null order by due limit 1")
                .query((rs, n) -> rs.getTimestamp("due").toInstant())
                .optional();
    }

    /** One node at a time for one reader, until the end of the transaction. */
    void hold(String reader) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:reader, 280))")
                .param("reader", reader)
                .query(rs -> {});
    }

    /** Those of a reader whose hour has come, and that still stand. */
    List<Part> due(String reader) {
        return jdbc.sql(select() + " and r.message is null and r.reader = :reader and r.due <= :now")
                .param("reader", reader)
                .param("now", now())
                .query(ReminderRows::part)
                .list();
    }

    /** Those in a mail that still stand. */
    List<Part> in(UUID message) {
        return jdbc.sql(select() + " and r.message = :message")
                .param("message", message)
                .query(ReminderRows::part)
                .list();
    }

    private static String select() {
        return """
                select r.last_day, r.number, r.last, p.* from correspondence_reminder r
                join correspondence_prompt p on p.id = r.prompt where\s"""
                + STANDS;
    }

    /** Whether a mail consists of reminders. */
    boolean isIn(UUID message) {
        return jdbc.sql("select exists (select 1 from correspondence_reminder where message = :message)")
                .param("message", message)
                .query(Boolean.class)
                .single();
    }

    void put(Part part, @Nullable UUID message, Instant due) {
        jdbc.sql(
                        """
                        update correspondence_reminder set message = :message, due = :due
                        where prompt = :prompt and last_day = :lastDay and number = :number""")
                .param("message", message, Types.OTHER)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("prompt", part.prompt().id())
                .param("lastDay", part.lastDay())
                .param("number", part.number())
                .update();
    }

    /** Those of a reader whose hour has come and that went into no mail: nothing to remind of any more. */
    void drop(String reader) {
        jdbc.sql("delete from correspondence_reminder where message is null and reader = :reader and due <= :now")
                .param("reader", reader)
                .param("now", now())
                .update();
    }

    /** Holds the open prompts of a mail open until it is out. */
    MayBeSent hold(UUID message) {
        var open = "select p.id from correspondence_reminder r join correspondence_prompt p on p.id = r.prompt"
                + " where r.message = :message and " + STANDS;
        var standing = ids(open, message);
        if (standing.isEmpty()) {
            return MayBeSent.NO;
        }
        return ids(open + " for share of p skip locked", message).size() == standing.size()
                ? MayBeSent.YES
                : MayBeSent.CHANGING_NOW;
    }

    private List<UUID> ids(String sql, UUID message) {
        return jdbc.sql(sql).param("message", message).query(UUID.class).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Part part(ResultSet rs, int n) throws SQLException {
        return new Part(
                PromptRows.row(rs, n),
                rs.getObject("last_day", LocalDate.class),
                rs.getInt("number"),
                rs.getBoolean("last"));
    }

    /**
     * One question in a mail that reminds.
     *
     * @param lastDay of its term when its day came
     * @param number first, second, … of its term
     * @param last whether none comes after it
     */
    record Part(PromptRow prompt, LocalDate lastDay, int number, boolean last) {}
}
