package org.samenspraak.wijkbudget;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.samenspraak.wijkbudget.InitiatorActs.Told;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What proposers and members of the committee do with ideas and projects, on one day of the demo year. */
@Component
@Profile("demo")
public class DemoProjects {

    private final Ideas ideas;
    private final IdeaCare care;
    private final IdeaSupporters supporters;
    private final BudgetProjects projects;
    private final ProjectScores scores;
    private final ProjectInterests interests;
    private final Agreeing agreeing;
    private final Executions executions;
    private final InitiatorActs acts;

    DemoProjects(
            Ideas ideas,
            IdeaCare care,
            IdeaSupporters supporters,
            BudgetProjects projects,
            ProjectScores scores,
            ProjectInterests interests,
            Agreeing agreeing,
            Executions executions,
            InitiatorActs acts) {
        this.ideas = ideas;
        this.care = care;
        this.supporters = supporters;
        this.projects = projects;
        this.scores = scores;
        this.interests = interests;
        this.agreeing = agreeing;
        this.executions = executions;
        this.acts = acts;
    }

    /** Its proposer does not agree, so that somebody else looks. */
    @Transactional
    public void askAgain(CaseId idea, String reason) {
        var proposer = supporters.of(idea).get(0);
        care.askAgain(ideas.get(idea), reason, Actor.resident(proposer.name()));
    }

    /** On each criterion of the regulation. */
    @Transactional
    public void score(CaseId project, List<Integer> points, Actor member) {
        scores.score(projects.get(project), points, member);
    }

    @Transactional
    public void declare(CaseId project, String why, Actor member) {
        interests.declare(projects.get(project), why, member);
    }

    /** Who can lead it: the first who stands behind one of its ideas. */
    public UUID initiator(CaseId project) {
        return agreeing.people(projects.get(project)).get(0).id();
    }

    @Transactional
    public void sign(CaseId project) {
        acts.sign(projects.get(project), leader(project));
    }

    /** @param photo a JPEG, or none */
    @Transactional
    public void tell(CaseId project, String words, byte @Nullable [] photo) {
        acts.tell(
                projects.get(project),
                new Told(
                        "",
                        words,
                        photo == null ? null : "foto.jpg",
                        photo == null ? null : new ByteArrayInputStream(photo),
                        false),
                leader(project));
    }

    private Supporter leader(CaseId project) {
        var leads = executions.get(projects.get(project).id()).initiator();
        if (leads == null) {
            throw new IllegalStateException("The city carries it out alone");
        }
        return supporters.find(leads).orElseThrow();
    }
}
