package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The projects that stand on the ballot of an area. */
@Repository
class Candidates {

    private final JdbcClient jdbc;

    Candidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By number: those that departments found feasible. */
    List<Candidate> of(CaseId round, AreaId area) {
        return jdbc.sql(
                        """
                        select p.id, p.number, p.title, coalesce(p.summary, '') summary, p.cost_cents cents,
                               (select count(distinct lower(s.address)) from wijkbudget_project_idea i
                                  join wijkbudget_supporter s on s.case_id = i.proposal and s.confirmed_at is not null
                                 where i.project = p.id) supporters
                          from wijkbudget_project p
                         where p.round = ? and p.area_id = ? and p.state = 'FEASIBLE' and p.number is not null
                           and p.cost_cents is not null
                         order by p.number
                        """)
                .params(round.value(), area.value())
                .query(Candidate.class)
                .list();
    }

    /** Where there is something to choose. */
    Set<AreaId> areas(CaseId round) {
        return Set.copyOf(
                jdbc.sql("select distinct area_id from wijkbudget_project where round = ? and state = 'FEASIBLE'"
                                + " and number is not null and area_id is not null and cost_cents is not null")
                        .param(round.value())
                        .query((row, number) -> new AreaId(row.getObject(1, UUID.class)))
                        .list());
    }

    boolean any(CaseId round) {
        return !areas(round).isEmpty();
    }

    /**
     * @param number on the ballot and in files
     * @param cents what it costs once
     * @param supporters who stood behind its ideas, counted at different addresses
     */
    record Candidate(UUID id, int number, String title, String summary, long cents, long supporters) {}
}
