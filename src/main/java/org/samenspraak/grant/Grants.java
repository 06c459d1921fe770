package org.samenspraak.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.ledger.Amount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code grant_grant}. */
@Repository
class Grants {

    private final JdbcClient jdbc;

    Grants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether the council had none of that year yet */
    boolean add(CaseId caseId, CaseId round, @Nullable CaseId talk, CouncilId council, int year) {
        return jdbc.sql(
                                """
                                insert into grant_grant (case_id, round, talk, council_id, year, state)
                                values (:case, :round, :talk, :council, :year, 'OPEN') on conflict do nothing
                                """)
                        .param("case", caseId.value())
                        .param("round", round.value())
                        .param("talk", talk == null ? null : talk.value(), Types.OTHER)
                        .param("council", council.value())
                        .param("year", year)
                        .update()
                == 1;
    }

    Optional<Grant> find(CaseId caseId) {
        return jdbc.sql("select * from grant_grant where case_id = ?")
                .param(caseId.value())
                .query(Grants::grant)
                .optional();
    }

    Grant get(CaseId caseId) {
        return find(caseId).orElseThrow();
    }

    Optional<Grant> of(CouncilId council, int year) {
        return jdbc.sql("select * from grant_grant where council_id = ? and year = ?")
                .params(council.value(), year)
                .query(Grants::grant)
                .optional();
    }

    /** Of this council, in which nothing was decided. */
    List<Grant> undecided(CouncilId council) {
        return jdbc.sql("select * from grant_grant where council_id = ? and state in ('OPEN', 'ASKED', 'ASSESSED')")
                .param(council.value())
                .query(Grants::grant)
                .list();
    }

    /** How many earlier grants of a council should have been accounted for, and are not. */
    int unaccounted(Grant grant, LocalDate today) {
        return count(
                grant,
                "report_due < :today and state in ('PAID', 'REPORTED', 'RECLAIMING')",
                Objects.requireNonNull(today));
    }

    /** How many earlier grants of a council have an account that was so late that it blocks the next grant, until somebody judged it. */
    int blocking(Grant grant, LocalDate today) {
        return count(grant, "blocked_on <= :today and state in ('PAID', 'REPORTED')", today);
    }

    private int count(Grant grant, String where, LocalDate today) {
        return jdbc.sql("select count(*) from grant_grant where council_id = :council and year < :year and " + where)
                .param("council", grant.council().value())
                .param("year", grant.year())
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    void state(CaseId caseId, State state) {
        set(caseId, "state", state.name());
    }

    void late(CaseId caseId) {
        set(caseId, "late", true);
    }

    void asked(CaseId caseId, Amount asked, @Nullable Amount savings) {
        jdbc.sql("update grant_grant set state = 'ASKED', asked = ?, savings = ? where case_id = ?")
                .params(asked.cents(), savings == null ? null : savings.cents(), caseId.value())
                .update();
    }

    void forum(CaseId caseId, LocalDate on) {
        set(caseId, "forum_on", on);
    }

    void assessed(CaseId caseId, Amount proposed) {
        jdbc.sql("update grant_grant set state = 'ASSESSED', proposed = ? where case_id = ?")
                .params(proposed.cents(), caseId.value())
                .update();
    }

    void granted(CaseId caseId, Amount granted) {
        jdbc.sql("update grant_grant set state = 'GRANTED', granted = ? where case_id = ?")
                .params(granted.cents(), caseId.value())
                .update();
    }

    void paid(CaseId caseId, LocalDate on) {
        jdbc.sql("update grant_grant set state = case state when 'GRANTED' then 'PAID' else state end, paid_on = ?"
                        + " where case_id = ?")
                .params(on, caseId.value())
                .update();
    }

    /** The money came back: it is granted still, and not paid. */
    void unpaid(CaseId caseId) {
        jdbc.sql("update grant_grant set paid_on = null, state = case state when 'PAID' then 'GRANTED' else state end"
                        + " where case_id = ?")
                .param(caseId.value())
                .update();
    }

    void reportDue(CaseId caseId, LocalDate due) {
        set(caseId, "report_due", due);
    }

    void drawn(CaseId caseId, boolean drawn) {
        set(caseId, "drawn", drawn);
    }

    void blocked(CaseId caseId, LocalDate on) {
        set(caseId, "blocked_on", on);
    }

    void reported(CaseId caseId, Amount spent, LocalDate on) {
        jdbc.sql("update grant_grant set state = 'REPORTED', spent = ?, reported_on = ? where case_id = ?")
                .params(spent.cents(), on, caseId.value())
                .update();
    }

    void reclaiming(CaseId caseId, Amount reclaimed) {
        jdbc.sql("update grant_grant set state = 'RECLAIMING', reclaimed = ? where case_id = ?")
                .params(reclaimed.cents(), caseId.value())
                .update();
    }

    void graded(CaseId caseId, int grade, @Nullable String remarks) {
        jdbc.sql("update grant_grant set grade = ?, remarks = ? where case_id = ?")
                .params(grade, remarks, caseId.value())
                .update();
    }

    private void set(CaseId caseId, String column, Object value) {
        jdbc.sql("update grant_grant set " + column + " = :value where case_id = :case")
                .param("value", value)
                .param("case", caseId.value())
                .update();
    }

    private static Grant grant(ResultSet row, int number) throws SQLException {
        var talk = row.getObject("talk", UUID.class);
        return new Grant(
                new CaseId(row.getObject("case_id", UUID.class)),
                new CaseId(row.getObject("round", UUID.class)),
                talk == null ? null : new CaseId(talk),
                new CouncilId(row.getObject("council_id", UUID.class)),
                row.getInt("year"),
                State.valueOf(row.getString("state")),
                row.getBoolean("late"),
                amount(row, "asked"),
                amount(row, "savings"),
                row.getObject("forum_on", LocalDate.class),
                amount(row, "proposed"),
                amount(row, "granted"),
                row.getObject("paid_on", LocalDate.class),
                row.getObject("report_due", LocalDate.class),
                row.getObject("reported_on", LocalDate.class),
                row.getObject("blocked_on", LocalDate.class),
                row.getObject("drawn", Boolean.class),
                amount(row, "spent"),
                amount(row, "reclaimed"));
    }

    static @Nullable Amount amount(ResultSet row, String column) throws SQLException {
        var cents = row.getObject(column, Long.class);
        return cents == null ? null : new Amount(cents);
    }
}
