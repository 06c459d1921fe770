package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.ledger.BudgetKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What organs decided on rounds, next to what the count says: {@code wijkbudget_decision}. */
@Repository
class BudgetDecisions {

    private final JdbcClient jdbc;

    BudgetDecisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Says whether it is new. */
    boolean add(CaseId round, String number, LocalDate day, @Nullable String reason, Instant at, String by) {
        return jdbc.sql(
                                """
                                insert into wijkbudget_decision (round, number, decided_on, reason, decided_at, decided_by)
                                values (:round, :number, :day, :reason, :at, :by) on conflict do nothing
                                """)
                        .param("round", round.value())
                        .param("number", number)
                        .param("day", day)
                        .param("reason", reason, Types.VARCHAR)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    Optional<Decision> find(CaseId round) {
        return jdbc.sql(
                        """
                        select number, decided_on "day", reason, told_at is not null told, public_at from wijkbudget_decision
                         where round = ?
                        """)
                .param(round.value())
                .query((row, line) -> new Decision(
                        row.getString("number"),
                        row.getObject("day", LocalDate.class),
                        row.getString("reason"),
                        row.getBoolean("told"),
                        Optional.ofNullable(row.getTimestamp("public_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .optional();
    }

    /** Whether everybody may read what was decided, and so what was counted: all proposers were told. */
    boolean arePublic(CaseId round) {
        return find(round).filter(one -> one.publicAt() != null).isPresent();
    }

    void told(CaseId round, Instant at) {
        jdbc.sql("update wijkbudget_decision set told_at = coalesce(told_at, ?) where round = ?")
                .params(Timestamp.from(at), round.value())
                .update();
    }

    /** Those whose proposers were written to and that nobody else can read yet. */
    List<CaseId> waiting() {
        return jdbc.sql(
                        "select round from wijkbudget_decision where public_at is null and told_at is not null order by round")
                .query((row, line) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Says whether it is new to everybody. */
    boolean release(CaseId round, Instant at) {
        return jdbc.sql("update wijkbudget_decision set public_at = ? where round = ? and public_at is null")
                        .params(Timestamp.from(at), round.value())
                        .update()
                == 1;
    }

    /** What the count says of each project that could be chosen, by area in the order of the round: the chosen first. */
    List<Result> results(CaseId round) {
        return jdbc.sql(
                        """
                        select j.id, j.case_id, j.area_id area, a.name area_name, j.number, j.title, j.cost_cents cents,
                               coalesce(r.chosen, false) counted, r.rank, r.votes, r.points, r.reason, r.reason_en, j.decided, j.deviation,
                               j.state = 'STOPPED' stopped
                          from wijkbudget_project j
                          join wijkbudget_area s on s.round = j.round and s.area_id = j.area_id
                          join identity_area a on a.id = j.area_id
                          left join wijkbudget_result r on r.project = j.id
                         where j.round = ? and j.number is not null and j.cost_cents is not null and j.case_id is not null
                           and (j.decided is not null or j.state = 'FEASIBLE')
                         order by s.position, coalesce(j.decided, '') desc, r.rank nulls last, j.number
                        """)
                .param(round.value())
                .query(Result.class)
                .list();
    }

    void decide(UUID project, boolean chosen, @Nullable String deviation) {
        var decided = chosen ? "CHOSEN" : "LEFT";
        jdbc.sql(
                        "update wijkbudget_project set decided = :decided, state = :decided, deviation = :deviation where id = :id")
                .param("decided", decided)
                .param("deviation", deviation, Types.VARCHAR)
                .param("id", project)
                .update();
    }

    /** Ideas of which these decided projects came. */
    List<CaseId> ideas(CaseId round) {
        return jdbc.sql(
                        """
                        select distinct i.proposal from wijkbudget_project_idea i join wijkbudget_project j on j.id = i.project
                         where j.round = ? and j.decided is not null order by i.proposal
                        """)
                .param(round.value())
                .query((row, line) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    void keepPot(CaseId round, AreaId area, BudgetKey pot) {
        jdbc.sql("update wijkbudget_area set pot_year = ?, pot_purpose = ? where round = ? and area_id = ?")
                .params(pot.year(), pot.purpose(), round.value(), area.value())
                .update();
    }

    /** The budget that holds the money of an area; none before the decision. */
    Optional<BudgetKey> pot(CaseId round, AreaId area) {
        return jdbc.sql(
                        "select pot_year, pot_purpose from wijkbudget_area where round = ? and area_id = ? and pot_purpose is not null")
                .params(round.value(), area.value())
                .query((row, line) -> new BudgetKey(row.getInt(1), row.getString(2)))
                .optional();
    }

    /** @param told whether the mails to proposers are written */
    record Decision(String number, LocalDate day, @Nullable String reason, boolean told, @Nullable Instant publicAt) {}

    /**
     * @param counted whether the count chose it
     * @param rank in which order it got its money; none when it was not chosen
     * @param votes none when nobody counted
     * @param points the mean of jury or panel; none where points decide nothing
     * @param decided {@code CHOSEN} or {@code LEFT}; none before the decision
     * @param stopped whether it stopped after it was chosen
     */
    record Result(
            UUID id,
            UUID caseId,
            UUID area,
            String areaName,
            int number,
            String title,
            long cents,
            boolean counted,
            @Nullable Integer rank,
            @Nullable Long votes,
            @Nullable BigDecimal points,
            @Nullable String reason,
            @Nullable String reasonEn,
            @Nullable String decided,
            @Nullable String deviation,
            boolean stopped) {

        public boolean chosen() {
            return "CHOSEN".equals(decided);
        }
    }
}
