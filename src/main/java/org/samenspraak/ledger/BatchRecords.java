package org.samenspraak.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Iban;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.ledger.Batch.Deed;
import org.samenspraak.ledger.Batch.Line;
import org.samenspraak.ledger.Batch.LineState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ledger_batch} and {@code ledger_batch_line}. */
@Repository
class BatchRecords {

    private static final String READ =
            """
            select b.*, s.* from ledger_batch b cross join lateral (select count(*) as lines,
                count(*) filter (where l.state = 'OPEN') as open, coalesce(sum(l.cents), 0) as cents
                from ledger_batch_line l where l.batch_id = b.id) s
            """;

    private static final String LINES =
            """
            select l.*, p.budget_id, p.case_id, p.scope, p.council_id, c.number, o.name as council_name
            from ledger_batch_line l join ledger_payment p on p.id = l.payment_id
            join casefile_case c on c.id = p.case_id join council_council o on o.id = p.council_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BatchRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    long nextNumber() {
        return jdbc.sql("select nextval('ledger_batch_number')")
                .query(Long.class)
                .single();
    }

    void add(UUID id, String name, Actor by) {
        jdbc.sql(
                        "insert into ledger_batch (id, name, state, made_at, made_by, made_name) values (?, ?, 'MADE', ?, ?, ?)")
                .params(id, name, now(), by.id(), by.name())
                .update();
    }

    void add(UUID batch, int position, String endToEnd, Payment payment) {
        var account = Objects.requireNonNull(payment.account());
        jdbc.sql(
                        """
                        insert into ledger_batch_line (id, batch_id, position, payment_id, end_to_end, account_id, iban, holder,
                            cents, about, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
                        """)
                .params(
                        UUID.randomUUID(),
                        batch,
                        position,
                        payment.id(),
                        endToEnd,
                        account.id(),
                        account.iban().value(),
                        account.holder(),
                        payment.amount().cents(),
                        payment.about())
                .update();
    }

    /** By which the bank knows a payment from a file that was withdrawn since; none while it never went out, or was returned after. */
    Optional<String> endToEnd(UUID payment) {
        return jdbc.sql(
                        "select case when state = 'WITHDRAWN' then end_to_end end from ledger_batch_line where payment_id = ?"
                                + " order by settled_at desc limit 1")
                .param(payment)
                .query(String.class)
                .optional();
    }

    /** The batch that a payment is in, or was paid by. */
    Optional<String> batchOf(UUID payment) {
        return jdbc.sql("select b.name from ledger_batch_line l join ledger_batch b on b.id = l.batch_id"
                        + " where l.payment_id = ? and l.state in ('OPEN', 'PAID')")
                .param(payment)
                .query(String.class)
                .optional();
    }

    /** Until the transaction ends nobody else changes the batch. */
    void lock(UUID id) {
        jdbc.sql("select id from ledger_batch where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }

    Optional<Batch> find(UUID id) {
        return jdbc.sql(READ + " where b.id = ?")
                .param(id)
                .query(BatchRecords::batch)
                .optional();
    }

    /** The oldest first, without those that somebody else has to approve or doubt: who did that first waits for a colleague. */
    List<Batch> unfinished(PersonId me, int limit) {
        return jdbc.sql(
                        READ
                                + """
                         where b.state = 'MADE' and b.made_by is distinct from :me
                            or b.state = 'APPROVED' and s.open > 0 and b.doubted_by is distinct from :me
                         order by b.made_at, b.id limit :limit
                        """)
                .param("me", me.value())
                .param("limit", limit)
                .query(BatchRecords::batch)
                .list();
    }

    /** The newest first. */
    List<Batch> all(@Nullable UUID after, int limit) {
        return jdbc.sql(READ
                        + (after == null
                                ? ""
                                : " where (b.made_at, b.id) < (select made_at, id from ledger_batch where id = :after)")
                        + " order by b.made_at desc, b.id desc limit :limit")
                .param("after", after)
                .param("limit", limit)
                .query(BatchRecords::batch)
                .list();
    }

    List<Line> lines(UUID batch) {
        return jdbc.sql(LINES + " where l.batch_id = ? order by l.position")
                .param(batch)
                .query(BatchRecords::line)
                .list();
    }

    Optional<Line> line(UUID id) {
        return jdbc.sql(LINES + " where l.id = ?")
                .param(id)
                .query(BatchRecords::line)
                .optional();
    }

    /** Names of councils whose account, or whose right to the money, is not what it was when the batch was made. */
    List<String> changed(UUID batch, LocalDate today) {
        return jdbc.sql(
                        """
                        select distinct o.name from ledger_batch_line l join ledger_payment p on p.id = l.payment_id
                        join casefile_case c on c.id = p.case_id
                        join council_council o on o.id = coalesce(c.council_id, p.council_id)
                        where l.batch_id = :batch and (not exists (select from ledger_account a where a.id = l.account_id
                            and a.council_id = o.id and a.ended_at is null and a.payable_from <= :today)
                            or exists (select from ledger_account n where n.council_id = o.id and n.settled_at is null))
                        order by o.name
                        """)
                .param("batch", batch)
                .param("today", today)
                .query(String.class)
                .list();
    }

    void approve(UUID id, LocalDate executionDay, byte[] file, Actor by) {
        jdbc.sql("update ledger_batch set state = 'APPROVED', approved_at = ?, approved_by = ?, approved_name = ?,"
                        + " execution_day = ?, file = ? where id = ?")
                .params(now(), by.id(), by.name(), executionDay, file, id)
                .update();
    }

    byte[] file(UUID id) {
        return jdbc.sql("select file from ledger_batch where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
    }

    /** Only the first time is kept. */
    void take(UUID id, Actor by) {
        jdbc.sql("update ledger_batch set taken_at = ?, taken_by = ?, taken_name = ? where id = ? and taken_at is null")
                .params(now(), by.id(), by.name(), id)
                .update();
    }

    void doubt(UUID id, String reason, Actor by) {
        jdbc.sql(
                        "update ledger_batch set doubted_at = ?, doubted_by = ?, doubted_name = ?, withdrawn_reason = ? where id = ?")
                .params(now(), by.id(), by.name(), reason, id)
                .update();
    }

    /** The bank did answer. */
    void undoubt(UUID id) {
        jdbc.sql(
                        "update ledger_batch set doubted_at = null, doubted_by = null, doubted_name = null, withdrawn_reason = null"
                                + " where id = ? and doubted_at is not null and state = 'APPROVED'")
                .param(id)
                .update();
    }

    void withdraw(UUID id, String reason, Actor by) {
        jdbc.sql("update ledger_batch set state = 'WITHDRAWN', withdrawn_at = ?, withdrawn_by = ?, withdrawn_name = ?,"
                        + " withdrawn_reason = ? where id = ?")
                .params(now(), by.id(), by.name(), reason, id)
                .update();
        jdbc.sql(
                        "update ledger_batch_line set state = 'WITHDRAWN', settled_at = ?, settled_name = ? where batch_id = ?")
                .params(now(), by.name(), id)
                .update();
    }

    void settle(UUID line, LineState as, @Nullable String reason, Actor by) {
        jdbc.sql("update ledger_batch_line set state = ?, settled_at = ?, settled_name = ?, reason = ? where id = ?")
                .params(as.name(), now(), by.name(), reason, line)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("name")),
                Batch.State.valueOf(row.getString("state")),
                Objects.requireNonNull(deed(row, "made", row.getObject("made_by", UUID.class))),
                deed(row, "approved", row.getObject("approved_by", UUID.class)),
                deed(row, "taken", row.getObject("taken_by", UUID.class)),
                deed(row, "doubted", row.getObject("doubted_by", UUID.class)),
                deed(row, "withdrawn", row.getObject("withdrawn_by", UUID.class)),
                row.getString("withdrawn_reason"),
                row.getObject("execution_day", LocalDate.class),
                row.getInt("lines"),
                row.getInt("open"),
                new Amount(row.getLong("cents")));
    }

    private static @Nullable Deed deed(ResultSet row, String what, @Nullable UUID person) throws SQLException {
        var at = instant(row, what + "_at");
        return at == null
                ? null
                : new Deed(
                        person == null ? null : new PersonId(person),
                        Objects.requireNonNull(row.getString(what + "_name")),
                        at);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("batch_id", UUID.class)),
                Objects.requireNonNull(row.getObject("payment_id", UUID.class)),
                Objects.requireNonNull(row.getObject("budget_id", UUID.class)),
                row.getInt("position"),
                Objects.requireNonNull(row.getString("end_to_end")),
                new Iban(Objects.requireNonNull(row.getString("iban"))),
                Objects.requireNonNull(row.getString("holder")),
                new Amount(row.getLong("cents")),
                Objects.requireNonNull(row.getString("about")),
                LineState.valueOf(row.getString("state")),
                instant(row, "settled_at"),
                row.getString("settled_name"),
                row.getString("reason"),
                new Claim(
                        new CaseId(Objects.requireNonNull(row.getObject("case_id", UUID.class))),
                        Objects.requireNonNull(row.getString("scope"))),
                Objects.requireNonNull(row.getString("number")),
                new CouncilId(Objects.requireNonNull(row.getObject("council_id", UUID.class))),
                Objects.requireNonNull(row.getString("council_name")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
