package org.samenspraak.wijkbudget;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.Idea.State;
import org.samenspraak.wijkbudget.Idea.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Ideas and how they changed: {@code wijkbudget_proposal}, {@code wijkbudget_edit}. */
@Repository
class Ideas {

    /** Of an idea {@code p} with its case {@code c}: its state, or what became of it or happens to it besides. */
    static final String STANDS =
            """
            case when c.status in ('STOPPED', 'WITHDRAWN') then 'WITHDRAWN'
                 when p.state = 'REFUSED' and p.objection is not null and c.status = 'OPEN' then 'LOOKED_AGAIN'
                 when p.state in ('REGULAR_ASKED', 'REGULAR') and %s then 'REGULAR_AGAIN'
                 when p.state = 'IN' and p.department is not null then 'GIVEN_BACK'
                 else p.state end"""
                    .formatted(UndecidedIdeas.AGAIN);

    private final JdbcClient jdbc;
    private final Clock clock;

    Ideas(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it was not there yet */
    boolean add(Idea idea) {
        return jdbc.sql(
                                """
                                insert into wijkbudget_proposal (case_id, round, area_id, title, idea, need, place, cost_cents, on_paper,
                                    state)
                                values (:case, :round, :area, :title, :idea, :need, :place, :cents, :onPaper, :state)
                                on conflict (case_id) do nothing
                                """)
                        .param("case", idea.caseId().value())
                        .param("round", idea.round().value())
                        .param("area", idea.area().value())
                        .param("title", idea.words().title())
                        .param("idea", idea.words().idea())
                        .param("need", idea.words().need())
                        .param("place", idea.words().place())
                        .param("cents", idea.cents(), Types.BIGINT)
                        .param("onPaper", idea.onPaper())
                        .param("state", idea.state().name())
                        .update()
                == 1;
    }

    Optional<Idea> find(CaseId caseId) {
        return jdbc.sql("select * from wijkbudget_proposal where case_id = ?")
                .param(caseId.value())
                .query(Ideas::idea)
                .optional();
    }

    Idea get(CaseId caseId) {
        return find(caseId).orElseThrow();
    }

    /** Where it stands as people read it, with whether somebody looks at it again. */
    String stands(CaseId caseId) {
        return jdbc.sql("select " + STANDS
                        + " from wijkbudget_proposal p join casefile_case c on c.id = p.case_id where p.case_id = ?")
                .param(caseId.value())
                .query(String.class)
                .single();
    }

    void stand(CaseId caseId, State state, @Nullable String reason) {
        jdbc.sql(
                        """
                        update wijkbudget_proposal set state = :state, reason = coalesce(:reason, reason), state_since = :now,
                               promised_on = case when :state = 'ADMITTED' then null else promised_on end
                         where case_id = :case
                        """)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason, Types.VARCHAR)
                .param("case", caseId.value())
                .update();
    }

    /** @param mail that tells its proposer how it stands; none when nobody could be mailed */
    void toldBy(CaseId caseId, @Nullable UUID mail) {
        jdbc.sql("update wijkbudget_proposal set notice = :mail where case_id = :case")
                .param("mail", mail, Types.OTHER)
                .param("case", caseId.value())
                .update();
    }

    void publish(CaseId caseId, boolean published) {
        jdbc.sql("update wijkbudget_proposal set published = ? where case_id = ?")
                .params(published, caseId.value())
                .update();
    }

    void passOn(CaseId caseId, String department) {
        jdbc.sql("update wijkbudget_proposal set department = ? where case_id = ?")
                .params(department, caseId.value())
                .update();
    }

    void promise(CaseId caseId, LocalDate day) {
        jdbc.sql("update wijkbudget_proposal set promised_on = ? where case_id = ?")
                .params(day, caseId.value())
                .update();
    }

    /** Both, until the end of the transaction. */
    void hold(CaseId one, CaseId other) {
        jdbc.sql("select case_id from wijkbudget_proposal where case_id in (?, ?) order by case_id for no key update")
                .params(one.value(), other.value())
                .query()
                .listOfRows();
    }

    void merge(CaseId caseId, CaseId into) {
        jdbc.sql("update wijkbudget_proposal set merged_into = ? where case_id = ?")
                .params(into.value(), caseId.value())
                .update();
    }

    /** @param scan of the signed letter in which its proposer takes it back */
    void takenBackBy(CaseId caseId, UUID scan) {
        jdbc.sql("update wijkbudget_proposal set withdrawal = ? where case_id = ?")
                .params(scan, caseId.value())
                .update();
    }

