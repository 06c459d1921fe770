package org.samenspraak.wijkbudget;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Words a project anew with its proposers, who are told. What it was is kept. */
@Service
class ProjectEdits {

    /** What a project is about; the table {@value #TABLE} says which departments know of it. */
    static final List<String> THEMES = List.of("green", "traffic", "square", "youth", "culture", "care", "safety");

    static final String TABLE = "wijkbudget-departments";

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST = 3000;

    private final JdbcClient jdbc;
    private final BudgetProjects projects;
    private final IdeaSupporters supporters;
    private final IdeaMails mails;
    private final Cases cases;
    private final Timeline timeline;
    private final Clock clock;

    ProjectEdits(
            JdbcClient jdbc,
            BudgetProjects projects,
            IdeaSupporters supporters,
            IdeaMails mails,
            Cases cases,
            Timeline timeline,
            Clock clock) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.supporters = supporters;
        this.mails = mails;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Until its costs are fixed: those are of what the departments read. */
    boolean mayRefine(BudgetProject project) {
        return (project.state() == State.DIALOGUE || project.state() == State.ASKED)
                && cases.get(project.caseId()).status() == CaseStatus.OPEN;
    }

    /**
     * Keeps the new words and tells each proposer when title or summary changed.
     *
     * @param version of the project that was read
     * @throws Refusal when its costs are fixed, for an empty or too long text, and when it changed meanwhile
     */
    @Transactional
    public void refine(BudgetProject project, int version, Words after, Actor by) {
        if (!mayRefine(project)) {
            throw new Refusal("wijkbudget.refusal.costs-fixed");
        }
        refuse("title", after.title(), LONGEST_TITLE);
        refuse("summary", after.summary(), LONGEST);
        if (after.needs() != null && after.needs().length() > LONGEST) {
            throw Refusal.of("needs", "wijkbudget.refusal.text", LONGEST);
        }
        if (!change(project, version, after)) {
            throw new Refusal("wijkbudget.refusal.project-changed");
        }
        if (!project.title().equals(after.title()) || !project.summary().equals(after.summary())) {
            keepOld(project);
            projects.ideas(project.id()).forEach(idea -> mails.send(supporters.proposer(idea), "project-refined"));
        }
        timeline.add(project.caseId(), "wijkbudget.project-refined", Map.of("title", after.title()), null, by);
    }

    /** While it is being made; later everybody reads it anyhow. */
    boolean mayRelease(BudgetProject project) {
        return project.state() == State.DIALOGUE && !project.released();
    }

    /**
     * Lets everybody read it from now on.
     *
     * @throws Refusal when everybody does already, and for one that was stopped
     */
    @Transactional
    public void release(BudgetProject project, Actor by) {
        if (!mayRelease(project)) {
            throw new Refusal("wijkbudget.refusal.released");
        }
        projects.release(project.id());
        timeline.add(project.caseId(), "wijkbudget.project-released", Map.of(), null, by);
    }

    private static void refuse(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw Refusal.of(field, "wijkbudget.refusal.text", longest);
        }
    }

    private boolean change(BudgetProject project, int version, Words after) {
        return jdbc.sql(
                                """
                                update wijkbudget_project set title = :title, summary = :summary, needs = :needs, themes = :themes,
                                    version = version + 1 where id = :id and version = :version
                                """)
                        .param("title", after.title())
                        .param("summary", after.summary())
                        .param("needs", after.needs(), Types.VARCHAR)
                        .param(
                                "themes",
                                after.themes().stream().filter(THEMES::contains).toArray(String[]::new))
                        .param("id", project.id())
                        .param("version", version)
                        .update()
                == 1;
    }

    private void keepOld(BudgetProject project) {
        jdbc.sql("insert into wijkbudget_project_edit (project, at, title, summary) values (?, ?, ?, ?)")
                .params(project.id(), Timestamp.from(clock.instant()), project.title(), project.summary())
                .update();
    }

    /** @param needs of the neighbourhood that it answers, from its wijk-DNA */
    record Words(String title, String summary, @Nullable String needs, List<String> themes) {}
}
