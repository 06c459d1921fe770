package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Masks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How all projects of a round are carried out, line by line, as their pages tell it; never a person. */
@Repository
public class PublicProgress {

    private final JdbcClient jdbc;
    private final PublicRoundRows rows;
    private final BudgetWords words;

    PublicProgress(JdbcClient jdbc, PublicRoundRows rows, BudgetWords words) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.words = words;
    }

    /** By project, its agreement first; empty before everybody may read what was chosen. */
    @Transactional(readOnly = true)
    public List<Line> of(String round) {
        return rows.find(round).map(row -> lines(new CaseId(row.id()))).orElseGet(List::of);
    }

    private List<Line> lines(CaseId round) {
        var masks = new Masks(words.say("wijkbudget.masked"), rows.behindProjects(round));
        return jdbc.sql(
                        """
                        with run as (
                            select x.* from wijkbudget_execution x join wijkbudget_project p on p.id = x.project
                              join wijkbudget_decision d on d.round = p.round and d.public_at is not null
                             where p.round = :round and p.released and x.begins is not null)
                        select * from (
                            select project, 0 place, 0 position, 'agreed' kind, begins "day", due, cents, what words from run
                            union all select m.project, 1, m.position, 'milestone', m.done_on, m.due, m.cents, m.title
                              from wijkbudget_milestone m join run on run.project = m.project
                            union all select g.project, 2, 0, 'note', g.public_on, null, null, g.public_words
                              from wijkbudget_progress g join run on run.project = g.project where g.public_on is not null and g.milestone is null
                            union all select project, 3, 0, 'extended', extended_on, due, null, extension_reason
                              from run where extended_on is not null
                            union all select h.project, 4, 0, 'handed-over', h.answered_on, null, null, h.reason
                              from wijkbudget_handover h join run on run.project = h.project where h.taken
                            union all select project, 5, 0, 'ended', ended_on, null, null, end_words from run where ended_on is not null
                            union all select project, 6, 0, 'left', ended_on, null, null, left_reason from run where left_reason is not null
                        ) line order by project, place, position, "day"
                        """)
                .param("round", round.value())
                .query((row, number) -> line(row, masks))
                .list();
    }

    private static Line line(ResultSet row, Masks masks) throws SQLException {
        var said = row.getString("words");
        return new Line(
                row.getObject("project", UUID.class),
                row.getString("kind"),
                row.getObject("day", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getObject("cents", Long.class),
                said == null ? null : masks.of(said));
    }

    /**
     * @param kind {@code agreed}, {@code milestone}, {@code note}, {@code extended}, {@code handed-over}, {@code ended} or, of what was
     *     left undone, {@code left}
     * @param day on which it was; none for a milestone that was not reached
     * @param due last day of what was agreed
     */
    public record Line(
            UUID project,
            String kind,
            @Nullable LocalDate day,
            @Nullable LocalDate due,
            @Nullable Long cents,
            @Nullable String words) {}
}
