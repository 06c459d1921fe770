package org.samenspraak.grant;

import java.io.Serializable;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.AreaLimit;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.ledger.Amount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where each council of a round stands. */
@Repository
class RoundRows {

    /** WAITING and FAILED have no case yet; a stopped or finished case says more than its talk. */
    private static final String STANDS =
            """
            select rc.round, rc.council_id council, o.name, o.area_id area, c.number, rc.left_out_reason reason, rc.problem,
                   rc.reminded_on, t.planned_at, t.held_on, g.state money_state, g.asked asked_cents, g.granted granted_cents,
                   g.paid_on, gc.number money_number,
                   g.state = 'ASKED' and exists (select from correspondence_prompt p
                        where p.case_id = g.case_id and p.state = 'OPEN') awaits_council,
                   case when rc.left_out_reason is not null then 'LEFT_OUT'
                        when rc.talk is null and rc.attempts > 0 then 'FAILED'
                        when rc.talk is null then 'WAITING'
                        when c.status in ('STOPPED', 'WITHDRAWN') then 'STOPPED'
                        when c.status = 'CLOSED' and t.state = 'CONFIRMED' then 'DONE'
                        else t.state end stands
              from grant_round_council rc join council_council o on o.id = rc.council_id
              left join grant_talk t on t.case_id = rc.talk left join casefile_case c on c.id = rc.talk
              left join grant_grant g on g.round = rc.round and g.council_id = rc.council_id
              left join casefile_case gc on gc.id = g.case_id
             where rc.round = :round
            """;

    private static final String OPEN =
            "('FAILED', 'WAITING', 'PREPARING', 'UNPREPARED', 'PREPARED', 'PLANNED', 'HELD', 'CONFIRMED')";

    private final JdbcClient jdbc;

    RoundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many stand where. */
    Map<String, Integer> counts(CaseId round) {
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("select stands, count(*) many from (" + STANDS + ") s group by stands order by stands")
                .param("round", round.value())
                .query(row -> {
                    counts.put(row.getString("stands"), row.getInt("many"));
                });
        return counts;
    }

    /** Of all its grants; paid is what stands so in the books: not what came back or has to. */
    Totals totals(CaseId round) {
        return jdbc.sql(
                        """
                        select coalesce(sum(asked), 0) asked_cents, coalesce(sum(granted), 0) granted_cents,
                               coalesce(sum(m.paid), 0) paid_cents
                          from grant_grant g left join lateral (
                              select sum(case when to_account = 'PAID' then cents else -cents end) paid from ledger_movement
                               where case_id = g.case_id and scope = '' and 'PAID' in (to_account, from_account)) m on true
                         where round = ?
                        """)
                .param(round.value())
                .query(Totals.class)
                .single();
    }

    /** The names of those that are not done, at most {@code limit}. */
    List<String> left(CaseId round, int limit) {
        return jdbc.sql("select name from (" + STANDS + ") s where stands in " + OPEN
                        + " order by name, council limit :limit")
                .param("round", round.value())
                .param("limit", limit)
                .query(String.class)
                .list();
    }

    /** By name, those that stand somewhere or all, after the last one of the page before. */
    List<Row> page(CaseId round, @Nullable String stands, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        "select * from (" + STANDS
                                + """
                        ) s where (:stands::text is null or stands = :stands)
                          and (:after::uuid is null or (lower(name), council) > (
                              select lower(name), id from council_council where id = :after::uuid))
                        order by lower(name), council limit :limit
                        """)
                .param("round", round.value())
                .param("stands", stands)
                .param("after", after == null ? null : after.toString())
                .param("limit", limit)
                .query(Row.class)
                .list();
    }

    /**
     * Marks those that still prepare and were not reminded today.
     *
     * @param councils none for all that prepare
     * @param where councils elsewhere are passed over
     * @return what came of each
     */
    List<Reminded> remind(CaseId round, @Nullable List<UUID> councils, AreaLimit where, LocalDate today) {
        var found = jdbc.sql(
                        """
                        select rc.council_id council, o.name, rc.talk,
                               case when not (:everywhere or o.area_id = any(:areas)) then 'elsewhere'
                                    when t.state is distinct from 'PREPARING' or c.status <> 'OPEN' then 'over'
                                    when rc.reminded_on = :today then 'today'
                                    else 'reminded' end came
                          from grant_round_council rc join council_council o on o.id = rc.council_id
                          left join grant_talk t on t.case_id = rc.talk left join casefile_case c on c.id = rc.talk
                         where rc.round = :round
                           and (rc.council_id = any(:councils)
                                or :all and t.state = 'PREPARING' and c.status = 'OPEN' and (:everywhere or o.area_id = any(:areas)))
                         order by lower(o.name), rc.council_id for update of rc
                        """)
                .param("today", today)
                .param("everywhere", where.everywhere())
                .param("areas", where.ids())
                .param("round", round.value())
                .param("all", councils == null)
                .param("councils", councils == null ? new UUID[0] : councils.toArray(UUID[]::new))
                .query(Reminded.class)
                .list();
        jdbc.sql(
                        "update grant_round_council set reminded_on = :today where round = :round and council_id = any(:councils)")
                .param("today", today)
                .param("round", round.value())
                .param(
                        "councils",
                        found.stream()
                                .filter(Reminded::isReminded)
                                .map(Reminded::council)
                                .toArray(UUID[]::new))
                .update();
        return found;
    }

    /**
     * What came of the wish to remind a council.
     *
     * @param talk the case of its talk; none while it did not begin
     * @param came {@code reminded}; or why not: {@code today} it was already, the time to prepare is {@code over}, it is
     *     {@code elsewhere}
     */
    record Reminded(UUID council, String name, @Nullable UUID talk, String came) implements Serializable {

        public boolean isReminded() {
            return came.equals("reminded");
        }
    }

    /**
     * @param number of the case of its talk; none while it did not begin
     * @param reason why it was left out
     * @param moneyNumber of the case of its grant; none while there is none
     * @param awaitsCouncil whether nobody assesses it before the council answered
     */
    record Row(
            UUID council,
            String name,
            UUID area,
            @Nullable String number,
            @Nullable String reason,
            @Nullable String problem,
            @Nullable LocalDate remindedOn,
            @Nullable Timestamp plannedAt,
            @Nullable LocalDate heldOn,
            @Nullable String moneyState,
            @Nullable Long askedCents,
            @Nullable Long grantedCents,
            @Nullable LocalDate paidOn,
            @Nullable String moneyNumber,
            @Nullable Boolean awaitsCouncil,
            String stands) {

        /** What was asked of the grant; none while nothing was. */
        public @Nullable Amount asked() {
            return askedCents == null ? null : new Amount(askedCents);
        }

        /** Whether its area is one of these. */
        public boolean isIn(AreaLimit where) {
            return where.everywhere() || where.areas().contains(new AreaId(area));
        }

        public @Nullable Amount granted() {
            return grantedCents == null ? null : new Amount(grantedCents);
        }

        /** The word for where the grant stands; none while there is none. */
        public @Nullable String stage() {
            return moneyState == null
                    ? null
                    : Boolean.TRUE.equals(awaitsCouncil)
                            ? "awaits_council"
                            : Grant.State.valueOf(moneyState).code();
        }
    }

    /** What a round asked, was granted and got, together. */
    record Totals(long askedCents, long grantedCents, long paidCents) {

        public Amount asked() {
            return new Amount(askedCents);
        }

        public Amount granted() {
            return new Amount(grantedCents);
        }

        public Amount paid() {
            return new Amount(paidCents);
        }
    }
}
