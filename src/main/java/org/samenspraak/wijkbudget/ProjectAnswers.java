package org.samenspraak.wijkbudget;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What departments say of projects: {@code wijkbudget_answer}. */
@Repository
class ProjectAnswers {

    private final JdbcClient jdbc;

    ProjectAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who was asked before is not asked again. */
    void ask(UUID project, Collection<String> departments, LocalDate on) {
        departments.forEach(department -> jdbc.sql(
                        """
                        insert into wijkbudget_answer (project, department, asked_on) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(project, department, on)
                .update());
    }

    /** Their groups, those whose answer is awaited. */
    List<String> awaited(UUID project) {
        return jdbc.sql(
                        "select department from wijkbudget_answer where project = ? and answer is null order by department")
                .param(project)
                .query(String.class)
                .list();
    }

    void keep(UUID project, String department, Said said, Instant at, String by) {
        jdbc.sql(
                        """
                        update wijkbudget_answer set answer = :answer, words = :words, cost_cents = :cents, yearly_cents = :yearly,
                            permit = :permit, executor = :executor, answered_at = :at, answered_by = :by
                         where project = :project and department = :department and answer is null
                        """)
                .param("answer", said.answer())
                .param("words", said.words(), Types.VARCHAR)
                .param("cents", said.cents(), Types.BIGINT)
                .param("yearly", said.yearlyCents(), Types.BIGINT)
                .param("permit", said.permit(), Types.VARCHAR)
                .param("executor", said.executor(), Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("project", project)
                .param("department", department)
                .update();
    }

    /** For each department that was asked in a round: how far it is, and the projects that wait for it. */
    List<Owing> owing(CaseId round, LocalDate today) {
        return jdbc.sql(
                        """
                        select a.department, count(*) asked, count(a.answer) answered,
                               count(*) filter (where a.answer is null and k.last_day < :today) late,
                               string_agg(j.title, ', ' order by j.title) filter (where a.answer is null) waiting
                          from wijkbudget_answer a join wijkbudget_project j on j.id = a.project and j.round = :round
                          join casefile_case c on c.id = j.case_id and (c.status = 'OPEN' or a.answer is not null)
                          left join deadlines_clock k on k.case_id = j.case_id and k.term = 'wijkbudget-department'
                            and k.scope = a.department and k.running
                         group by a.department order by a.department
                        """)
                .param("round", round.value())
                .param("today", today)
                .query(Owing.class)
                .list();
    }

    /** By department; the last day of one stands with its clock. */
    List<Row> of(UUID project) {
        return jdbc.sql(
                        """
                        select a.department, a.answer, a.words, a.cost_cents cents, a.yearly_cents, a.permit, a.executor,
                               a.answered_by, k.last_day until
                          from wijkbudget_answer a join wijkbudget_project j on j.id = a.project
                          left join lateral (select last_day from deadlines_clock k where k.case_id = j.case_id
                            and k.term = 'wijkbudget-department' and k.scope = a.department order by k.round desc limit 1) k on true
                         where a.project = ? order by a.department
                        """)
                .param(project)
                .query(Row.class)
                .list();
    }

    /** Departments that did not simply say yes, with what they wrote, for all projects of a round. */
    List<Condition> conditions(CaseId round) {
        return jdbc.sql(
                        """
                        select a.project, a.department, a.answer, a.words from wijkbudget_answer a
                          join wijkbudget_project j on j.id = a.project
                         where j.round = ? and a.answer is not null and a.answer <> 'YES' order by a.department
                        """)
                .param(round.value())
                .query(Condition.class)
                .list();
    }

    record Condition(UUID project, String department, String answer, @Nullable String words) {

        GroupId group() {
            return GroupId.parse(department);
        }
    }

    /** @param answer YES, IF, NO or LEFT_OUT */
    record Said(
            String answer,
            @Nullable String words,
            @Nullable Long cents,
            @Nullable Long yearlyCents,
            @Nullable String permit,
            @Nullable String executor) {}

    /** @param waiting titles of the projects whose answer is awaited */
    record Owing(String department, int asked, int answered, int late, @Nullable String waiting) {

        public GroupId group() {
            return GroupId.parse(department);
        }
    }

    /**
     * @param answer none while it is awaited
     * @param until its last day to answer
     */
    record Row(
            String department,
            @Nullable String answer,
            @Nullable String words,
            @Nullable Long cents,
            @Nullable Long yearlyCents,
            @Nullable String permit,
            @Nullable String executor,
            @Nullable String answeredBy,
            @Nullable LocalDate until) {

        public GroupId group() {
            return GroupId.parse(department);
        }

        /** Awaited, and its last day is over. */
        public boolean isLate(LocalDate today) {
            return answer == null && until != null && today.isAfter(until);
        }
    }
}
