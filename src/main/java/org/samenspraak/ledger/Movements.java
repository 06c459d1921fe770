package org.samenspraak.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The books: the rows of {@code ledger_movement}, only ever added to, each with the balances it changes. */
@Repository
class Movements {

    private final JdbcClient jdbc;
    private final BudgetRecords budgets;
    private final Clock clock;

    Movements(JdbcClient jdbc, BudgetRecords budgets, Clock clock) {
        this.jdbc = jdbc;
        this.budgets = budgets;
        this.clock = clock;
    }

    /** Writes it in the books; whoever does holds the lock of the budget. */
    void add(Entry entry) {
        var claim = entry.claim();
        jdbc.sql(
                        """
                        insert into ledger_movement (budget_id, kind, from_account, to_account, cents, case_id, scope,
                            council_id, occasion, at, actor_id, actor_name, on_behalf_of, reason, reference)
                        values (:budget, :kind, :from, :to, :cents, :case, :scope,
                            :council, :occasion, :at, :actor, :name, :behalf, :reason, :reference)
                        """)
                .param("budget", entry.budget())
                .param("kind", entry.kind().name())
                .param("from", entry.from().name())
                .param("to", entry.to().name())
                .param("cents", entry.amount().cents())
                .param("case", claim == null ? null : claim.caseId().value())
                .param("scope", claim == null ? "" : claim.scope())
                .param(
                        "council",
                        entry.council() == null ? null : entry.council().value())
                .param("occasion", entry.occasion())
                .param("at", OffsetDateTime.now(clock))
                .param("actor", entry.by().id())
                .param("name", entry.by().name())
                .param("behalf", entry.by().onBehalfOf())
                .param("reason", entry.reason())
                .param("reference", entry.reference())
                .update();
        budgets.move(entry.budget(), entry.from(), entry.to(), entry.amount());
    }

    /** The budget that something was last reserved in for the claim. */
    Optional<UUID> budgetOf(Claim claim) {
        return jdbc.sql("select budget_id from ledger_movement where case_id = ? and scope = ? and kind = 'RESERVE'"
                        + " order by id desc limit 1")
                .params(claim.caseId().value(), claim.scope())
                .query(UUID.class)
                .optional();
    }

    /** What is held for the claim, reserved in this budget or another one before. */
    Held held(UUID budget, Claim claim) {
        return jdbc.sql(
                        """
                        select count(*) filter (where kind = 'RESERVE') as round, count(*) as lines,
                            sum(case 'RESERVED' when to_account then cents when from_account then -cents else 0 end) as reserved,
                            sum(case 'COMMITTED' when to_account then cents when from_account then -cents else 0 end) as committed,
                            sum(case 'PAID' when to_account then cents when from_account then -cents else 0 end) as paid,
                            sum(case 'OWED' when to_account then cents when from_account then -cents else 0 end) as owed,
                            sum(case kind when 'RECEIVE' then cents else 0 end) as received
                        from ledger_movement where case_id = ? and scope = ?
                        """)
                .params(claim.caseId().value(), claim.scope())
                .query((row, number) -> new Held(
                        budget,
                        row.getInt("round"),
                        row.getInt("lines"),
                        new Amount(row.getLong("reserved")),
                        new Amount(row.getLong("committed")),
                        new Amount(row.getLong("paid")),
                        new Amount(row.getLong("owed")),
                        new Amount(row.getLong("received"))))
                .single();
    }

    /** How much the newest one of this kind moved for the claim. */
    Optional<Amount> last(Claim claim, Kind kind) {
        return jdbc.sql("select cents from ledger_movement where case_id = ? and scope = ? and kind = ?"
                        + " order by id desc limit 1")
                .params(claim.caseId().value(), claim.scope(), kind.name())
                .query(Long.class)
                .optional()
                .map(Amount::new);
    }

    /** How much moved for the claim on this occasion, if anything did. */
    Optional<Amount> on(Claim claim, Kind kind, String occasion) {
        return jdbc.sql(
                        "select cents from ledger_movement where case_id = ? and scope = ? and kind = ? and occasion = ?")
                .params(claim.caseId().value(), claim.scope(), kind.name(), occasion)
                .query(Long.class)
                .optional()
                .map(Amount::new);
    }

    /** How much the budget itself changed on this occasion, if it did. */
    Optional<Amount> on(UUID budget, Kind kind, String occasion) {
        return jdbc.sql("select cents from ledger_movement where case_id is null and budget_id = ? and kind = ?"
                        + " and occasion = ?")
                .params(budget, kind.name(), occasion)
                .query(Long.class)
                .optional()
                .map(Amount::new);
    }

    /** All claims of a case. */
    Set<Claim> claims(CaseId caseId) {
        return jdbc
                .sql("select distinct scope from ledger_movement where case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .list()
                .stream()
                .map(scope -> new Claim(caseId, scope))
                .collect(Collectors.toSet());
    }
}
