package org.samenspraak.correspondence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails as they were queued. */
@Repository
class Messages {

    /** How long a mail is tried before somebody has to look at it. */
    static final Duration PATIENCE = Duration.ofDays(5);

    private static final String DUE =
            """
            select id, key, queued_at, edition, case_id, recipient, recipient_name, subject, text, html, prompt, generation,
              attachments, tries, give_up, until, until <= :now as over
            from correspondence_message""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Messages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False when a mail with this key is there already. */
    boolean add(UUID id, Mail mail, @Nullable String problem) {
        return jdbc.sql(
                                """
                        insert into correspondence_message (id, key, case_id, recipient, recipient_name, subject, text, html,
                          prompt, generation, council, attachments, state, problem, next_try, give_up, queued_at, until, priority)
                        values (:id, :key, :case, :to, :toName, :subject, :text, :html,
                          :prompt, (select generation from correspondence_prompt where id = :prompt),
                          (select council_id from casefile_case where id = :case),
                          cast(:attachments as uuid[]), :state, :problem, :now, :giveUp, :now, :until, :priority)
                        on conflict (key) do nothing""")
                        .param("id", id)
                        .param("key", mail.key() == null ? id.toString() : mail.key())
                        .param(
                                "case",
                                mail.caseId() == null ? null : mail.caseId().value(),
                                Types.OTHER)
                        .param("to", mail.to())
                        .param("toName", mail.toName())
                        .param("subject", mail.subject())
                        .param("text", mail.text())
                        .param("html", mail.html())
                        .param("prompt", mail.prompt(), Types.OTHER)
                        .param("attachments", literal(mail.attachments()))
                        .param("state", problem == null ? "WAITING" : "FAILED")
                        .param("problem", problem)
                        .param("now", now())
                        .param("giveUp", now().plus(PATIENCE))
                        .param("until", moment(mail.until()))
                        .param("priority", mail.priority().place())
                        .update()
                == 1;
    }

    UUID withKey(String key) {
        return jdbc.sql("select id from correspondence_message where key = :key")
                .param("key", key)
                .query(UUID.class)
                .single();
    }

    /** To whom the mail with this key goes. */
    Optional<Addressee> addressee(String key) {
        return jdbc.sql("select recipient, recipient_name from correspondence_message where key = :key")
                .param("key", key)
                .query((rs, n) -> new Addressee(rs.getString("recipient"), rs.getString("recipient_name")))
                .optional();
    }

    record Addressee(String address, String name) {}

    /** Everybody who was mailed a link of this prompt, each with the generation of it. */
    List<LinkReader> readers(UUID prompt) {
        return jdbc.sql("select distinct recipient, recipient_name, generation from correspondence_message"
                        + " where prompt = :prompt and generation is not null")
                .param("prompt", prompt)
                .query((rs, n) -> new LinkReader(
                        rs.getString("recipient"), rs.getString("recipient_name"), rs.getInt("generation")))
                .list();
    }

    record LinkReader(String address, String name, int generation) {}

    boolean waits(Set<CaseId> cases) {
        return jdbc.sql(
                        "select exists (select from correspondence_message where state = 'WAITING' and case_id = any(?))")
                .param(cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    boolean knows(String key) {
        return jdbc.sql("select exists (select 1 from correspondence_message where key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    Optional<Due> find(UUID id) {
        return jdbc.sql(DUE + " where id = :id")
                .param("id", id)
                .param("now", now())
                .query(this::due)
                .optional();
    }

    /** The next one to hand over, locked; what another node holds is passed by. */
    Optional<Due> lockNext() {
        return jdbc.sql(DUE
                        + " where state = 'WAITING' and next_try <= :now"
                        + " order by priority, next_try, seq limit 1 for update skip locked")
                .param("now", now())
                .query(this::due)
                .optional();
    }

    void sent(UUID id) {
        jdbc.sql(
                        "update correspondence_message set state = 'SENT', tries = tries + 1, problem = null, sent_at = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    void later(UUID id, Duration delay, String problem) {
        jdbc.sql(
                        "update correspondence_message set tries = tries + 1, problem = :problem, next_try = :next where id = :id")
                .param("id", id)
                .param("problem", problem)
                .param("next", now().plus(delay))
                .update();
    }

    /** What waits only because the mail server took nothing need not wait longer. */
    void serverIsBack() {
        jdbc.sql(
                        """
                        update correspondence_message set next_try = :now, problem = null
                        where state = 'WAITING' and next_try > :now and problem = any(:everybody)""")
                .param("now", now())
                .param("everybody", Problem.EVERYBODY.toArray(String[]::new))
                .update();
    }

    /** Looks again soon without counting it as a try. */
    void pass(UUID id) {
        jdbc.sql("update correspondence_message set next_try = :next where id = :id")
                .param("id", id)
                .param("next", now().plusSeconds(30))
                .update();
    }

    void failed(UUID id, String problem) {
        jdbc.sql(
                        "update correspondence_message set state = 'FAILED', tries = tries + 1, problem = :problem where id = :id")
                .param("id", id)
                .param("problem", problem)
                .update();
    }

    /** A mail server took this edition and sent it back later; false when that is known, or no longer matters. */
    boolean returned(UUID id, int edition, String problem) {
        return jdbc.sql("update correspondence_message set state = 'FAILED', problem = :problem"
                                + " where id = :id and edition = :edition and state = 'SENT'")
                        .param("id", id)
                        .param("edition", edition)
                        .param("problem", problem)
                        .update()
                == 1;
    }

    /** What a mail that asks or reminds says by now. */
    void rewrite(UUID id, ReminderMails.Written now) {
        jdbc.sql(
                        """
                        update correspondence_message set case_id = :case, prompt = :prompt,
                          council = (select council_id from casefile_case where id = :case),
                          generation = (select generation from correspondence_prompt where id = :prompt),
                          subject = :subject, text = :text, html = :html, until = :until
                        where id = :id""")
                .param("case", now.caseId() == null ? null : now.caseId().value(), Types.OTHER)
                .param("prompt", now.prompt(), Types.OTHER)
                .param("subject", Addresses.onOneLine(now.text().subject()))
                .param("text", now.text().text())
                .param("html", now.text().html())
                .param("until", moment(now.until()))
                .param("id", id)
                .update();
    }

    boolean withdraw(UUID id) {
        return jdbc.sql(
                                "update correspondence_message set state = 'WITHDRAWN' where id = :id and state in ('WAITING', 'FAILED')")
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean resend(UUID id) {
        return jdbc.sql(
                                """
                        update correspondence_message set state = 'WAITING', next_try = :now, give_up = :giveUp, tries = 0,
                          problem = null, edition = edition + 1, reported = false
                        where id = :id and state in ('SENT', 'FAILED', 'WAITING')""")
                        .param("id", id)
                        .param("now", now())
                        .param("giveUp", now().plus(PATIENCE))
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Due due(ResultSet rs, int n) throws SQLException {
        Array attachments = rs.getArray("attachments");
        var until = rs.getTimestamp("until");
        return new Due(
                rs.getObject("id", UUID.class),
                rs.getString("key"),
                rs.getTimestamp("queued_at").toInstant(),
                rs.getInt("edition"),
                caseId(rs),
                rs.getString("recipient"),
                rs.getString("recipient_name"),
                rs.getString("subject"),
                rs.getString("text"),
                rs.getString("html"),
                rs.getObject("prompt", UUID.class),
                rs.getInt("generation"),
                List.of((UUID[]) attachments.getArray()),
                rs.getInt("tries"),
                !rs.getObject("give_up", OffsetDateTime.class).isAfter(now()),
                until == null ? null : until.toInstant(),
                rs.getBoolean("over"));
    }

    private static @Nullable CaseId caseId(ResultSet rs) throws SQLException {
        var id = rs.getObject("case_id", UUID.class);
        return id == null ? null : new CaseId(id);
    }

    private static String literal(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /**
     * @param lastTry whether its time is over when this try fails too
     * @param over whether what it says isn't true any more
     */
    record Due(
            UUID id,
            String key,
            Instant queuedAt,
            int edition,
            @Nullable CaseId caseId,
            String to,
            String toName,
            String subject,
            String text,
            String html,
            @Nullable UUID prompt,
            int generation,
            List<UUID> attachments,
            int tries,
            boolean lastTry,
            @Nullable Instant until,
            boolean over) {}
}