    /** Whether its proposer takes it back in a signed letter. */
    boolean isTakenBackByLetter(CaseId caseId) {
        return jdbc.sql("select withdrawal is not null from wijkbudget_proposal where case_id = ?")
                .param(caseId.value())
                .query(Boolean.class)
                .single();
    }

    /** Why its proposer asks to look again; none once somebody decides anew. */
    void object(CaseId caseId, @Nullable String why) {
        jdbc.sql("update wijkbudget_proposal set objection = :why where case_id = :case")
                .param("why", why, Types.VARCHAR)
                .param("case", caseId.value())
                .update();
    }

    /** Keeps what it was; somebody has to read it again before it is public; false when somebody changed it since. */
    boolean edit(Idea before, Words after, @Nullable Long cents, Instant at) {
        var changed = jdbc.sql(
                                """
                                update wijkbudget_proposal set title = :title, idea = :idea, need = :need, place = :place,
                                    cost_cents = :cents, published = null, version = version + 1 where case_id = :case and version = :version
                                """)
                        .param("title", after.title())
                        .param("idea", after.idea())
                        .param("need", after.need())
                        .param("place", after.place())
                        .param("cents", cents, Types.BIGINT)
                        .param("case", before.caseId().value())
                        .param("version", before.version())
                        .update()
                == 1;
        if (changed) {
            jdbc.sql(
                            """
                            insert into wijkbudget_edit (case_id, at, title, idea, need, place, cost_cents)
                            values (:case, :at, :title, :idea, :need, :place, :cents)
                            """)
                    .param("case", before.caseId().value())
                    .param("at", Timestamp.from(at))
                    .param("title", before.words().title())
                    .param("idea", before.words().idea())
                    .param("need", before.words().need())
                    .param("place", before.words().place())
                    .param("cents", before.cents(), Types.BIGINT)
                    .update();
        }
        return changed;
    }

    /** What it was before each change, the oldest first. */
    List<Before> before(CaseId caseId) {
        return jdbc.sql(
                        "select at, title, idea, need, place, cost_cents from wijkbudget_edit where case_id = ? order by id")
                .param(caseId.value())
                .query((row, number) -> new Before(
                        row.getTimestamp("at").toInstant(), words(row), row.getObject("cost_cents", Long.class)))
                .list();
    }

    private static Words words(ResultSet row) throws SQLException {
        return new Words(row.getString("title"), row.getString("idea"), row.getString("need"), row.getString("place"));
    }

    /** @param at when its proposer changed it */
    record Before(Instant at, Words words, @Nullable Long cents) {}

    /** @return false when its proposer asked that many before */
    boolean askOneMore(CaseId caseId, int most) {
        return jdbc.sql("update wijkbudget_proposal set asked = asked + 1 where case_id = ? and asked < ?")
                        .params(caseId.value(), most)
                        .update()
                == 1;
    }

    /** Those of a round that are in this state. */
    List<CaseId> in(CaseId round, State state) {
        return jdbc.sql("select case_id from wijkbudget_proposal where round = ? and state = ? order by case_id")
                .params(round.value(), state.name())
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Whose case is under way. */
    List<CaseId> open(CaseId round) {
        return jdbc.sql(
                        """
                        select p.case_id from wijkbudget_proposal p join casefile_case c on c.id = p.case_id
                         where p.round = ? and c.status = 'OPEN' order by p.case_id
                        """)
                .param(round.value())
                .query((row, number) -> new CaseId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Whether a project came of it that did not stop. */
    boolean isInProject(CaseId caseId) {
        return jdbc.sql(
                        """
                        select exists (select from wijkbudget_project_idea i join wijkbudget_project j on j.id = i.project
                                        where i.proposal = ? and j.state <> 'STOPPED')
                        """)
                .param(caseId.value())
                .query(Boolean.class)
                .single();
    }

    private static Idea idea(ResultSet row, int number) throws SQLException {
        var into = row.getObject("merged_into", UUID.class);
        return new Idea(
                new CaseId(row.getObject("case_id", UUID.class)),
                new CaseId(row.getObject("round", UUID.class)),
                new AreaId(row.getObject("area_id", UUID.class)),
                words(row),
                row.getObject("cost_cents", Long.class),
                row.getBoolean("on_paper"),
                State.valueOf(row.getString("state")),
                row.getObject("published", Boolean.class),
                row.getString("reason"),
                row.getString("objection"),
                row.getString("department"),
                row.getObject("promised_on", LocalDate.class),
                into == null ? null : new CaseId(into),
                row.getInt("version"));
    }
}
