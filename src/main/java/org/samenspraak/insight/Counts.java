package org.samenspraak.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The counts behind the overview. They are made from the work list and the step log in the background, so that no reader waits
 * for a count over all cases; the page says from when they are. Quarters that are over are not counted again.
 */
@Repository
class Counts {

    private static final Duration FRESH = Duration.ofMinutes(10);

    private static final String OPEN =
            """
            insert into insight_open (who, trajectory, area_id, cases, late, week)
            select '', c.trajectory, c.area_id, count(*), count(t.case_id) filter (where t.late),
                   count(t.case_id) filter (where t.week)
              from casefile_case c
              left join (select case_id, bool_or(due < :now) late, bool_or(due >= :now and due < :week) week
                           from process_task where not suspended group by case_id) t on t.case_id = c.id
             where c.status = 'OPEN' and c.number is not null
             group by c.trajectory, c.area_id
            """;

    private static final String WAITING =
            """
            insert into insight_open (who, trajectory, area_id, cases, late, week)
            select w.who, c.trajectory, c.area_id, count(*), count(*) filter (where w.late), count(*) filter (where w.week)
              from (select t.case_id, x.who, bool_or(t.due < :now) late, bool_or(t.due >= :now and t.due < :week) week
                      from process_task t, lateral (
                           select case when t.for_council then 'council' else 'office' end
                           union select split_part(g, '@', 1) from unnest(t.groups) g where not t.for_council
                           union select t.assignee::text where t.assignee is not null) x (who)
                     where not t.suspended group by t.case_id, x.who) w
              join casefile_case c on c.id = w.case_id
             where c.status = 'OPEN' and c.number is not null
             group by w.who, c.trajectory, c.area_id
            """;

    private static final String LATE =
            """
            insert into insight_late (trajectory, area_id, process_key, element, cases)
            select c.trajectory, c.area_id, t.process_key, t.element, count(distinct t.case_id)
              from process_task t
              join casefile_case c on c.id = t.case_id
             where not t.suspended and t.due < :now and c.status = 'OPEN' and c.number is not null
             group by 1, 2, 3, 4
            """;

    private static final String CASES =
            """
            insert into insight_days (quarter, trajectory, area_id, process_key, element, days, cases, with_term, in_time)
            select date_trunc('quarter', closed_at at time zone :zone)::date, trajectory, area_id, '', '',
                   greatest(0, (closed_at at time zone :zone)::date - received), count(*), 0, 0
              from casefile_case
             where status = 'CLOSED' and closed_at >= :from
             group by 1, 2, 3, 6
            """;

    private static final String STEPS =
            """
            insert into insight_days (quarter, trajectory, area_id, process_key, element, days, allowed, cases, with_term, in_time)
            select s.quarter, c.trajectory, c.area_id, s.process_key, s.element, s.days, s.allowed, count(*), count(s.due),
                   count(*) filter (where not s.canceled and s.left_at <= s.due)
              from (select distinct on (quarter, case_id, process_key, element) *
                      from (select case_id, process_key, element, due, left_at, canceled,
                                   date_trunc('quarter', left_at at time zone :zone)::date quarter,
                                   (left_at at time zone :zone)::date - (entered_at at time zone :zone)::date days,
                                   (due at time zone :zone)::date - (entered_at at time zone :zone)::date allowed
                              from casefile_step
                             where finished and left_at >= :from) done
                     order by quarter, case_id, process_key, element, left_at desc) s
              join casefile_case c on c.id = s.case_id
             group by s.quarter, c.trajectory, c.area_id, s.process_key, s.element, s.days, s.allowed
            """;

    private final JdbcClient db;
    private final Clock clock;
    private final Municipality municipality;

    Counts(JdbcClient db, Clock clock, Municipality municipality) {
        this.db = db;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** Of several nodes the first one counts. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
    @Transactional
    void keepFresh() {
        if (state("for update").isBefore(clock.instant().minus(FRESH))) {
            count();
        }
    }

    /** Counts anew; readers see the counts of before until all is counted. */
    @Transactional
    void count() {
        var now = clock.instant();
        var last = state("for update");
        var quarter = last.equals(Instant.MIN) ? null : Quarter.of(LocalDate.ofInstant(last, municipality.zone()));
        db.sql("delete from insight_open").update();
        db.sql("delete from insight_late").update();
        for (var sql : List.of(OPEN, WAITING, LATE)) {
            db.sql(sql)
                    .param("now", at(now))
                    .param("week", at(now.plus(Duration.ofDays(7))))
                    .update();
        }
        var first = quarter == null ? LocalDate.EPOCH : quarter.first();
        db.sql("delete from insight_days where quarter >= ?").param(first).update();
        for (var sql : List.of(CASES, STEPS)) {
            db.sql(sql)
                    .param("zone", municipality.zone().getId())
                    .param("from", at(first.atStartOfDay(municipality.zone()).toInstant()))
                    .update();
        }
        db.sql("update insight_state set at = ?").param(at(now)).update();
    }

    /** When it was last counted; {@link Instant#MIN} is never. */
    Instant at() {
        return state("");
    }

    private Instant state(String lock) {
        return db.sql("select at from insight_state " + lock)
                .query((row, number) -> row.getObject("at", OffsetDateTime.class))
                .optional()
                .filter(at -> !at.equals(OffsetDateTime.MIN))
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.MIN);
    }

