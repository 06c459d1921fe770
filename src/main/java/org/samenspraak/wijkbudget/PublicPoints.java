package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What each member of a jury or panel gave each project, for everybody once the decision is public: by the number of their letter, never a name. */
@Repository
public class PublicPoints {

    private final JdbcClient jdbc;
    private final PublicRoundRows rows;
    private final BudgetDecisions decisions;
    private final FewBallots few;

    PublicPoints(JdbcClient jdbc, PublicRoundRows rows, BudgetDecisions decisions, FewBallots few) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.decisions = decisions;
        this.few = few;
    }

    /** By project; nothing of fewer than five members, nor of an area where few voted. */
    @Transactional(readOnly = true)
    public List<Line> of(String round) {
        return rows.find(round)
                .map(row -> new CaseId(row.id()))
                .filter(decisions::arePublic)
                .map(this::lines)
                .orElseGet(List::of);
    }

    private List<Line> lines(CaseId round) {
        var hidden = few.areas(round);
        return jdbc
                .sql(
                        """
                        with member as (
                            select id, case when exists (select from wijkbudget_lot where round = :round) then label
                                            else cast(row_number() over (order by length(label), label) as text) end as name
                              from wijkbudget_juror where round = :round),
                             given as (
                            select juror, project, criterion, points from wijkbudget_score
                            union all select juror, project, null, null from wijkbudget_conflict)
                        select p.area_id area, p.id project, m.name member, g.criterion, g.points
                          from given g join member m on m.id = g.juror join wijkbudget_project p on p.id = g.project
                          join wijkbudget_result r on r.project = p.id and r.points is not null
                         where (select count(*) from member) >= :least
                         order by p.number, length(m.name), m.name, g.criterion
                        """)
                .param("round", round.value())
                .param("least", BallotRows.LEAST)
                .query(Line.class)
                .list()
                .stream()
                .filter(line -> !hidden.contains(line.area()))
                .toList();
    }

    /**
     * @param member the number of the letter of who the lot drew; else a number in the order of the list
     * @param criterion none, nor points, of who had an interest in the project
     */
    public record Line(UUID area, UUID project, String member, @Nullable String criterion, @Nullable Integer points) {}
}
