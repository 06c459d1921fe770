package org.samenspraak.wijkbudget;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.forms.Submissions;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.process.Processes;
import org.samenspraak.web.Dates;
import org.samenspraak.wijkbudget.Idea.State;
import org.samenspraak.wijkbudget.Idea.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a proposer does with an idea of their own after it was sent. */
@Service
class IdeaCare {

    static final String LOOK_AGAIN = "wijkbudget-look-again";

    private static final String EDITED = "idea-edited";
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST = 3000;

    /** Where nobody decided on it yet, or not for good. */
    private static final Set<State> THEIR_OWN =
            EnumSet.of(State.UNCONFIRMED, State.IN, State.ADMITTED, State.REGULAR_ASKED);

    /** Where somebody decided that it is not for the neighbourhood budget. */
    private static final Set<State> TURNED_AWAY = EnumSet.of(State.REFUSED, State.REGULAR_ASKED, State.REGULAR);

    private final Ideas ideas;
    private final IdeaSupporters supporters;
    private final IdeaMails mails;
    private final BudgetRounds rounds;
    private final Cases cases;
    private final Clocks clocks;
    private final Submissions submissions;
    private final Processes processes;
    private final Timeline timeline;
    private final IdeaPhotos photos;
    private final CostLimits limits;
    private final Dates dates;
    private final Clock clock;

    IdeaCare(
            Ideas ideas,
            IdeaSupporters supporters,
            IdeaMails mails,
            BudgetRounds rounds,
            Cases cases,
            Clocks clocks,
            Submissions submissions,
            Processes processes,
            Timeline timeline,
            IdeaPhotos photos,
            CostLimits limits,
            Dates dates,
            Clock clock) {
        this.ideas = ideas;
        this.supporters = supporters;
        this.mails = mails;
        this.rounds = rounds;
        this.cases = cases;
        this.clocks = clocks;
        this.submissions = submissions;
        this.processes = processes;
        this.timeline = timeline;
        this.photos = photos;
        this.limits = limits;
        this.dates = dates;
        this.clock = clock;
    }

    /** Until the last day of the call. */
    boolean mayEdit(Idea idea) {
        return mayEdit(idea, dates.today()) && !dates.today().isAfter(callEnds(idea));
    }

    /** The same for a letter that came in on a day: it may be noted later, as long as somebody can still read the idea again. */
    boolean mayEdit(Idea idea, LocalDate on) {
        return (idea.state() == State.UNCONFIRMED || idea.state() == State.IN)
                && cases.get(idea.caseId()).status() == CaseStatus.OPEN
                && !on.isAfter(callEnds(idea))
                && (!dates.today().isAfter(callEnds(idea)) || processes.awaits(idea.caseId(), EDITED));
    }

    LocalDate callEnds(Idea idea) {
        return rounds.phase(idea.round(), Phase.CALL).ends();
    }

    /** Why it is not for everybody to read; none while nobody decided so. */
    Optional<String> hiddenBecause(Idea idea) {
        return Boolean.FALSE.equals(idea.published())
                ? submissions
                        .latest(idea.caseId(), "wijkbudget-moderate")
                        .map(answers -> IdeaIntake.text(answers, "moderateReason"))
                : Optional.empty();
    }

    /** Until a project came of it: that is of others too. */
    boolean mayWithdraw(Idea idea) {
        return THEIR_OWN.contains(idea.state())
                && cases.get(idea.caseId()).status() == CaseStatus.OPEN
                && !ideas.isInProject(idea.caseId());
    }

    /** The last day on which somebody else may be asked, or might have been, to look at a decision that nobody objected to. */
    Optional<LocalDate> askUntil(Idea idea) {
        return TURNED_AWAY.contains(idea.state()) && idea.objection() == null
                ? clocks.find(idea.caseId(), LOOK_AGAIN, null).map(clock -> clock.lastDay())
                : Optional.empty();
    }

    /** While the term to ask it runs. */
    boolean mayAskAgain(Idea idea) {
        return mayAskAgain(idea, dates.today());
    }

    /** The same for a letter that came in on a day: it may be noted later, as long as the case goes no further. */
    boolean mayAskAgain(Idea idea, LocalDate on) {
        return askUntil(idea).filter(last -> !on.isAfter(last)).isPresent()
                && processes.awaits(idea.caseId(), "look-again");
    }

