package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.council.CouncilYears;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ideas of the neighbourhood budget in the area of a council that everybody may read, and the projects they became. */
@Repository
class ProjectYears implements CouncilYears {

    private final JdbcClient jdbc;

    ProjectYears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String code() {
        return "projects";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public boolean isForCouncil() {
        return true;
    }

    @Override
    public List<Happening> before(CouncilId council, Place place, int limit) {
        return jdbc.sql(
                        """
                        select c.number, c.title, p.title what, moment.day, moment.key, moment.kind
                          from wijkbudget_proposal p
                          join casefile_case c on c.id = p.case_id
                          join council_council o on o.area_id = p.area_id
                         cross join lateral (
                             select c.opened_at, p.case_id::text || ' 0', 'wijkbudget.year.idea'
                             union all
                             select c.closed_at, p.case_id::text || ' 1', 'wijkbudget.year.' || lower(p.state)
                              where p.state in ('REGULAR', 'REFUSED', 'MERGED', 'DROPPED', 'LAPSED')
                             union all
                             select j.made_at, p.case_id::text || ' 2 ' || j.id, 'wijkbudget.year.project'
                               from wijkbudget_project_idea i join wijkbudget_project j on j.id = i.project
                              where i.proposal = p.case_id
                         ) moment (day, key, kind)
                         where o.id = :council and p.published and c.number is not null
                           and (moment.day, moment.key collate "C") < (:day, :key)
                         order by moment.day desc, moment.key collate "C" desc limit :limit
                        """)
                .param("council", council.value())
                .param("day", OffsetDateTime.ofInstant(place.day(), ZoneOffset.UTC))
                .param("key", place.key())
                .param("limit", limit)
                .query(ProjectYears::happening)
                .list();
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        return Happening.inCase(row, Map.of("what", Objects.requireNonNull(row.getString("what"))));
    }
}
