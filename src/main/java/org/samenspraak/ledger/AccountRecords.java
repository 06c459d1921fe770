package org.samenspraak.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Iban;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ledger_account}. */
@Repository
class AccountRecords {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** False when another one waits. */
    boolean add(CouncilId council, Iban iban, String holder, Actor by) {
        return jdbc.sql(
                                """
                        insert into ledger_account
                            (id, council_id, iban, holder, entered_at, entered_kind, entered_id, entered_name)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                UUID.randomUUID(),
                                council.value(),
                                iban.value(),
                                holder,
                                OffsetDateTime.now(clock),
                                by.kind().name(),
                                by.id(),
                                by.name())
                        .update()
                == 1;
    }

    /** The one that waits, locked until the transaction ends. */
    Optional<PayeeAccount> lockProposed(CouncilId council) {
        return jdbc.sql("select * from ledger_account where council_id = ? and settled_at is null for update")
                .param(council.value())
                .query(AccountRecords::account)
                .optional();
    }

    /** The newest first, the last fifty. */
    List<PayeeAccount> of(CouncilId council) {
        return jdbc.sql("select * from ledger_account where council_id = ? order by entered_at desc, id limit ?")
                .params(council.value(), SHOWN)
                .query(AccountRecords::account)
                .list();
    }

    Optional<PayeeAccount> current(CouncilId council) {
        return jdbc.sql(
                        "select * from ledger_account where council_id = ? and payable_from is not null and ended_at is null")
                .param(council.value())
                .query(AccountRecords::account)
                .optional();
    }

    /** Takes the place of the one before. */
    void confirm(PayeeAccount proposed, LocalDate payableFrom, Actor by) {
        jdbc.sql(
                        "update ledger_account set ended_at = ? where council_id = ? and payable_from is not null and ended_at is null")
                .params(OffsetDateTime.now(clock), proposed.council().value())
                .update();
        jdbc.sql("update ledger_account set settled_at = ?, settled_name = ?, payable_from = ? where id = ?")
                .params(OffsetDateTime.now(clock), by.name(), payableFrom, proposed.id())
                .update();
    }

    void refuse(UUID id, String reason, Actor by) {
        jdbc.sql("update ledger_account set settled_at = ?, settled_name = ?, refused = ? where id = ?")
                .params(OffsetDateTime.now(clock), by.name(), reason, id)
                .update();
    }

    private static PayeeAccount account(ResultSet row, int number) throws SQLException {
        var settled = row.getTimestamp("settled_at");
        var ended = row.getTimestamp("ended_at");
        return new PayeeAccount(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new CouncilId(Objects.requireNonNull(row.getObject("council_id", UUID.class))),
                new Iban(Objects.requireNonNull(row.getString("iban"))),
                Objects.requireNonNull(row.getString("holder")),
                new Actor(
                        Actor.Kind.valueOf(row.getString("entered_kind")),
                        row.getObject("entered_id", UUID.class),
                        Objects.requireNonNull(row.getString("entered_name")),
                        null),
                row.getTimestamp("entered_at").toInstant(),
                row.getString("settled_name"),
                settled == null ? null : settled.toInstant(),
                row.getString("refused"),
                row.getObject("payable_from", LocalDate.class),
                ended == null ? null : ended.toInstant());
    }
}