    /**
     * What it was is kept, and somebody reads it again before it is public.
     *
     * @throws Refusal after the call, for a cost outside what the regulation gives, for an empty or too long text, when it changed meanwhile, and as {@link IdeaPhotos#change}
     */
    @Transactional
    public void edit(Idea idea, Edit edit, Actor by) {
        limits.refuseOutside(idea.round(), edit.cents());
        edit(idea, edit, dates.today(), by);
    }

    /** The same by a letter that came in on a day. */
    @Transactional
    public void edit(Idea idea, Edit edit, LocalDate on, Actor by) {
        if (!mayEdit(idea, on)) {
            throw new Refusal("wijkbudget.refusal.call-over");
        }
        faults(edit.words()).stream().findFirst().ifPresent(fault -> {
            throw fault;
        });
        if (idea.version() != edit.version() || !ideas.edit(idea, edit.words(), edit.cents(), clock.instant())) {
            throw new Refusal("wijkbudget.refusal.changed");
        }
        tellBehind(idea.caseId(), edit.words().title());
        photos.change(idea.caseId(), edit.shown(), by);
        timeline.add(idea.caseId(), "wijkbudget.edited", Map.of(), null, by);
        if (processes.awaits(idea.caseId(), EDITED)) {
            processes.signal(idea.caseId(), EDITED, Map.of(), by);
        }
    }

    /** Who confirmed stands behind another text now. */
    private void tellBehind(CaseId idea, String title) {
        supporters.of(idea).stream()
                .filter(one -> !one.proposer() && one.confirmed())
                .forEach(one -> mails.send(one, "idea-changed", Map.of("told", List.of(Map.of("subject", title)))));
    }

    /** All texts that are empty or too long. */
    static List<Refusal> faults(Words words) {
        return Stream.of(
                        fault("title", words.title(), LONGEST_TITLE),
                        fault("idea", words.idea(), LONGEST),
                        fault("need", words.need(), LONGEST),
                        fault("place", words.place(), LONGEST))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What was refused, with all that is wrong with the texts beside it. */
    static List<Refusal> all(Refusal refusal, Words words) {
        var texts = faults(words);
        var beside = texts.stream().noneMatch(text -> Objects.equals(text.field(), refusal.field()));
        return beside ? Stream.concat(Stream.of(refusal), texts.stream()).toList() : texts;
    }

    private static Optional<Refusal> fault(String field, String text, int longest) {
        return text.isBlank() || text.length() > longest
                ? Optional.of(Refusal.of(field, "wijkbudget.refusal.text", longest))
                : Optional.empty();
    }

    /**
     * Somebody else is going to look at a refusal.
     *
     * @throws Refusal without a reason, and after the term
     */
    @Transactional
    public void askAgain(Idea idea, String reason, Actor by) {
        askAgain(idea, reason, dates.today(), by);
    }

    /** The same by a letter that came in on a day. */
    @Transactional
    public void askAgain(Idea idea, String reason, LocalDate on, Actor by) {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw Refusal.of("reason", "wijkbudget.refusal.reason", LONGEST);
        }
        if (!mayAskAgain(idea, on)) {
            throw new Refusal("wijkbudget.refusal.not-refused");
        }
        ideas.object(idea.caseId(), reason.strip());
        timeline.add(idea.caseId(), "wijkbudget.look-again", Map.of(), reason.strip(), by);
        processes.signal(idea.caseId(), "look-again", Map.of(), by);
        clocks.stop(idea.caseId(), LOOK_AGAIN, null);
    }

    /**
     * Its proposer takes it back; who stands behind it reads so, and whose idea was merged into it.
     *
     * @param sure whether they said that they know it can't be undone
     * @throws Refusal without a reason, when they are not sure, once a project came of it, and when somebody decided on it
     */
    @Transactional
    public void withdraw(Idea idea, String reason, boolean sure, Actor by) {
        if (!mayWithdraw(idea)) {
            throw new Refusal("wijkbudget.refusal.not-yours-any-more");
        }
        fault("why", reason, LONGEST).ifPresent(fault -> {
            throw fault;
        });
        if (!sure) {
            throw Refusal.of("sure", "wijkbudget.refusal.sure");
        }
        cases.stop(idea.caseId(), CaseStatus.WITHDRAWN, reason, by);
    }

    /**
     * @param version of the idea that was read
     * @param cents what it costs; none when that isn't known
     */
    record Edit(int version, Words words, @Nullable Long cents, IdeaPhotos.Change shown) {}
}
