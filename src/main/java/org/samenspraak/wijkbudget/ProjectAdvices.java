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
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the committee says of projects: {@code wijkbudget_project_advice}. */
@Repository
class ProjectAdvices {

    /** Where the office noted that there is none. */
    static final String NONE = "none";

    /** How many members gave points on the project of an advice {@code v}. */
    static final String GAVE = "(select count(distinct g.member) from wijkbudget_points g where g.project = v.project)";

    private final BudgetProjects projects;
    private final ProjectInterests interests;
    private final Submissions submissions;
    private final JdbcClient jdbc;
    private final Clock clock;

    ProjectAdvices(
            BudgetProjects projects,
            ProjectInterests interests,
            Submissions submissions,
            JdbcClient jdbc,
            Clock clock) {
        this.projects = projects;
        this.interests = interests;
        this.submissions = submissions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refusal for a member with an interest, also one in whose place somebody acts */
    @Transactional
    public void keep(CaseId caseId, Actor by) {
        var project = projects.get(caseId);
        if (interests.isLeftOut(project, by)) {
            throw new Refusal("wijkbudget.refusal.conflict-advice");
        }
        var sent = submissions.latest(caseId, "wijkbudget-project-advice").orElseThrow();
        add(
                project,
                Objects.requireNonNull(sent.text("projectAdvice"), "projectAdvice"),
                Objects.requireNonNull(sent.text("consensus"), "consensus"),
                sent.text("dissent"),
                sent.text("fewWhy"),
                by);
    }

    /** There is none, for too few members are left without an interest; everybody reads why. */
    @Transactional
    public void keepNone(CaseId caseId, Actor by) {
        var sent = submissions.latest(caseId, "wijkbudget-no-advice").orElseThrow();
        add(
                projects.get(caseId),
                NONE,
                null,
                null,
                Objects.requireNonNull(sent.text("noAdviceWhy"), "noAdviceWhy"),
                by);
    }

    private void add(
            BudgetProject project,
            String advice,
            @Nullable String consensus,
            @Nullable String dissent,
            @Nullable String why,
            Actor by) {
        jdbc.sql(
                        """
                        insert into wijkbudget_project_advice (project, advice, consensus, dissent, few_why, members, given_at, given_by)
                        values (:project, :advice, :consensus, :dissent, :few, :members, :at, :by)
                        on conflict (project) do nothing
                        """)
                .param("project", project.id())
                .param("advice", advice)
                .param("consensus", consensus, Types.VARCHAR)
                .param("dissent", dissent, Types.VARCHAR)
                .param("few", why, Types.VARCHAR)
                .param("members", interests.members())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.name())
                .update();
    }

    /** None while the committee gave none. */
    Optional<Given> of(UUID project) {
        return jdbc.sql("select v.advice, v.consensus, v.dissent, v.few_why, " + GAVE
                        + " gave, v.members, v.given_by from wijkbudget_project_advice v where v.project = ?")
                .param(project)
                .query(Given.class)
                .optional();
    }

    /** On all projects of a round, with what the members gave on average. */
    List<OfRound> in(CaseId round) {
        return jdbc.sql(
                        """
                        select v.project, v.advice, v.consensus, v.few_why, %s gave, v.members,
                               (select round(avg(g.points), 1) from wijkbudget_points g where g.project = v.project) points
                          from wijkbudget_project_advice v join wijkbudget_project j on j.id = v.project where j.round = ?
                        """
                                .formatted(GAVE))
                .param(round.value())
                .query(OfRound.class)
                .list();
    }

    /**
     * @param consensus none where there is no advice
     * @param fewWhy why there is none, or why it was noted before most members spoke; none where they did
     * @param gave how many of the members gave points
     * @param points the mean of all members and criteria; none when nobody scored
     */
    record OfRound(
            UUID project,
            String advice,
            @Nullable String consensus,
            @Nullable String fewWhy,
            int gave,
            int members,
            @Nullable BigDecimal points) {}

    /** The same of one project, with who wrote it and what members disagree on. */
    record Given(
            String advice,
            @Nullable String consensus,
            @Nullable String dissent,
            @Nullable String fewWhy,
            int gave,
            int members,
            String givenBy) {}
}
