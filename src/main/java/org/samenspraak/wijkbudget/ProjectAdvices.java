package org.samenspraak.wijkbudget;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the committee says of projects: {@code wijkbudget_project_advice}. */
@Repository
class ProjectAdvices {

    private final BudgetProjects projects;
    private final ProjectScores scores;
    private final Submissions submissions;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProjectAdvices(
            BudgetProjects projects, ProjectScores scores, Submissions submissions, JdbcClient jdbc, Clock clock) {
        this.projects = projects;
        this.scores = scores;
        this.submissions = submissions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal for a member with an interest, also one in whose place somebody acts */
    @Transactional
    public void keep(CaseId caseId, Actor by) {
        var project = projects.get(caseId);
        if (scores.conflicts(project).keySet().stream().anyMatch(member -> by.actsFor(new PersonId(member)))) {
            throw new Refusal("wijkbudget.refusal.conflict-advice");
        }
        var sent = submissions.latest(caseId, "wijkbudget-project-advice").orElseThrow();
        jdbc.sql(
                        """
                        insert into wijkbudget_project_advice (project, advice, consensus, dissent, few_why, given_at, given_by)
                        values (:project, :advice, :consensus, :dissent, :few, :at, :by)
                        on conflict (project) do nothing
                        """)
                .param("project", project.id())
                .param("advice", Objects.requireNonNull(sent.text("projectAdvice"), "projectAdvice"))
                .param("consensus", Objects.requireNonNull(sent.text("consensus"), "consensus"))
                .param("dissent", sent.text("dissent"), Types.VARCHAR)
                .param("few", sent.text("fewWhy"), Types.VARCHAR)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.name())
                .update();
    }

    /** None while the committee gave none. */
    Optional<Given> of(UUID project) {
        return jdbc.sql(
                        "select advice, consensus, dissent, few_why, given_by from wijkbudget_project_advice where project = ?")
                .param(project)
                .query(Given.class)
                .optional();
    }

    /** On all projects of a round, with what the members gave on average. */
    List<OfRound> in(CaseId round) {
        return jdbc.sql(
                        """
                        select a.project, a.advice, a.consensus,
                               (select round(avg(g.points), 1) from wijkbudget_points g where g.project = a.project) points
                          from wijkbudget_project_advice a join wijkbudget_project j on j.id = a.project where j.round = ?
                        """)
                .param(round.value())
                .query(OfRound.class)
                .list();
    }

    /** @param points the mean of all members and criteria; none when nobody scored */
    record OfRound(UUID project, String advice, String consensus, @Nullable BigDecimal points) {}

    /** @param fewWhy why it was noted before most members spoke; none where they did */
    record Given(String advice, String consensus, @Nullable String dissent, @Nullable String fewWhy, String givenBy) {}
}
