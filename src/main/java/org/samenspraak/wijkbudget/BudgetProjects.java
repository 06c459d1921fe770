package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.NotFound;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projects and the ideas that they came of: {@code wijkbudget_project}, {@code wijkbudget_project_idea}. */
@Repository
class BudgetProjects {

    private final JdbcClient jdbc;
    private final MergedIdeas merged;

    BudgetProjects(JdbcClient jdbc, MergedIdeas merged) {
        this.jdbc = jdbc;
        this.merged = merged;
    }

    /** As it comes out of ideas, with those that were merged into them. */
    void add(BudgetProject project, List<CaseId> ideas, Instant at, String by) {
        jdbc.sql(
                        """
                        insert into wijkbudget_project (id, case_id, round, area_id, title, summary, state, made_at, made_by)
                        values (:id, :case, :round, :area, :title, :summary, :state, :at, :by)
                        """)
                .param("id", project.id())
                .param("case", project.caseId().value())
                .param("round", project.round().value())
                .param("area", project.area().value())
                .param("title", project.title())
                .param("summary", project.summary())
                .param("state", project.state().name())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        ideas.forEach(idea -> jdbc.sql("insert into wijkbudget_project_idea (project, proposal) values (?, ?)")
                .params(project.id(), idea.value())
                .update());
        ideas.forEach(merged::gather);
    }

    Optional<BudgetProject> find(CaseId caseId) {
        return jdbc.sql("select * from wijkbudget_project where case_id = ?")
                .param(caseId.value())
                .query(BudgetProjects::project)
                .optional();
    }

    /** @throws NotFound for another number */
    BudgetProject numbered(String number) {
        return jdbc.sql(
                        "select p.* from wijkbudget_project p join casefile_case c on c.id = p.case_id where c.number = ?")
                .param(number)
                .query(BudgetProjects::project)
                .optional()
                .orElseThrow(() -> new NotFound("casefile.refusal.no-case"));
    }

    Optional<BudgetProject> byId(UUID id) {
        return jdbc.sql("select * from wijkbudget_project where id = ?")
                .param(id)
                .query(BudgetProjects::project)
                .optional();
    }

    BudgetProject get(CaseId caseId) {
        return find(caseId).orElseThrow();
    }

    /** Those of a round in one of these states, by number, then in the order they were made. */
    List<BudgetProject> in(CaseId round, State... states) {
        return jdbc.sql(
                        """
                        select * from wijkbudget_project where round = :round and state in (:states) and case_id is not null
                         order by number nulls last, made_at, id
                        """)
                .param("round", round.value())
                .param("states", List.of(states).stream().map(State::name).toList())
                .query(BudgetProjects::project)
                .list();
    }

