package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseLinks;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.process.Processes;
import org.samenspraak.wijkbudget.Idea.State;
import org.samenspraak.wijkbudget.Idea.Supporter;
import org.samenspraak.wijkbudget.Idea.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes an idea in: who stands behind it confirms by a link of their own. */
@Service
class IdeaReceiving {

    private static final String CALL = Phase.CALL.term();

    /** What an admitted idea waits for. */
    static final String SETTLED = "dialogue-over";

    private static final String CONFIRM = "wijkbudget-confirm";

    private final Ideas ideas;
    private final IdeaSupporters supporters;
    private final IdeaMails mails;
    private final IdeaIntake intake;
    private final BudgetRounds rounds;
    private final RoundRules rules;
    private final Cases cases;
    private final CaseLinks links;
    private final Clocks clocks;
    private final Submissions submissions;
    private final Processes processes;
    private final Timeline timeline;
    private final Clock clock;

    IdeaReceiving(
            Ideas ideas,
            IdeaSupporters supporters,
            IdeaMails mails,
            IdeaIntake intake,
            BudgetRounds rounds,
            RoundRules rules,
            Cases cases,
            CaseLinks links,
            Clocks clocks,
            Submissions submissions,
            Processes processes,
            Timeline timeline,
            Clock clock) {
        this.ideas = ideas;
        this.supporters = supporters;
        this.mails = mails;
        this.intake = intake;
        this.rounds = rounds;
        this.rules = rules;
        this.cases = cases;
        this.links = links;
        this.clocks = clocks;
        this.submissions = submissions;
        this.processes = processes;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * Keeps it with its co-initiators, mails each their link unless it came too late, and locks the rules of money and ideas. Twice is
     * once; what comes back after it was found to be in time is not late.
     */
    @Transactional
    public Receipt receive(CaseId caseId) {
        var answers = submissions.latest(caseId, "wijkbudget-idea").orElseThrow();
        var view = cases.get(caseId);
        var area = IdeaIntake.area(answers);
        var call = intake.call(answers, view);
        var idea = new Idea(
                caseId,
                call.round(),
                area,
                words(answers),
                IdeaIntake.cents(answers),
                view.onPaper(),
                view.onPaper() ? State.IN : State.UNCONFIRMED,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
        var late = view.onPaper() && call.isOverOn(view.received());
        var isNew = ideas.add(idea);
        if (isNew) {
            cases.bind(caseId, cases.get(call.round()).regulation());
            rules.lock(call.round(), RoundRules.Part.MONEY, "proposal");
            links.tie(caseId, call.round(), CaseLinks.Kind.ROUND);
            addSupporters(idea, answers);
        }
        clocks.startUntil(caseId, CALL, null, call.ends());
        if (isNew && late) {
            return Receipt.LATE;
        }
        if (isNew) {
            mails.send(supporters.proposer(caseId), idea.onPaper() ? "idea-received" : "idea-confirm");
            askBehind(idea);
        }
        return view.onPaper() ? Receipt.YES : Receipt.NO;
    }

    /** Each co-initiator who did not confirm yet. */
    void askBehind(Idea idea) {
        supporters.of(idea.caseId()).stream()
                .filter(one -> !one.proposer() && !one.confirmed())
                .forEach(one -> mails.ask(one, idea));
    }

    private void addSupporters(Idea idea, Answers answers) {
        var proposer = new Supporter(
                UUID.randomUUID(),
                idea.caseId(),
                true,
                IdeaIntake.text(answers, "contactName"),
                orNone(IdeaIntake.text(answers, "contactMail")),
                IdeaIntake.text(answers, "contactAddress"),
                idea.onPaper());
        add(proposer);
        for (var row : answers.rows("coInitiators")) {
            var mail = orNone(IdeaIntake.text(row, "mail"));
            var signed = idea.onPaper() && mail == null && Boolean.TRUE.equals(row.get("signed"));
            add(new Supporter(
                    UUID.randomUUID(),
                    idea.caseId(),
                    false,
                    IdeaIntake.text(row, "name"),
                    mail,
                    IdeaIntake.text(row, "address"),
                    signed));
        }
    }

    private void add(Supporter one) {
        supporters.add(one, one.confirmed() ? clock.instant() : null);
    }

    /**
     * Somebody used their own link and pressed the button.
     *
     * @return false when they did before
     */
    @Transactional
    public boolean confirm(Supporter one) {
        return confirm(one, Actor.resident(one.name()));
    }

    /**
     * The same, noted from a letter that they signed.
     *
     * @return false when they did before
     */
    @Transactional
    public boolean confirm(Supporter one, Actor by) {
        if (!supporters.confirm(one.id(), clock.instant())) {
            return false;
        }
        timeline.add(
                one.caseId(), one.proposer() ? "wijkbudget.confirmed" : "wijkbudget.supported", Map.of(), null, by);
        if (one.proposer() && processes.awaits(one.caseId(), "idea-confirmed")) {
            ideas.stand(one.caseId(), State.IN, null);
            clocks.stop(one.caseId(), CONFIRM, null);
            processes.signal(one.caseId(), "idea-confirmed", Map.of(), by);
        }
        return true;
    }

    /** Nobody confirmed the address in time. */
    @Transactional
    public void lapse(CaseId caseId) {
        ideas.stand(caseId, State.LAPSED, null);
        mails.send(supporters.proposer(caseId), "idea-lapsed");
    }

    /** The phase in which ideas become projects is over, or the time for late ones: each that waits is settled. */
    @Transactional
    public void settleAll(CaseId round) {
        ideas.in(round, State.ADMITTED).stream()
                .filter(idea -> processes.awaits(idea, SETTLED))
                .forEach(idea -> processes.signal(idea, SETTLED, Map.of(), Actor.SYSTEM));
    }

    /** Whether ideas of this round may come into no project any more; held, so that none is admitted while all are being settled. */
    boolean isTooLate(CaseId round) {
        rounds.hold(round);
        var phase = rounds.get(round).phase();
        return phase != null && phase.compareTo(Phase.FEASIBILITY) > 0;
    }

    /** The last day on which an idea that is admitted after the dialogue may come into a project; none before. */
    Optional<LocalDate> lateUntil(CaseId round) {
        return rounds.phases(round).stream()
                .filter(days ->
                        days.phase() == Phase.FEASIBILITY && rounds.get(round).phase() == Phase.FEASIBILITY)
                .map(PhaseDays::ends)
                .findFirst();
    }

    /** Whether its proposer confirmed it: on paper, they signed. Or that it came when the call was over. */
    enum Receipt {
        YES,
        NO,
        LATE;

        /** As the model reads it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static Words words(Answers answers) {
        return new Words(
                IdeaIntake.text(answers, "title"),
                IdeaIntake.text(answers, "idea"),
                IdeaIntake.text(answers, "need"),
                IdeaIntake.text(answers, "place"));
    }

    private static @Nullable String orNone(String text) {
        return text.isEmpty() ? null : text;
    }
}