    /** Open cases per who, or per trajectory; see {@code insight_open}. */
    List<Open> open(@Nullable String trajectory, UUID[] areas) {
        return db.sql(
                        """
                        select who, case when who = '' then trajectory else '' end trajectory,
                               sum(cases) cases, sum(late) late, sum(week) week
                          from insight_open
                         where (cast(:trajectory as text) is null or trajectory = :trajectory)
                           and (cardinality(cast(:areas as uuid[])) = 0 or area_id = any(:areas))
                         group by 1, 2
                        """)
                .param("trajectory", trajectory)
                .param("areas", areas)
                .query(Open.class)
                .list();
    }

    /** How long cases and steps took that were finished in this quarter; steps in the order of their number. */
    List<Lead> leads(Quarter quarter, @Nullable String trajectory, UUID[] areas) {
        return db.sql(
                        """
                        with days as (
                            select trajectory, process_key, element, days, sum(cases) cases, sum(with_term) with_term,
                                   sum(in_time) in_time,
                                   sum(sum(cases)) over (partition by trajectory, process_key, element order by days) upto,
                                   sum(sum(cases)) over (partition by trajectory, process_key, element) total
                              from insight_days
                             where quarter = :quarter
                               and (cast(:trajectory as text) is null or trajectory = :trajectory)
                               and (cardinality(cast(:areas as uuid[])) = 0 or area_id = any(:areas))
                             group by trajectory, process_key, element, days),
                        terms as (
                            select trajectory, process_key, element, allowed,
                                   sum(sum(cases)) over (partition by trajectory, process_key, element order by allowed) upto,
                                   sum(sum(cases)) over (partition by trajectory, process_key, element) total
                              from insight_days
                             where quarter = :quarter and allowed is not null
                               and (cast(:trajectory as text) is null or trajectory = :trajectory)
                               and (cardinality(cast(:areas as uuid[])) = 0 or area_id = any(:areas))
                             group by trajectory, process_key, element, allowed)
                        select trajectory, process_key process, element, sum(cases) cases,
                               min(days) filter (where upto >= 0.5 * total) median,
                               min(days) filter (where upto >= 0.9 * total) ninetieth,
                               sum(with_term) with_term, sum(in_time) in_time,
                               (select min(t.allowed) from terms t
                                 where (t.trajectory, t.process_key, t.element)
                                           = (days.trajectory, days.process_key, days.element)
                                   and t.upto >= 0.5 * t.total) allowed
                          from days group by trajectory, process_key, element
                         order by trajectory, sum(cases) desc, element
                        """)
                .param("quarter", quarter.first())
                .param("trajectory", trajectory)
                .param("areas", areas)
                .query(Lead.class)
                .list();
    }

    /** Steps that are late now, most cases first. */
    List<Late> late(@Nullable String trajectory, UUID[] areas) {
        return db.sql(
                        """
                        select trajectory, process_key process, element, sum(cases) cases
                          from insight_late
                         where (cast(:trajectory as text) is null or trajectory = :trajectory)
                           and (cardinality(cast(:areas as uuid[])) = 0 or area_id = any(:areas))
                         group by 1, 2, 3 order by 4 desc, 1, 2, 3
                        """)
                .param("trajectory", trajectory)
                .param("areas", areas)
                .query(Late.class)
                .list();
    }

    private static Object at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }

    /**
     * @param who empty for all open cases of a trajectory, else as in the address of the list of cases
     * @param week with a task that ends within seven days
     */
    record Open(String who, String trajectory, long cases, long late, long week) {}

    /**
     * @param element the step; empty for cases as a whole
     * @param median days that half of them took at most
     * @param ninetieth days that nine of ten took at most
     * @param withTerm how many had a term
     * @param inTime how many of those were done within it
     * @param allowed days that half of those had at most; none when none had a term
     */
    record Lead(
            String trajectory,
            String process,
            String element,
            long cases,
            long median,
            long ninetieth,
            long withTerm,
            long inTime,
            @Nullable Long allowed) {}

    record Late(String trajectory, String process, String element, long cases) {}
}
