package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.samenspraak.casefile.CaseEnded;
import org.samenspraak.casefile.CaseStatus;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The office stopped an idea, or a project that came of ideas: nobody who handed one in is left without the reason. */
@Component
class IdeaStops {

    private final Ideas ideas;
    private final BudgetProjects projects;
    private final Executions executions;
    private final IdeaSupporters supporters;
    private final IdeaMails mails;

    IdeaStops(Ideas ideas, BudgetProjects projects, Executions executions, IdeaSupporters supporters, IdeaMails mails) {
        this.ideas = ideas;
        this.projects = projects;
        this.executions = executions;
        this.supporters = supporters;
        this.mails = mails;
    }

    /** A project that was withdrawn can't be chosen any more either; its proposer withdraws an idea, and knows why. */
    @EventListener
    void stopped(CaseEnded ended) {
        if (ended.status() == CaseStatus.CLOSED) {
            return;
        }
        var why = Objects.requireNonNullElse(ended.reason(), "");
        projects.find(ended.caseId()).ifPresent(project -> {
            executions.stop(project.id(), why);
            projects.ideas(project.id())
                    .forEach(idea ->
                            mails.send(supporters.proposer(idea), "project-stopped", told(project.title(), why)));
        });
        if (ended.status() == CaseStatus.STOPPED) {
            ideas.find(ended.caseId()).ifPresent(idea -> {
                ideas.stand(idea.caseId(), idea.state(), why);
                supporters
                        .of(idea.caseId())
                        .forEach(one -> mails.send(
                                one, "idea-stopped", told(idea.words().title(), why)));
            });
        }
    }

    private static Map<String, Object> told(String subject, String why) {
        return Map.of("told", List.of(Map.of("subject", subject, "reason", why)));
    }
}
