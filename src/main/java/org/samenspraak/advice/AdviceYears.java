package org.samenspraak.advice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.samenspraak.council.CouncilYears;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The advice that a council gave or let pass, and what was done with it once the council was told. */
@Repository
class AdviceYears implements CouncilYears {

    private final JdbcClient jdbc;
    private final Municipality municipality;

    AdviceYears(JdbcClient jdbc, Municipality municipality) {
        this.jdbc = jdbc;
        this.municipality = municipality;
    }

    @Override
    public String code() {
        return "advice";
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public boolean isForCouncil() {
        return true;
    }

    @Override
    public List<Happening> before(CouncilId council, Place place, int limit) {
        return jdbc.sql(
                        """
                        select c.number, c.title, moment.day, moment.key, moment.kind, points.*
                          from advice_given g
                          join casefile_case c on c.id = g.case_id
                          left join advice_feedback f on f.case_id = g.case_id
                         cross join lateral (values
                             (coalesce(g.given_at, (g.last_day + 1)::timestamp at time zone :zone),
                              g.case_id::text || ' 0', 'advice.year.' || g.answer),
                             (f.told_at, g.case_id::text || ' 1', 'advice.year.told')
                         ) moment (day, key, kind)
                         cross join lateral (
                             select count(*) points, count(*) filter (where y.outcome = 'followed') followed,
                                    count(*) filter (where y.outcome = 'partly') partly,
                                    count(*) filter (where y.outcome = 'not') "not",
                                    count(*) filter (where y.outcome not in ('followed', 'partly', 'not')) other
                               from advice_point p left join advice_reply y on y.id = p.reply
                              where p.advice = g.case_id or p.advice in (
                                    select j.case_id from advice_given j
                                     where j.request = g.request and g.council_id = any (j.joint_with))
                         ) points
                         where g.council_id = :council and g.answer is not null and c.number is not null
                           and (moment.day, moment.key collate "C") < (:day, :key)
                         order by moment.day desc, moment.key collate "C" desc limit :limit
                        """)
                .param("council", council.value())
                .param("zone", municipality.zone().getId())
                .param("day", OffsetDateTime.ofInstant(place.day(), ZoneOffset.UTC))
                .param("key", place.key())
                .param("limit", limit)
                .query(AdviceYears::happening)
                .list();
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        var counts = new TreeMap<String, String>();
        for (var count : List.of("points", "followed", "partly", "not", "other")) {
            counts.put(count, row.getString(count));
        }
        return Happening.inCase(row, counts);
    }
}
