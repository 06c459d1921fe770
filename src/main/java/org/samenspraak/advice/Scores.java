package org.samenspraak.advice;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.ScoreQuery.What;
import org.samenspraak.kernel.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How advice goes: what was asked in a period, what came of it, and which replies are owed. The period is that of the asking, for
 * unsolicited advice that of the giving. What was withdrawn before it was answered does not count.
 */
@Repository
class Scores {

    /** A reply is owed while its request is open and nobody agreed with the replies; overdue when the term for it is over. */
    static final String OWED = "y.outcome is null and f.status = 'OPEN' and r.agreed_at is null";

    private static final String OVERDUE = OWED
            + " and exists (select from deadlines_clock k"
            + " where k.case_id = f.id and k.term = 'reply' and k.running and k.due < :now)";

    private static final String ADVICE = " from advice_given g left join advice_request r on r.case_id = g.request"
            + " join casefile_case c on c.id = g.case_id"
            + " join casefile_case f on f.id = coalesce(g.request, g.case_id)";

    private static final String IN_PERIOD =
            " where ((g.request is not null and g.asked_on between :from and :until) or (g.request is null"
                    + " and g.given_at >= cast(:from as timestamp) at time zone :zone"
                    + " and g.given_at < (cast(:until as timestamp) + interval '1 day') at time zone :zone))";

    /** A council that was only told owes no advice: it counts when it gave some. */
    private static final String ALL_ADVICE = ADVICE + IN_PERIOD + " and (g.answer is not null or c.status = 'OPEN')"
            + " and (r.position is distinct from 'inform' or g.answer = 'advice')";

    private static final String ALL_POINTS = ADVICE
            + " join advice_point p on p.advice = g.case_id left join advice_reply y on y.id = p.reply" + IN_PERIOD;

    /** The day that an advice is in a list by. */
    private static final String DAY = "coalesce(%1$s.asked_on, (%1$s.given_at at time zone :zone)::date)";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Municipality municipality;

    Scores(JdbcClient jdbc, Clock clock, Municipality municipality) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** One a council, domain or asker; unsolicited advice has no domain, and as asker who replies to it. */
    List<Score> of(ScoreQuery query) {
        var key = query.by().column();
        return asked(
                        """
                        with advice as (
                            select coalesce(%1$s, '') of, count(g.request) asked,
                                   count(*) filter (where g.request is not null and g.answer = 'advice' and not g.late
                                       and not g.not_legal) in_time,
                                   count(*) filter (where g.request is not null and g.answer = 'advice' and g.late
                                       and not g.not_legal) late,
                                   count(*) filter (where g.request is not null and g.answer = 'advice' and g.not_legal) not_legal,
                                   count(*) filter (where g.answer in ('none', 'silent')) nothing,
                                   count(*) filter (where g.answer is null) awaited,
                                   count(*) filter (where g.request is null) unasked,
                                   percentile_disc(0.5) within group (order by g.last_day - g.asked_on) days_given,
                                   percentile_disc(0.5) within group (
                                       order by (g.given_at at time zone :zone)::date - g.asked_on)
                                       filter (where g.answer = 'advice' and not g.not_legal) days_taken
                            %2$s group by 1),
                        points as (
                            select coalesce(%1$s, '') of,
                                   count(*) filter (where y.outcome = 'followed') followed,
                                   count(*) filter (where y.outcome = 'partly') partly,
                                   count(*) filter (where y.outcome = 'not') refused,
                                   count(*) filter (where y.outcome = 'answered') answered,
                                   count(*) filter (where y.outcome = 'passed-on') passed_on,
                                   count(*) filter (where y.outcome = 'noted') noted,
                                   count(*) filter (where %4$s) owed, count(*) filter (where %5$s) overdue
                            %3$s group by 1)
                        select of, asked, in_time, late, not_legal, nothing, awaited, unasked, days_given, days_taken,
                               coalesce(followed, 0) followed, coalesce(partly, 0) partly, coalesce(refused, 0) refused,
                               coalesce(answered, 0) answered, coalesce(passed_on, 0) passed_on, coalesce(noted, 0) noted,
                               coalesce(owed, 0) owed, coalesce(overdue, 0) overdue
                          from advice left join points using (of)
                        """
                                .formatted(key, ALL_ADVICE, ALL_POINTS, OWED, OVERDUE),
                        query)
                .query(Score.class)
                .list();
    }

