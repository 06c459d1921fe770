package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rounds and the days of their phases: {@code wijkbudget_round}, {@code wijkbudget_phase}. */
@Repository
class BudgetRounds {

    private final JdbcClient jdbc;

    BudgetRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As it is prepared; one that is prepared again is replaced. */
    void prepare(CaseId round, String title, LocalDate opens, MoneyRule money) {
        jdbc.sql(
                        """
                        insert into wijkbudget_round (case_id, title, opens, total_cents, base_cents, floor_cents, ceiling_cents,
                            vulnerability)
                        values (:case, :title, :opens, :total, :base, :floor, :ceiling, :vulnerability)
                        on conflict (case_id) do update set title = excluded.title, opens = excluded.opens,
                            total_cents = excluded.total_cents, base_cents = excluded.base_cents,
                            floor_cents = excluded.floor_cents, ceiling_cents = excluded.ceiling_cents,
                            vulnerability = excluded.vulnerability
                        """)
                .param("case", round.value())
                .param("title", title)
                .param("opens", opens)
                .param("total", money.total())
                .param("base", money.base())
                .param("floor", money.floor())
                .param("ceiling", money.ceiling())
                .param("vulnerability", money.vulnerability())
                .update();
    }

    void adopt(CaseId round, LocalDate opens, Instant at) {
        jdbc.sql("update wijkbudget_round set opens = ?, adopted_at = ? where case_id = ?")
                .params(opens, Timestamp.from(at), round.value())
                .update();
    }

    void begin(CaseId round, Phase phase) {
        jdbc.sql("update wijkbudget_round set phase = ? where case_id = ?")
                .params(phase.name(), round.value())
                .update();
    }

    /** Somebody was told of what is not decided by the end of this phase. */
    void warned(CaseId round, Phase phase) {
        jdbc.sql("update wijkbudget_round set warned = ? where case_id = ?")
                .params(phase.name(), round.value())
                .update();
    }

    void close(CaseId round, Instant at) {
        jdbc.sql("update wijkbudget_round set closed_at = ? where case_id = ? and closed_at is null")
                .params(Timestamp.from(at), round.value())
                .update();
    }

    /** With the reason that everybody reads. */
    void stop(CaseId round, String why) {
        jdbc.sql("update wijkbudget_round set stopped_reason = ? where case_id = ?")
                .params(why, round.value())
                .update();
    }

    /** Until the end of the transaction: its phase, days and rules stay, and nothing comes in for it meanwhile. */
    void hold(CaseId round) {
        jdbc.sql("select case_id from wijkbudget_round where case_id = ? for update")
                .param(round.value())
                .query()
                .listOfRows();
    }

    Optional<Round> find(CaseId round) {
        return jdbc.sql("select * from wijkbudget_round where case_id = ?")
                .param(round.value())
                .query(BudgetRounds::round)
                .optional();
    }

    Round get(CaseId round) {
        return find(round).orElseThrow();
    }

    /** The newest first, after the last one of the page before. */
    List<Line> page(@Nullable String after, int limit) {
        return jdbc.sql(
                        """
                        select c.number, r.title, r.opens, lower(r.phase) phase, p.ends, r.adopted_at is not null adopted,
                               exists (select from wijkbudget_vote v where v.round = r.case_id) voted,
                               case when c.status in ('STOPPED', 'WITHDRAWN') then 'stopped'
                                    when r.closed_at is not null or c.status <> 'OPEN' then 'closed' else 'running' end standing
                          from wijkbudget_round r join casefile_case c on c.id = r.case_id and c.number is not null
                          left join wijkbudget_phase p on p.round = r.case_id and p.phase = r.phase
                         where :after::text is null or c.number < :after
                         order by c.number desc limit :limit
                        """)
                .param("after", after)
                .param("limit", limit)
                .query(Line.class)
                .list();
    }

    void plan(CaseId round, PhaseDays days) {
        jdbc.sql(
                        """
                        insert into wijkbudget_phase (round, phase, begins, ends) values (:round, :phase, :begins, :ends)
                        on conflict (round, phase) do update set begins = excluded.begins, ends = excluded.ends
                        """)
                .param("round", round.value())
                .param("phase", days.phase().name())
                .param("begins", days.begins())
                .param("ends", days.ends())
                .update();
    }

    /** In their order; none before the round is adopted. */
    List<PhaseDays> phases(CaseId round) {
        return jdbc.sql("select * from wijkbudget_phase where round = ? order by begins")
                .param(round.value())
                .query((row, number) -> new PhaseDays(
                        Phase.valueOf(row.getString("phase")),
                        row.getObject("begins", LocalDate.class),
                        row.getObject("ends", LocalDate.class)))
                .list();
    }

    /** Of an adopted round. */
    PhaseDays phase(CaseId round, Phase phase) {
        return phases(round).stream()
                .filter(days -> days.phase() == phase)
                .findFirst()
                .orElseThrow();
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        var phase = row.getString("phase");
        var adopted = row.getTimestamp("adopted_at");
        var closed = row.getTimestamp("closed_at");
        return new Round(
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("title"),
                row.getObject("opens", LocalDate.class),
                new MoneyRule(
                        row.getLong("total_cents"),
                        row.getLong("base_cents"),
                        row.getLong("floor_cents"),
                        row.getLong("ceiling_cents"),
                        row.getBigDecimal("vulnerability")),
                phase == null ? null : Phase.valueOf(phase),
                adopted == null ? null : adopted.toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("stopped_reason"));
    }

    /**
     * @param opens the first day of the call
     * @param phase where it stands; none before the call
     */
    record Round(
            CaseId caseId,
            String title,
            LocalDate opens,
            MoneyRule money,
            @Nullable Phase phase,
            @Nullable Instant adoptedAt,
            @Nullable Instant closedAt,
            @Nullable String stoppedReason) {}

    /**
     * @param ends of the phase in which it is
     * @param standing running, closed or stopped
     */
    record Line(
            String number,
            String title,
            LocalDate opens,
            @Nullable String phase,
            @Nullable LocalDate ends,
            boolean adopted,
            boolean voted,
            String standing) {}

    /**
     * By which the money is divided, in cents.
     *
     * @param vulnerability percentage by which a vulnerable inhabitant weighs more
     */
    record MoneyRule(long total, long base, long floor, long ceiling, BigDecimal vulnerability) {}
}
