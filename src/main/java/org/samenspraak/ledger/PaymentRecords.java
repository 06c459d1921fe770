package org.samenspraak.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Iban;
import org.samenspraak.ledger.Payment.Payee;
import org.samenspraak.ledger.Payment.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ledger_payment}: what was asked to be paid, and how far it is. */
@Repository
class PaymentRecords {

    /** With the council that the case is of now, its account, and what stands in the way. */
    private static final String WAITING =
            """
            select p.*, c.number, o.id as payee, o.name as council_name, a.id as account_id, a.iban, a.holder, a.payable_from,
                case when a.id is null then 'NO_ACCOUNT'
                    when exists (select from ledger_account n where n.council_id = o.id and n.settled_at is null)
                        then 'CHANGING'
                    when a.payable_from > :today then 'TOO_EARLY'
                    when exists (select from ledger_batch_line l where l.payment_id = p.id and l.state = 'RETURNED'
                        and l.account_id = a.id) then 'RETURNED' end as obstacle
            from ledger_payment p join casefile_case c on c.id = p.case_id
            join council_council o on o.id = coalesce(c.council_id, p.council_id)
            left join ledger_account a
                on a.council_id = o.id and a.payable_from is not null and a.ended_at is null
            where p.state in ('TO_PAY', 'RETURNED')
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param number of the case, which the payee reads */
    void add(UUID budget, CouncilId council, String occasion, Amount amount, Grounds grounds, String number) {
        jdbc.sql(
                        """
                        insert into ledger_payment (id, budget_id, case_id, scope, council_id, occasion, cents, about, reason,
                            reference, state, asked_at, asked_by)
                        select :id, b.id, :case, :scope, :council, :occasion, :cents, b.name || ' ' || :number, :reason,
                            :reference, 'TO_PAY', :at, :by
                        from ledger_budget b where b.id = :budget
                        """)
                .param("id", UUID.randomUUID())
                .param("budget", budget)
                .param("case", grounds.claim().caseId().value())
                .param("scope", grounds.claim().scope())
                .param("council", council.value())
                .param("occasion", occasion)
                .param("cents", amount.cents())
                .param("number", number)
                .param("reason", grounds.reason())
                .param("reference", grounds.reference())
                .param("at", OffsetDateTime.now(clock))
                .param("by", grounds.by().name())
                .update();
    }

    /** How much was asked on this occasion, if anything was. */
    Optional<Amount> asked(Claim claim, String occasion) {
        return jdbc.sql("select cents from ledger_payment where case_id = ? and scope = ? and occasion = ?")
                .params(claim.caseId().value(), claim.scope(), occasion)
                .query(Long.class)
                .optional()
                .map(Amount::new);
    }

    /** Why the bank could not pay what waits for another account number. */
    Optional<String> returned(Claim claim) {
        return jdbc.sql(
                        "select return_reason from ledger_payment where case_id = ? and scope = ? and state = 'RETURNED'"
                                + " order by asked_at desc limit 1")
                .params(claim.caseId().value(), claim.scope())
                .query(String.class)
                .optional();
    }

    /** An account that was confirmed today is only too early. */
    boolean lacksAccount(Claim claim, LocalDate today) {
        return jdbc.sql(
                        "select exists (select from (" + WAITING
                                + " and p.case_id = :case and p.scope = :scope) w where w.obstacle is not null and w.obstacle <> 'TOO_EARLY')")
                .param("today", today)
                .param("case", claim.caseId().value())
                .param("scope", claim.scope())
                .query(Boolean.class)
                .single();
    }

    /** Sum of what was asked for the claim and is not paid. */
    Amount unpaid(Claim claim) {
        return new Amount(jdbc.sql("select coalesce(sum(cents), 0) from ledger_payment where case_id = ? and scope = ?"
                        + " and state in ('TO_PAY', 'GATHERED', 'RETURNED')")
                .params(claim.caseId().value(), claim.scope())
                .query(Long.class)
                .single());
    }

    /** What is in no batch will not be paid. */
    void withdraw(Claim claim) {
        jdbc.sql("update ledger_payment set state = 'WITHDRAWN' where case_id = ? and scope = ?"
                        + " and state in ('TO_PAY', 'RETURNED')")
                .params(claim.caseId().value(), claim.scope())
                .update();
    }

    /** Whether it will not be paid: its case was stopped, and the money is free. */
    boolean isWithdrawn(UUID id) {
        return jdbc.sql("select state = 'WITHDRAWN' from ledger_payment where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** In the order they were asked. */
    List<Payment> waiting(LocalDate today, @Nullable Place after, int limit) {
        return jdbc.sql(WAITING + (after == null ? "" : " and (p.asked_at, p.id) > (:at, :id)")
                        + " order by p.asked_at, p.id limit :limit")
                .param("today", today)
                .param("at", after == null ? null : OffsetDateTime.ofInstant(after.askedAt(), ZoneOffset.UTC))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(PaymentRecords::payment)
                .list();
    }

    /** Those of these that still wait, locked until the transaction ends. */
    List<Payment> lock(Collection<UUID> ids, LocalDate today) {
        return jdbc.sql(WAITING + " and p.id = any(:ids) order by p.asked_at, p.id for update of p")
                .param("today", today)
                .param("ids", ids.toArray(UUID[]::new))
                .query(PaymentRecords::payment)
                .list();
    }

    /** Goes to the council that the case is of now; where it is of none, to the one it was asked for. */
    void gather(Payment payment) {
        jdbc.sql("update ledger_payment set state = 'GATHERED', council_id = ? where id = ?")
                .params(payment.council().value(), payment.id())
                .update();
    }

    void stand(UUID id, String state, @Nullable String returned) {
        jdbc.sql("update ledger_payment set state = ?, return_reason = ? where id = ?")
                .params(state, returned, id)
                .update();
    }

    private static Payment payment(ResultSet row, int number) throws SQLException {
        var account = row.getObject("account_id", UUID.class);
        var obstacle = row.getString("obstacle");
        return new Payment(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new Amount(row.getLong("cents")),
                Objects.requireNonNull(row.getString("number")),
                new CouncilId(Objects.requireNonNull(row.getObject("payee", UUID.class))),
                Objects.requireNonNull(row.getString("council_name")),
                Objects.requireNonNull(row.getString("about")),
                row.getString("reference"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("return_reason"),
                account == null
                        ? null
                        : new Payee(
                                account,
                                new Iban(Objects.requireNonNull(row.getString("iban"))),
                                Objects.requireNonNull(row.getString("holder")),
                                Objects.requireNonNull(row.getObject("payable_from", LocalDate.class))),
                obstacle == null ? null : Obstacle.valueOf(obstacle));
    }
}
