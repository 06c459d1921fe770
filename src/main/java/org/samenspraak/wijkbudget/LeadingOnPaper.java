package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.samenspraak.wijkbudget.InitiatorActs.Told;
import org.samenspraak.wijkbudget.SignedLetters.Act;
import org.samenspraak.wijkbudget.SignedLetters.Choice;
import org.samenspraak.wijkbudget.SignedLetters.Term;
import org.springframework.stereotype.Component;

/** What who leads a project without an e-mail address, or is asked to, says of it in a signed letter. */
@Component
class LeadingOnPaper {

    private final InitiatorActs acts;
    private final HandingOver handingOver;
    private final HandOvers handOvers;
    private final Executions executions;
    private final BudgetProjects projects;
    private final IdeaSupporters supporters;
    private final Cases cases;
    private final Clocks clocks;
    private final Dates dates;

    LeadingOnPaper(
            InitiatorActs acts,
            HandingOver handingOver,
            HandOvers handOvers,
            Executions executions,
            BudgetProjects projects,
            IdeaSupporters supporters,
            Cases cases,
            Clocks clocks,
            Dates dates) {
        this.acts = acts;
        this.handingOver = handingOver;
        this.handOvers = handOvers;
        this.executions = executions;
        this.projects = projects;
        this.supporters = supporters;
        this.cases = cases;
        this.clocks = clocks;
        this.dates = dates;
    }

    /** What this person can sign now. */
    List<Choice> choices(Supporter one) {
        return acts.ledBy(one).stream()
                .flatMap(project -> acts(project, one).map(act -> new Choice(act, one, project)))
                .toList();
    }

    private Stream<Act> acts(BudgetProject project, Supporter one) {
        if (handingOver.isAsked(project, one) || acts.maySign(project.caseId())) {
            return Stream.of(Act.AGREE, Act.DECLINE);
        }
        return acts.mayTell(executions.get(project.id())) ? Stream.of(Act.TELL, Act.REPORT) : Stream.empty();
    }

    /** Between which days a letter with it may come in. */
    Term term(Choice choice) {
        var project = Objects.requireNonNull(choice.project());
        return choice.act() == Act.AGREE || choice.act() == Act.DECLINE
                ? clocks.find(project.caseId(), Agreeing.SIGN, null)
                        .map(clock -> new Term(clock.from(), clock.lastDay()))
                        .orElseThrow()
                : new Term(begun(project), dates.today());
    }

    private LocalDate begun(BudgetProject project) {
        var begins = executions.get(project.id()).begins();
        return begins == null ? cases.get(project.caseId()).received() : begins;
    }

    /** @param words of the letter */
    void keep(Choice choice, String words) {
        var project = Objects.requireNonNull(choice.project());
        var by = Objects.requireNonNull(choice.who());
        var asked = handingOver.isAsked(project, by);
        switch (choice.act()) {
            case AGREE -> {
                if (asked) {
                    handingOver.agree(project, by);
                } else {
                    acts.sign(project, by);
                }
            }
            case DECLINE -> {
                if (asked) {
                    handingOver.decline(project, words, by);
                } else {
                    acts.refuse(project, words, by);
                }
            }
            default -> acts.tell(project, new Told("", words, null, null, choice.act() == Act.REPORT), by);
        }
    }

    /** Who leads this project, or is asked to, and has no e-mail address. */
    Optional<Supporter> of(CaseId caseId) {
        return projects.find(caseId).flatMap(project -> Stream.concat(
                        handOvers.waiting(project.id()).map(HandOver::successor).stream(),
                        executions.find(project.id()).map(Execution::initiator).stream())
                .flatMap(this::onPaper)
                .findFirst());
    }

    private Stream<Supporter> onPaper(@Nullable UUID one) {
        return one == null ? Stream.empty() : supporters.find(one).filter(who -> who.mail() == null).stream();
    }
}
