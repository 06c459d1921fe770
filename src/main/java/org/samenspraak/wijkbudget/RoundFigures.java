package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.wijkbudget.PublicEvaluation.Cell;
import org.samenspraak.wijkbudget.PublicEvaluation.Count;
import org.samenspraak.wijkbudget.PublicEvaluation.Figures;
import org.samenspraak.wijkbudget.PublicEvaluation.Reach;
import org.samenspraak.wijkbudget.PublicEvaluation.Times;
import org.samenspraak.wijkbudget.PublicEvaluation.Voted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the tables of a round say of it by themselves; numbers of ideas, votes, people and days, and never who. */
@Repository
class RoundFigures {

    private final JdbcClient jdbc;
    private final Dialogues dialogues;
    private final String zone;

    RoundFigures(JdbcClient jdbc, Dialogues dialogues, Municipality municipality) {
        this.jdbc = jdbc;
        this.dialogues = dialogues;
        this.zone = municipality.zone().getId();
    }

    Figures of(CaseId round) {
        return new Figures(way(round), voted(round), rejects(round), reach(round), times(round));
    }

    /** From ideas to what is done. An idea that was merged was admitted with the other one. */
    private List<Count> way(CaseId round) {
        return jdbc.sql(
                        """
                        with idea as (select state from wijkbudget_proposal where round = :round),
                             project as (select state, decided, number from wijkbudget_project where round = :round)
                        select 'handed-in' "key", (select count(*) from idea where state not in ('UNCONFIRMED', 'LAPSED')) many, 1 place
                        union all select 'admitted', (select count(*) from idea
                              where state in ('ADMITTED', 'MERGED', 'IN_PROJECT', 'DROPPED')), 2
                        union all select 'regular', (select count(*) from idea where state in ('REGULAR_ASKED', 'REGULAR')), 3
                        union all select 'refused', (select count(*) from idea where state = 'REFUSED'), 4
                        union all select 'projects', (select count(*) from project), 5
                        union all select 'feasible', (select count(*) from project
                              where decided is not null or state = 'FEASIBLE'), 6
                        union all select 'chosen', (select count(*) from project where decided = 'CHOSEN'), 7
                        union all select 'done', (select count(*) from project where state = 'DONE'), 8
                        order by place
                        """)
                .param("round", round.value())
                .query(Count.class)
                .list();
    }

    private List<Voted> voted(CaseId round) {
        return jdbc.sql(
                        """
                        select a.id, a.name area, s.inhabitants, count(b.id) filter (where b.channel = 'ONLINE') online,
                               count(b.id) filter (where b.channel = 'PAPER') paper
                          from wijkbudget_area s join identity_area a on a.id = s.area_id
                          left join wijkbudget_ballot b on b.round = s.round and b.area_id = s.area_id
                         where s.round = ? and s.takes_part group by a.id, a.name, s.inhabitants, s.position order by s.position
                        """)
                .param(round.value())
                .query(Voted.class)
                .list();
    }

    /** Cards that were refused and sheets that do not count, by the code of their reason. */
    private List<Count> rejects(CaseId round) {
        return jdbc.sql(
                        """
                        select coalesce(reason, 'online') "key", count(*) many from wijkbudget_card
                         where round = :round and state = 'REFUSED' group by 1
                        union all
                        select line, count(*) from (
                            select coalesce(max(s.line) filter (where s.entry = 3), max(s.line) filter (where s.entry = 1)) line
                              from wijkbudget_sheet s join wijkbudget_batch b on b.id = s.batch
                             where b.round = :round and b.done group by s.batch, s.position) sheet
                         where line ~ '^[A-Z]$' group by line
                        order by 1
                        """)
                .param("round", round.value())
                .query(Count.class)
                .list();
    }

    List<Reach> reach(CaseId round) {
        return dialogues.reach(round).stream()
                .map(row -> new Reach(
                        row.id(),
                        row.area(),
                        row.cells().stream()
                                .map(cell -> new Cell(cell.group(), cell.stands(), cell.times()))
                                .toList()))
                .toList();
    }

    private Times times(CaseId round) {
        return jdbc.sql(
                        """
                        with said as (
                            select a.answer, (a.answered_at at time zone :zone)::date - a.asked_on days from wijkbudget_answer a
                              join wijkbudget_project p on p.id = a.project where p.round = :round)
                        select r.opens, d.decided_on,
                               (select round(avg(days), 1) from said where answer in ('YES', 'IF', 'NO')) average,
                               (select max(days) from said where answer in ('YES', 'IF', 'NO')) longest,
                               (select count(*) from said where answer is null or answer = 'LEFT_OUT') silent,
                               (select count(*) from casefile_event e
                                 where e.case_id = r.case_id and e.kind like 'wijkbudget.phase-moved.%') moves
                          from wijkbudget_round r left join wijkbudget_decision d on d.round = r.case_id
                         where r.case_id = :round
                        """)
                .param("round", round.value())
                .param("zone", zone)
                .query((row, number) -> new Times(
                        between(row.getObject("opens", LocalDate.class), row.getObject("decided_on", LocalDate.class)),
                        row.getBigDecimal("average"),
                        row.getObject("longest", Integer.class),
                        row.getLong("silent"),
                        row.getLong("moves")))
                .single();
    }

    private static @Nullable Long between(LocalDate from, @Nullable LocalDate until) {
        return until == null ? null : ChronoUnit.DAYS.between(from, until);
    }
}