    /** The advice behind a number, the newest first, after the one that the last page ended with. */
    List<AdviceRow> advice(ScoreQuery query, @Nullable UUID after, int limit) {
        var sql = "select g.case_id id, c.number, g.council_id council, g.asked_on, g.last_day,"
                + " (g.given_at at time zone :zone)::date given_on, g.answer, g.late, f.number request, f.title,"
                + " (select count(*) from advice_point p where p.advice = g.case_id) points"
                + ALL_ADVICE + " and " + query.belongs() + " and "
                + query.what().condition()
                + " and (cast(:after as uuid) is null or (" + DAY.formatted("g") + ", g.case_id) < (select "
                + DAY.formatted("o") + ", o.case_id from advice_given o where o.case_id = :after))"
                + " order by " + DAY.formatted("g") + " desc, g.case_id desc limit :limit";
        return page(sql, query, after, limit).query(AdviceRow.class).list();
    }

    /** The points behind a number, those of the newest advice first. */
    List<PointRow> points(ScoreQuery query, @Nullable UUID after, int limit) {
        var condition =
                query.what() == What.OWED ? OWED : query.what() == What.OVERDUE ? OVERDUE : "y.outcome = :outcome";
        var sql =
                "select p.id, c.number, g.council_id council, f.number request, f.title, p.number nr, p.topic, p.text,"
                        + " y.outcome, y.reason" + ALL_POINTS + " and " + query.belongs() + " and " + condition
                        + " and (cast(:after as uuid) is null or (" + DAY.formatted("g")
                        + ", g.case_id, -p.number) < (select "
                        + DAY.formatted("o") + ", o.case_id, -q.number from advice_point q"
                        + " join advice_given o on o.case_id = q.advice where q.id = :after))"
                        + " order by " + DAY.formatted("g") + " desc, g.case_id desc, p.number limit :limit";
        return page(sql, query, after, limit)
                .param("outcome", query.what().code())
                .query(PointRow.class)
                .list();
    }

    private JdbcClient.StatementSpec page(String sql, ScoreQuery query, @Nullable UUID after, int limit) {
        return asked(sql, query)
                .param("of", query.of())
                .param("after", after, Types.OTHER)
                .param("limit", limit);
    }

    /** Replies that are owed now, whenever it was asked; by who has to give them. Nobody, until the office appointed somebody. */
    List<Owed> owed(@Nullable String trajectory, UUID[] areas) {
        return jdbc.sql(
                        """
                        select coalesce(r.asker_group, g.responsible, '') asker, count(*) owed, count(*) filter (where %s) overdue
                          from casefile_case f
                          join advice_given g on coalesce(g.request, g.case_id) = f.id
                          left join advice_request r on r.case_id = g.request
                          join advice_point p on p.advice = g.case_id
                          left join advice_reply y on y.id = p.reply
                         where f.trajectory in ('advice-request', 'unsolicited-advice') and %s
                           and (cast(:trajectory as text) is null or f.trajectory = :trajectory)
                           and (cardinality(cast(:areas as uuid[])) = 0 or f.area_id = any(:areas))
                         group by 1 order by 2 desc, 1
                        """
                                .formatted(OVERDUE, OWED))
                .param("now", Timestamp.from(clock.instant()))
                .param("trajectory", trajectory, Types.VARCHAR)
                .param("areas", areas)
                .query(Owed.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, ScoreQuery query) {
        return jdbc.sql(sql)
                .param("from", query.from())
                .param("until", query.until())
                .param("zone", municipality.zone().getId())
                .param("now", Timestamp.from(clock.instant()));
    }

    /**
     * @param of id of the council, or code of the domain or of the group
     * @param notLegal advice of a council that was not validly composed; neither in time nor late
     * @param nothing no advice within the term, or the council said that it gives none
     * @param unasked advice that a council gave by itself
     * @param daysGiven that half of the councils had at most; none when none was asked
     * @param daysTaken that half of the answers took at most
     */
    record Score(
            String of,
            long asked,
            long inTime,
            long late,
            long notLegal,
            long nothing,
            long awaited,
            long unasked,
            @Nullable Integer daysGiven,
            @Nullable Integer daysTaken,
            long followed,
            long partly,
            long refused,
            long answered,
            long passedOn,
            long noted,
            long owed,
            long overdue) {}

    /** @param request number of the case that it belongs to; its own for unsolicited advice */
    record AdviceRow(
            UUID id,
            String number,
            UUID council,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate givenOn,
            @Nullable String answer,
            boolean late,
            String request,
            String title,
            long points) {

        public String state() {
            return answer == null ? "awaited" : answer;
        }
    }

    record PointRow(
            UUID id,
            String number,
            UUID council,
            String request,
            String title,
            int nr,
            String topic,
            String text,
            @Nullable String outcome,
            @Nullable String reason) {}

    record Owed(String asker, long owed, long overdue) {}
}
