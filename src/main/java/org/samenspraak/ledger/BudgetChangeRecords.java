package org.samenspraak.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.ledger.Budgets.Allotment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code ledger_budget_change}. */
@Repository
class BudgetChangeRecords {

    private static final String SELECT =
            """
            select c.*, b.name || ' ' || b.year budget_name from ledger_budget_change c join ledger_budget b on b.id = c.budget_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    BudgetChangeRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether none of that decision waited yet */
    boolean add(UUID budget, Kind kind, Allotment change) {
        return jdbc.sql(
                                """
                                insert into ledger_budget_change (id, budget_id, kind, cents, decision, reason, proposed_at, proposed_by,
                                    proposed_name)
                                values (:id, :budget, :kind, :cents, :decision, :reason, :at, :by, :name) on conflict do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("budget", budget)
                        .param("kind", kind.name())
                        .param("cents", change.amount().cents())
                        .param("decision", change.decision())
                        .param("reason", change.reason())
                        .param("at", OffsetDateTime.now(clock))
                        .param("by", change.by().id())
                        .param("name", change.by().name())
                        .update()
                == 1;
    }

    Optional<BudgetChange> lock(UUID id) {
        return jdbc.sql(SELECT + " where c.id = ? for update of c")
                .param(id)
                .query(BudgetChangeRecords::change)
                .optional();
    }

    /** The newest first. */
    List<BudgetChange> of(UUID budget, int limit) {
        return jdbc.sql(SELECT
                        + " where c.budget_id = ? order by c.settled_at is not null, c.proposed_at desc, c.id limit ?")
                .params(budget, limit)
                .query(BudgetChangeRecords::change)
                .list();
    }

    /** Those that somebody else proposed, the oldest first. */
    List<BudgetChange> waitingFor(UUID person, int limit) {
        return jdbc.sql(SELECT + " where c.settled_at is null and c.proposed_by is distinct from ?"
                        + " order by c.proposed_at, c.id limit ?")
                .params(person, limit)
                .query(BudgetChangeRecords::change)
                .list();
    }

    /** @param refused why, or none when it was booked */
    void settle(UUID id, @Nullable String refused, Actor by) {
        jdbc.sql(
                        """
                        update ledger_budget_change set settled_at = :at, settled_by = :by, settled_name = :name, refused = :refused
                         where id = :id and settled_at is null
                        """)
                .param("at", OffsetDateTime.now(clock))
                .param("by", by.id())
                .param("name", by.name())
                .param("refused", refused)
                .param("id", id)
                .update();
    }

    private static BudgetChange change(ResultSet row, int number) throws SQLException {
        Timestamp settled = row.getTimestamp("settled_at");
        return new BudgetChange(
                row.getObject("id", UUID.class),
                row.getObject("budget_id", UUID.class),
                row.getString("budget_name"),
                Kind.valueOf(row.getString("kind")),
                new Amount(row.getLong("cents")),
                row.getString("decision"),
                row.getString("reason"),
                Objects.requireNonNull(row.getTimestamp("proposed_at")).toInstant(),
                row.getObject("proposed_by", UUID.class),
                row.getString("proposed_name"),
                settled == null ? null : settled.toInstant(),
                row.getString("settled_name"),
                row.getString("refused"));
    }
}
