package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseEnded;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.samenspraak.wijkbudget.BudgetRounds.Round;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What goes with it when a round, a project or an idea is stopped as a case, outside the steps of its model: who handed something in
 * reads the reason, a vote closes, and nothing goes around a decision that its model asks for.
 */
@Component
class Stopping {

    private final BudgetRounds rounds;
    private final BudgetProjects projects;
    private final BudgetDecisions decisions;
    private final Executions executions;
    private final Ideas ideas;
    private final IdeaSupporters supporters;
    private final IdeaMails mails;
    private final VoteRows votes;
    private final Cases cases;
    private final Clock clock;

    Stopping(
            BudgetRounds rounds,
            BudgetProjects projects,
            BudgetDecisions decisions,
            Executions executions,
            Ideas ideas,
            IdeaSupporters supporters,
            IdeaMails mails,
            VoteRows votes,
            Cases cases,
            Clock clock) {
        this.rounds = rounds;
        this.projects = projects;
        this.decisions = decisions;
        this.executions = executions;
        this.ideas = ideas;
        this.supporters = supporters;
        this.mails = mails;
        this.votes = votes;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    void on(CaseEnded ended) {
        if (ended.status() == CaseStatus.CLOSED) {
            return;
        }
        rounds.find(ended.caseId()).ifPresent(round -> stop(round, ended));
        projects.find(ended.caseId()).ifPresent(project -> stop(project, ended));
        ideas.find(ended.caseId()).ifPresent(idea -> stop(idea, ended));
    }

    /** All that is under way in it stops too. */
    private void stop(Round round, CaseEnded ended) {
        if (ended.status() == CaseStatus.WITHDRAWN) {
            throw Refusal.of("as", "wijkbudget.refusal.round-withdrawn");
        }
        if (decisions.find(round.caseId()).isPresent()) {
            throw new Refusal("wijkbudget.refusal.round-decided");
        }
        var reason = reason(ended);
        votes.hold(round.caseId());
        rounds.stop(round.caseId(), reason);
        votes.cutShort(round.caseId(), clock.instant());
        supporters
                .waiting(round.caseId())
                .forEach(one -> mails.send(one, "round-stopped", told(round.title(), reason)));
        Stream.concat(projects.open(round.caseId()).stream(), ideas.open(round.caseId()).stream())
                .forEach(one -> cases.stop(one, CaseStatus.STOPPED, reason, ended.by()));
    }

    /** Before residents vote on it: after that its model stops it. */
    private void stop(BudgetProject project, CaseEnded ended) {
        var reason = reason(ended);
        if (runs(project.round())) {
            if (project.state() == State.CHOSEN || project.state() == State.RUNNING) {
                throw new Refusal("wijkbudget.refusal.project-chosen");
            }
            if (votes.find(project.round()).isPresent()) {
                throw new Refusal("wijkbudget.refusal.project-on-ballot");
            }
            projects.ideas(project.id()).stream()
                    .map(supporters::proposer)
                    .forEach(one -> mails.send(one, "project-stopped", told(project.title(), reason)));
        }
        executions.stop(project.id(), reason);
    }

    /** A proposer may take it back; the office refuses it with a reason that somebody else can look at again. */
    private void stop(Idea idea, CaseEnded ended) {
        if (!runs(idea.round())) {
            ideas.stand(idea.caseId(), idea.state(), reason(ended));
            var told = told(rounds.get(idea.round()).title(), reason(ended));
            supporters.of(idea.caseId()).stream()
                    .filter(one -> one.proposer() && one.mail() == null)
                    .forEach(one -> mails.send(one, "round-stopped", told));
        } else if (ended.status() == CaseStatus.WITHDRAWN) {
            supporters.of(idea.caseId()).forEach(one -> mails.send(one, "idea-withdrawn"));
        } else {
            throw new Refusal("wijkbudget.refusal.idea-stopped");
        }
    }

    private boolean runs(CaseId round) {
        return cases.get(round).status() == CaseStatus.OPEN;
    }

    private static String reason(CaseEnded ended) {
        return Objects.requireNonNull(ended.reason());
    }

    private static Map<String, Object> told(String subject, String reason) {
        return Map.of("told", List.of(Map.of("subject", subject, "reason", reason)));
    }
}