    /** Whose case is under way. */
    List<CaseId> open(CaseId round) {
        return jdbc.sql(
                        """
                        select j.case_id from wijkbudget_project j join casefile_case c on c.id = j.case_id
                         where j.round = ? and c.status = 'OPEN' order by j.case_id
                        """)
                .param(round.value())
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Everybody may read it. */
    void release(UUID id) {
        jdbc.sql("update wijkbudget_project set released = true where id = ?")
                .param(id)
                .update();
    }

    /** The same of all that are being made. */
    void releaseAll(CaseId round) {
        jdbc.sql("update wijkbudget_project set released = true where round = ? and state = 'DIALOGUE'")
                .param(round.value())
                .update();
    }

    void stand(CaseId caseId, State state) {
        jdbc.sql("update wijkbudget_project set state = ? where case_id = ?")
                .params(state.name(), caseId.value())
                .update();
    }

    void ask(CaseId caseId, @Nullable String question) {
        jdbc.sql("update wijkbudget_project set state = 'ASKED', question = :question where case_id = :case")
                .param("question", question, Types.VARCHAR)
                .param("case", caseId.value())
                .update();
    }

    /** With the next number of its round; one that has a number keeps it. Rounds are numbered one project at a time. */
    void feasible(BudgetProject project, long cents, long yearlyCents) {
        jdbc.sql("select case_id from wijkbudget_round where case_id = ? for update")
                .param(project.round().value())
                .query(UUID.class)
                .single();
        jdbc.sql(
                        """
                        update wijkbudget_project set state = 'FEASIBLE', cost_cents = :cents, yearly_cents = :yearly, reason = null,
                            number = coalesce(number, (select coalesce(max(number), 0) + 1 from wijkbudget_project
                              where round = :round))
                         where case_id = :case
                        """)
                .param("cents", cents)
                .param("yearly", yearlyCents)
                .param("round", project.round().value())
                .param("case", project.caseId().value())
                .update();
    }

    /** It can be done although a department said no. */
    void overrule(UUID project, String why) {
        jdbc.sql("update wijkbudget_project set overruled = ? where id = ?")
                .params(why, project)
                .update();
    }

    void infeasible(CaseId caseId, String reason) {
        jdbc.sql("update wijkbudget_project set state = 'INFEASIBLE', reason = ? where case_id = ?")
                .params(reason, caseId.value())
                .update();
    }

    /** Whether one that was not stopped has this name. */
    boolean isNamed(CaseId round, String title) {
        return jdbc.sql(
                        "select exists (select from wijkbudget_project where round = ? and lower(title) = lower(?) and state <> 'STOPPED')")
                .params(round.value(), title)
                .query(Boolean.class)
                .single();
    }

    /** The ideas that a project came of. */
    List<CaseId> ideas(UUID project) {
        return jdbc.sql("select proposal from wijkbudget_project_idea where project = ? order by proposal")
                .param(project)
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** All of a round with the ideas that they came of, in the order they were made. */
    List<Line> lines(CaseId round) {
        return lines("j.round = ?", round.value());
    }

    /** Those that came of one idea. */
    List<Line> of(CaseId idea) {
        return lines(
                "exists (select from wijkbudget_project_idea x where x.project = j.id and x.proposal = ?)",
                idea.value());
    }

    private List<Line> lines(String which, UUID of) {
        return jdbc.sql(
                        """
                        select j.id, pc.number, j.number place, j.title, a.name area, j.cost_cents cents, j.reason,
                               case when pc.status in ('STOPPED', 'WITHDRAWN') then 'STOPPED' else j.state end stands,
                               string_agg(c.number || ' ' || p.title, chr(10) order by c.number) ideas
                          from wijkbudget_project j join casefile_case pc on pc.id = j.case_id and pc.number is not null
                          join identity_area a on a.id = j.area_id
                          join wijkbudget_project_idea i on i.project = j.id
                          join wijkbudget_proposal p on p.case_id = i.proposal join casefile_case c on c.id = p.case_id
                         where %s
                         group by j.id, pc.number, pc.status, a.name order by j.made_at, j.id
                        """
                                .formatted(which))
                .param(of)
                .query(Line.class)
                .list();
    }

    private static BudgetProject project(ResultSet row, int rowNumber) throws SQLException {
        return new BudgetProject(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                new CaseId(row.getObject("round", UUID.class)),
                new AreaId(row.getObject("area_id", UUID.class)),
                row.getObject("number", Integer.class),
                row.getString("title"),
                row.getString("summary"),
                State.valueOf(row.getString("state")),
                row.getObject("cost_cents", Long.class),
                row.getObject("yearly_cents", Long.class),
                row.getString("question"),
                row.getString("reason"),
                row.getString("needs"),
                Arrays.asList((String[]) row.getArray("themes").getArray()),
                row.getBoolean("released"),
                row.getInt("version"));
    }

    /**
     * @param number of its case
     * @param place its number on the ballot
     * @param stands its state, or that its case was stopped
     * @param ideas a line each
     */
    record Line(
            UUID id,
            String number,
            @Nullable Integer place,
            String title,
            String area,
            @Nullable Long cents,
            @Nullable String reason,
            String stands,
            String ideas) {}
}
