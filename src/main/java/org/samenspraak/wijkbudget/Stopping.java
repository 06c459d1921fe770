package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.samenspraak.casefile.CaseEnded;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.StopWays;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Regulations;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.BudgetProject.State;
import org.samenspraak.wijkbudget.BudgetRounds.Round;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What goes with it when a round, a project or an idea is stopped as a case, outside the steps of its model: who handed something in
 * reads the reason, a vote closes, and nothing goes around a decision that its model asks for.
 */
@Component
class Stopping implements StopWays {

    private final BudgetRounds rounds;
    private final BudgetProjects projects;
    private final BudgetDecisions decisions;
    private final Executions executions;
    private final Ideas ideas;
    private final IdeaSupporters supporters;
    private final MergedIdeas merged;
    private final IdeaMails mails;
    private final VoteRows votes;
    private final RoundStops stops;
    private final MoveMails told;
    private final Regulations regulations;
    private final BudgetWords words;
    private final Dates dates;
    private final Cases cases;
    private final Clock clock;

    Stopping(
            BudgetRounds rounds,
            BudgetProjects projects,
            BudgetDecisions decisions,
            Executions executions,
            Ideas ideas,
            IdeaSupporters supporters,
            MergedIdeas merged,
            IdeaMails mails,
            VoteRows votes,
            RoundStops stops,
            MoveMails told,
            Regulations regulations,
            BudgetWords words,
            Dates dates,
            Cases cases,
            Clock clock) {
        this.rounds = rounds;
        this.projects = projects;
        this.decisions = decisions;
        this.executions = executions;
        this.ideas = ideas;
        this.supporters = supporters;
        this.merged = merged;
        this.mails = mails;
        this.votes = votes;
        this.stops = stops;
        this.told = told;
        this.regulations = regulations;
        this.words = words;
        this.dates = dates;
        this.cases = cases;
        this.clock = clock;
    }

    /** An adopted round stops by a decision ({@link RoundStops}). Who lives here takes an idea back with a link of their own, or in a signed letter ({@link SignedLetters}). */
    @Override
    public boolean offers(CaseView view, CaseStatus way) {
        return switch (view.trajectory()) {
            case BudgetRound.TRAJECTORY ->
                way == CaseStatus.STOPPED && rounds.get(view.id()).adoptedAt() == null;
            case BudgetProject.TRAJECTORY ->
                way == CaseStatus.STOPPED
                        && projects.find(view.id()).flatMap(this::held).isEmpty();
            case Idea.TRAJECTORY -> false;
            default -> true;
        };
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
        told.tellStopped(round, told(round.title(), reason, taken(round.caseId())), reason, ended.by());
        Stream.concat(projects.open(round.caseId()).stream(), ideas.open(round.caseId()).stream())
                .forEach(one -> cases.stop(one, CaseStatus.STOPPED, reason, ended.by()));
    }

    /** Before residents vote on it: after that its model stops it. */
    private void stop(BudgetProject project, CaseEnded ended) {
        var reason = reason(ended);
        held(project).ifPresent(why -> {
            throw new Refusal(why);
        });
        if (runs(project.round())) {
            projects.ideas(project.id()).stream()
                    .map(supporters::proposer)
                    .forEach(one -> mails.send(one, "project-stopped", told(project.title(), reason, taken(project))));
        }
        executions.stop(project.id(), reason);
    }

    /** Why a project of a running round can't be stopped outside its model. */
    private Optional<String> held(BudgetProject project) {
        if (!runs(project.round())) {
            return Optional.empty();
        }
        if (project.state() == State.CHOSEN || project.state() == State.RUNNING) {
            return Optional.of("wijkbudget.refusal.project-chosen");
        }
        return votes.find(project.round()).map(vote -> "wijkbudget.refusal.project-on-ballot");
    }

    /** A proposer may take it back; the office refuses it with a reason that somebody else can look at again. */
    private void stop(Idea idea, CaseEnded ended) {
        if (!runs(idea.round())) {
            ideas.stand(idea.caseId(), idea.state(), reason(ended));
        } else if (ended.status() == CaseStatus.WITHDRAWN) {
            withdraw(idea, ended);
        } else {
            throw new Refusal("wijkbudget.refusal.idea-stopped");
        }
    }

    private void withdraw(Idea idea, CaseEnded ended) {
        var noted = ended.by().kind() != Actor.Kind.RESIDENT;
        if (noted && !ideas.isTakenBackByLetter(idea.caseId())) {
            throw new Refusal("wijkbudget.refusal.idea-not-yours");
        }
        var told = new HashMap<String, Object>(Map.of("subject", idea.words().title()));
        if (noted) {
            told.put("reason", reason(ended));
        }
        supporters.of(idea.caseId()).forEach(one -> mails.send(one, "idea-withdrawn", Map.of("told", List.of(told))));
        merged.tell(idea.caseId(), "WITHDRAWN", null);
    }

    private boolean runs(CaseId round) {
        return cases.get(round).status() == CaseStatus.OPEN;
    }

    private static String reason(CaseEnded ended) {
        return Objects.requireNonNull(ended.reason());
    }

    /** By which decision the organ stopped it. */
    private Map<String, String> taken(CaseId round) {
        return stops.proposed(round)
                .filter(one -> one.decidedOn() != null)
                .map(one -> Map.of(
                        "taken",
                        words.dutch(
                                "wijkbudget.decision.decided",
                                words.dutchDay(Objects.requireNonNull(one.decidedOn())),
                                Objects.requireNonNull(one.decision()))))
                .orElse(Map.of());
    }

    /** Who stopped it, on which day, and what its proposers can do about it. */
    private Map<String, String> taken(BudgetProject project) {
        return Map.of(
                "taken",
                words.dutch("wijkbudget.stop.taken", words.dutchDay(dates.today())),
                "objection",
                regulations
                        .objection(cases.get(project.round()).regulation(), "idea")
                        .value());
    }

    private static Map<String, Object> told(String subject, String reason, Map<String, String> more) {
        var told = new HashMap<>(more);
        told.put("subject", subject);
        told.put("reason", reason);
        return Map.of("told", List.of(told));
    }
}
