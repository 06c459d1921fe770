package org.samenspraak.wijkbudget;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Invitations;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Answers;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Execution.Carrier;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Somebody else is asked to lead a project; who leads it goes on until they agree. The city goes on alone at once. */
@Service
class HandingOver {

    /** What the model waits for while somebody is asked. */
    private static final String ANSWERED = "hand-over-answered";

    private final BudgetProjects projects;
    private final Executions executions;
    private final HandOvers handOvers;
    private final Agreeing agreeing;
    private final FollowTerm follow;
    private final ProjectEnding ending;
    private final IdeaMails mails;
    private final ProjectMails told;
    private final Invitations invitations;
    private final IdeaSupporters supporters;
    private final Clocks clocks;
    private final Processes processes;
    private final Timeline timeline;
    private final BudgetWords words;
    private final Dates dates;

    HandingOver(
            BudgetProjects projects,
            Executions executions,
            HandOvers handOvers,
            Agreeing agreeing,
            FollowTerm follow,
            ProjectEnding ending,
            IdeaMails mails,
            ProjectMails told,
            Invitations invitations,
            IdeaSupporters supporters,
            Clocks clocks,
            Processes processes,
            Timeline timeline,
            BudgetWords words,
            Dates dates) {
        this.projects = projects;
        this.executions = executions;
        this.handOvers = handOvers;
        this.agreeing = agreeing;
        this.follow = follow;
        this.ending = ending;
        this.mails = mails;
        this.told = told;
        this.invitations = invitations;
        this.supporters = supporters;
        this.clocks = clocks;
        this.processes = processes;
        this.timeline = timeline;
        this.words = words;
        this.dates = dates;
    }

    /** Who may be asked to lead it: not who does already. */
    List<Supporter> offered(BudgetProject project) {
        var leads = executions.find(project.id()).map(Execution::initiator);
        return agreeing.people(project).stream()
                .filter(one -> !leads.filter(one.id()::equals).isPresent())
                .toList();
    }

    /**
     * What the office noted. Whoever was asked before and did not answer is asked no more.
     *
     * @return {@code asked} when the model has to wait for somebody, {@code on} when it need not or does already
     * @throws Refusal for who leads it already, for a resident where the city carries it out, and while a payment waits
     */
    String ask(BudgetProject project, Answers answers, Actor by) {
        ending.refuseUnpaid(project);
        var execution = executions.get(project.id());
        var typed = IdeaIntake.text(answers, "initiator");
        var to = typed.equals("city") ? null : agreeing.initiator(project, typed);
        if (to != null && execution.carrier() == Carrier.CITY) {
            throw Refusal.of("initiator", "wijkbudget.refusal.city-carries");
        }
        if (Objects.equals(to, execution.initiator())) {
            throw Refusal.of("initiator", "wijkbudget.refusal.same-initiator");
        }
        var why = IdeaIntake.text(answers, "why");
        handOvers.answer(project.id(), false, null, dates.today());
        handOvers.ask(project.id(), execution.initiator(), to, why, dates.today());
        if (to == null) {
            byCity(project, execution, why, by);
            return "on";
        }
        clocks.renew(project.caseId(), Agreeing.SIGN, null);
        timeline.add(project.caseId(), "wijkbudget.hand-over-asked", Map.of(), why, by);
        supporters
                .find(to)
                .ifPresent(
                        one -> mails.send(one, "project-take-over", Map.of("told", List.of(said(project, "", why)))));
        return processes.awaits(project.caseId(), ANSWERED) ? "on" : "asked";
    }

    private void byCity(BudgetProject project, Execution execution, String why, Actor by) {
        handOvers.answer(project.id(), true, null, dates.today());
        executions.byCity(project.id());
        timeline.add(project.caseId(), "wijkbudget.handed-over", Map.of(), why, by);
        var said = said(project, words.dutch("wijkbudget.execution.city-alone"), why);
        tell(project, execution.initiator(), said, "project-council-ends", by);
    }

