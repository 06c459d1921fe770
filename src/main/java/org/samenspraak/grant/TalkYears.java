package org.samenspraak.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.council.CouncilYears;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Talks with a council and its open forums, and what became of their agreements. */
@Repository
class TalkYears implements CouncilYears {

    private final JdbcClient jdbc;
    private final Municipality municipality;

    TalkYears(JdbcClient jdbc, Municipality municipality) {
        this.jdbc = jdbc;
        this.municipality = municipality;
    }

    @Override
    public String code() {
        return "talks";
    }

    @Override
    public int order() {
        return 27;
    }

    @Override
    public boolean isForCouncil() {
        return true;
    }

    @Override
    public List<Happening> before(CouncilId council, Place place, int limit) {
        return jdbc.sql(
                        """
                        select * from (
                            select t.held_on::timestamp at time zone :zone as day, t.case_id::text || ' 0' as key,
                                   'grant.year.held' as kind, '' as what, c.number, c.title
                              from grant_talk t join casefile_case c on c.id = t.case_id
                             where t.council_id = :council and t.held_on is not null
                            union all
                            select c.closed_at, t.case_id::text || ' 1', 'grant.year.waived', '', c.number, c.title
                              from grant_talk t join casefile_case c on c.id = t.case_id
                             where t.council_id = :council and t.state = 'WAIVED' and c.closed_at is not null
                            union all
                            select m.held_on::timestamp at time zone :zone, m.case_id::text || ' 2', 'grant.year.forum', m.subject,
                                   c.number, c.title
                              from grant_meeting m join casefile_case c on c.id = m.case_id
                             where m.council_id = :council and m.state = 'HELD'
                            union all
                            select coalesce(t.held_on, m.held_on)::timestamp at time zone :zone, 'a' || a.id || ' 0',
                                   'grant.year.agreed', a.what, c.number, c.title
                              from grant_agreement a left join grant_talk t on t.case_id = a.talk
                              left join grant_meeting m on m.case_id = a.talk join casefile_case c on c.id = a.talk
                             where a.council_id = :council
                            union all
                            select a.done_on::timestamp at time zone :zone, 'a' || a.id || ' 1', 'grant.year.done', a.what,
                                   c.number, c.title
                              from grant_agreement a join casefile_case c on c.id = a.talk
                             where a.council_id = :council and a.done_on is not null
                        ) moment
                         where number is not null and (day, key collate "C") < (:day, :key)
                         order by day desc, key collate "C" desc limit :limit
                        """)
                .param("council", council.value())
                .param("zone", municipality.zone().getId())
                .param("day", OffsetDateTime.ofInstant(place.day(), ZoneOffset.UTC))
                .param("key", place.key())
                .param("limit", limit)
                .query(TalkYears::happening)
                .list();
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        return Happening.inCase(row, Map.of("what", Objects.requireNonNull(row.getString("what"))));
    }
}
