package org.samenspraak.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code ledger_budget}. Who writes in the books of a budget locks it first: all that is booked there stands in one row. */
@Repository
class BudgetRecords {

    private final JdbcClient jdbc;

    BudgetRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes it when it is not there yet; somebody else may do so at the same moment. */
    void add(BudgetKey key, String name) {
        jdbc.sql("insert into ledger_budget (id, year, purpose, name) values (?, ?, ?, ?) on conflict do nothing")
                .params(UUID.randomUUID(), key.year(), key.purpose(), name)
                .update();
    }

    Budget lock(BudgetKey key) {
        return jdbc.sql("select * from ledger_budget where year = ? and purpose = ? for update")
                .params(key.year(), key.purpose())
                .query(BudgetRecords::budget)
                .optional()
                .orElseThrow(() -> unknown(key));
    }

    Budget lock(UUID id) {
        return jdbc.sql("select * from ledger_budget where id = ? for update")
                .param(id)
                .query(BudgetRecords::budget)
                .single();
    }

    Optional<Budget> find(BudgetKey key) {
        return jdbc.sql("select * from ledger_budget where year = ? and purpose = ?")
                .params(key.year(), key.purpose())
                .query(BudgetRecords::budget)
                .optional();
    }

    Optional<Budget> find(UUID id) {
        return jdbc.sql("select * from ledger_budget where id = ?")
                .param(id)
                .query(BudgetRecords::budget)
                .optional();
    }

    /** The newest year first. */
    List<Budget> all() {
        return jdbc.sql("select * from ledger_budget order by year desc, name, purpose")
                .query(BudgetRecords::budget)
                .list();
    }

    /** Takes cents from one account and puts them in another; the database refuses what would go below zero. */
    void move(UUID budget, Account from, Account to, Amount amount) {
        var taken = from == Account.ALLOTTED ? "" : from.code() + " = " + from.code() + " - :cents";
        var put = to == Account.ALLOTTED ? "" : to.code() + " = " + to.code() + " + :cents";
        jdbc.sql("update ledger_budget set " + taken + (taken.isEmpty() || put.isEmpty() ? "" : ", ") + put
                        + " where id = :id")
                .param("id", budget)
                .param("cents", amount.cents())
                .update();
    }

    static NotFound unknown(BudgetKey key) {
        return new NotFound("ledger.refusal.no-budget", key.purpose(), String.valueOf(key.year()));
    }

    private static Budget budget(ResultSet row, int number) throws SQLException {
        return new Budget(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new BudgetKey(row.getInt("year"), Objects.requireNonNull(row.getString("purpose"))),
                Objects.requireNonNull(row.getString("name")),
                new Amount(row.getLong("available")),
                new Amount(row.getLong("reserved")),
                new Amount(row.getLong("committed")),
                new Amount(row.getLong("paid")),
                new Amount(row.getLong("owed")));
    }
}
