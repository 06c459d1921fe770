package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.Optional;
import org.samenspraak.casefile.Awaiting;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A round without a task waits for the day on which its next phase begins; so do its ideas and projects. An agreement waits for a signature, an idea that goes no further for its proposer. */
@Component
class AwaitedPhase implements Awaiting {

    private final BudgetRounds rounds;
    private final BudgetProjects projects;
    private final Ideas ideas;
    private final Executions executions;
    private final IdeaSupporters supporters;
    private final Clocks clocks;
    private final BudgetWords words;
    private final Dates dates;

    AwaitedPhase(
            BudgetRounds rounds,
            BudgetProjects projects,
            Ideas ideas,
            Executions executions,
            IdeaSupporters supporters,
            Clocks clocks,
            BudgetWords words,
            Dates dates) {
        this.rounds = rounds;
        this.projects = projects;
        this.ideas = ideas;
        this.executions = executions;
        this.supporters = supporters;
        this.clocks = clocks;
        this.words = words;
        this.dates = dates;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Awaited> in(CaseView view) {
        return switch (view.trajectory()) {
            case BudgetRound.TRAJECTORY -> inRound(view.id());
            case BudgetProject.TRAJECTORY -> projects.find(view.id()).flatMap(project -> inProject(project));
            case Idea.TRAJECTORY -> ideas.find(view.id()).flatMap(this::inIdea);
            default -> Optional.empty();
        };
    }

    /** The first phase that has not begun. */
    private Optional<Awaited> inRound(CaseId round) {
        return rounds.phases(round).stream()
                .filter(days -> !days.hasBegun(dates.today()))
                .findFirst()
                .map(next -> said("wijkbudget.awaited.phase", next.phase(), next.begins()));
    }

    private Optional<Awaited> inProject(BudgetProject project) {
        var round = project.round();
        return switch (project.state()) {
            case DIALOGUE -> begins(round, Phase.FEASIBILITY);
            case FEASIBLE -> begins(round, Phase.DECISION);
            case CHOSEN -> signature(project);
            default -> Optional.empty();
        };
    }

    /** Of who leads it, before the city signs. */
    private Optional<Awaited> signature(BudgetProject project) {
        var term = clocks.find(project.caseId(), Agreeing.SIGN, null).filter(ClockView::running);
        return executions
                .find(project.id())
                .map(Execution::initiator)
                .flatMap(supporters::find)
                .flatMap(who -> term.map(clock -> new Awaited(
                        who.name(),
                        words.say("wijkbudget.awaited.signature", who.name(), dates.day(clock.lastDay())))));
    }

    private Optional<Awaited> inIdea(Idea idea) {
        return switch (idea.state()) {
            case ADMITTED -> begins(idea.round(), Phase.FEASIBILITY).or(() -> begins(idea.round(), Phase.ADVICE));
            case REFUSED, REGULAR ->
                clocks.find(idea.caseId(), IdeaCare.LOOK_AGAIN, null)
                        .filter(ClockView::running)
                        .map(clock -> new Awaited(
                                "", words.say("wijkbudget.awaited.look-again", dates.day(clock.lastDay()))));
            default -> Optional.empty();
        };
    }

    private Optional<Awaited> begins(CaseId round, Phase phase) {
        return rounds.phases(round).stream()
                .filter(days -> days.phase() == phase && !days.hasBegun(dates.today()))
                .findFirst()
                .map(days -> said("wijkbudget.awaited.until", phase, days.begins()));
    }

    private Awaited said(String key, Phase phase, LocalDate day) {
        return new Awaited("", words.say(key, words.say("wijkbudget.phase." + phase.code()), dates.day(day)));
    }
}
