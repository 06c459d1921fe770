package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projects of a round beside each other, as the committee advised on them. */
@Repository
class AdvisedProjects {

    private final JdbcClient jdbc;

    AdvisedProjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By area and number. Those without an advice are left out: members still score them without the points of others. */
    List<Line> of(CaseId round) {
        return jdbc.sql(
                        """
                        select c.number, j.title, a.name area, v.advice, v.few_why, v.members of_members, s.mean, s.lowest, s.highest, s.members,
                               (select count(*) from wijkbudget_interest i where i.project = j.id) interests
                          from wijkbudget_project j join casefile_case c on c.id = j.case_id
                          join identity_area a on a.id = j.area_id
                          join wijkbudget_project_advice v on v.project = j.id
                          cross join lateral (
                            select round(sum(m.total) / sum(m.many), 1) mean, round(min(m.total / m.many), 1) lowest,
                                   round(max(m.total / m.many), 1) highest, count(*) members
                              from (select sum(g.points)::numeric total, count(*) many from wijkbudget_points g
                                     where g.project = j.id group by g.member) m) s
                         where j.round = ?
                         order by lower(a.name), a.id, c.number
                        """)
                .param(round.value())
                .query(Line.class)
                .list();
    }

    /**
     * Points as on the page of the project, on all criteria together.
     *
     * @param number of its case
     * @param fewWhy why there is no advice, or why it is of few; none where most members spoke
     * @param ofMembers how many the committee had
     * @param mean none when nobody scored it
     * @param members who scored it
     * @param interests members who were left out
     */
    record Line(
            String number,
            String title,
            String area,
            String advice,
            @Nullable String fewWhy,
            int ofMembers,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal lowest,
            @Nullable BigDecimal highest,
            int members,
            int interests) {}
}