    /** @throws Refusal when they are not asked any more */
    @Transactional
    public void agree(BudgetProject project, Supporter by) {
        var asked = asked(project, by);
        answer(project, true, null, by);
        executions.ledBy(project.id(), by.id());
        timeline.add(project.caseId(), "wijkbudget.handed-over", Map.of(), asked.reason(), Actor.resident(by.name()));
        var said = said(project, by.name(), asked.reason());
        tell(project, asked.former(), said, "project-council-leader", Actor.resident(by.name()));
    }

    /** @throws Refusal without a reason, and when they are not asked any more */
    @Transactional
    public void decline(BudgetProject project, String why, Supporter by) {
        asked(project, by);
        var said = InitiatorActs.text(why);
        answer(project, false, said, by);
        timeline.add(project.caseId(), "wijkbudget.hand-over-declined", Map.of(), said, Actor.resident(by.name()));
        follow.sooner(project.caseId(), words.dutch("wijkbudget.hand-over.declined"));
    }

    /** They did not answer in time: who led it goes on, and the office looks again. */
    @Transactional
    public void silent(CaseId caseId) {
        if (handOvers.answer(projects.get(caseId).id(), false, null, dates.today())) {
            timeline.add(caseId, "wijkbudget.hand-over-silent", Map.of(), null, Actor.SYSTEM);
            follow.sooner(caseId, words.dutch("wijkbudget.hand-over.silent"));
        }
    }

    /** Who was asked last to lead it, while they do not: since when and until when, or how it ended. */
    Optional<String> pending(BudgetProject project) {
        var all = handOvers.of(project.id());
        var last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last == null || last.taken() || last.successor() == null) {
            return Optional.empty();
        }
        var name = supporters.find(last.successor()).map(Supporter::name).orElse("");
        if (last.waits()) {
            return clocks.find(project.caseId(), Agreeing.SIGN, null)
                    .map(clock -> words.say(
                            "wijkbudget.hand-over.waits", name, dates.day(last.askedOn()), dates.day(clock.lastDay())));
        }
        return Optional.of(
                last.refusal() == null
                        ? words.say("wijkbudget.hand-over.said-nothing", name)
                        : words.say("wijkbudget.hand-over.said-no", name, last.refusal()));
    }

    /** Whether the project waits for the answer of this resident. */
    boolean isAsked(BudgetProject project, Supporter reader) {
        return asks(project, reader).isPresent();
    }

    private HandOver asked(BudgetProject project, Supporter by) {
        return asks(project, by).orElseThrow(() -> new Refusal("wijkbudget.refusal.not-to-sign"));
    }

    private Optional<HandOver> asks(BudgetProject project, Supporter reader) {
        return executions.get(project.id()).runs()
                ? handOvers.waiting(project.id()).filter(one -> reader.id().equals(one.successor()))
                : Optional.empty();
    }

    private void answer(BudgetProject project, boolean taken, @Nullable String refusal, Supporter by) {
        if (!handOvers.answer(project.id(), taken, refusal, dates.today())) {
            throw new Refusal("wijkbudget.refusal.not-to-sign");
        }
        clocks.stop(project.caseId(), Agreeing.SIGN, null);
        if (processes.awaits(project.caseId(), ANSWERED)) {
            processes.signal(project.caseId(), ANSWERED, Map.of(), Actor.resident(by.name()));
        }
    }

    /** Everybody hears who leads it now: also the council that holds the money. */
    private void tell(
            BudgetProject project, @Nullable UUID former, Map<String, String> said, String toCouncil, Actor by) {
        told.sendNewLeader(project, former, said);
        var council = executions.get(project.id()).council();
        if (council != null) {
            invitations.tellAll(project.caseId(), toCouncil, Map.of("told", List.of(said)), List.of(council), by);
        }
    }

    private static Map<String, String> said(BudgetProject project, String name, String why) {
        return Map.of("subject", project.title(), "changes", name, "reason", why);
    }
}
