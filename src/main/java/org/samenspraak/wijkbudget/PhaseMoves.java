package org.samenspraak.wijkbudget;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.web.Dates;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a phase that has not begun another last day; those after it move as many days, so that none gets shorter. One in which the city
 * works gets more time while it runs too, so that the next one begins later.
 */
@Service
class PhaseMoves {

    private static final int LONGEST_REASON = 1000;
    private static final int RECENT = 100;
    /** Later is a slip of the pen. */
    private static final int YEARS_LONGER = 1;
    /** What is decided by then, people still know of: later is worth a second look. */
    private static final int YEARS_SINCE_CALL = 2;
    /** Residents count on the last day of the call and of the choice once these began. */
    private static final Set<Phase> LONGER =
            EnumSet.of(Phase.ADMISSIBILITY, Phase.DIALOGUE, Phase.FEASIBILITY, Phase.ADVICE);

    private final BudgetRounds rounds;
    private final BudgetProjects projects;
    private final PhasePlan plan;
    private final Cases cases;
    private final Clocks clocks;
    private final TermChanges changes;
    private final MoveMails mails;
    private final Timeline timeline;
    private final Dates dates;

    PhaseMoves(
            BudgetRounds rounds,
            BudgetProjects projects,
            PhasePlan plan,
            Cases cases,
            Clocks clocks,
            TermChanges changes,
            MoveMails mails,
            Timeline timeline,
            Dates dates) {
        this.rounds = rounds;
        this.projects = projects;
        this.plan = plan;
        this.cases = cases;
        this.clocks = clocks;
        this.changes = changes;
        this.mails = mails;
        this.timeline = timeline;
        this.dates = dates;
    }

    /** Whether somebody may still give it another day. */
    public boolean mayMove(CaseView round, PhaseDays days) {
        var today = dates.today();
        return round.status() == CaseStatus.OPEN
                && (!days.hasBegun(today)
                        || (LONGER.contains(days.phase()) && !days.ends().isBefore(today)));
    }

    /** The first day on which the phase may end: no sooner than the regulation of the round says, and later than now once it began. */
    LocalDate earliest(CaseId round, PhaseDays days) {
        return days.hasBegun(dates.today())
                ? days.ends().plusDays(1)
                : plan.ends(cases.get(round).regulation(), days.phase(), days.begins());
    }

    /** The last day on which the phase may end: longer than the regulation gives it, but not by years. */
    LocalDate latest(CaseId round, PhaseDays days) {
        return plan.ends(cases.get(round).regulation(), days.phase(), days.begins())
                .plusYears(YEARS_LONGER);
    }

    /**
     * What another last day would change, before anything does: this phase and those after it.
     *
     * @throws Refusal for a phase whose last day is fixed, a round that is not adopted or one that ended, without a reason, for the day it has, for one
     *     that makes it shorter than the regulation says, or than it is once it began, and for one years later
     */
    @Transactional(readOnly = true)
    public List<Shift> foresee(CaseId round, Phase phase, LocalDate ends, String reason) {
        var all = rounds.phases(round);
        var moved = find(all, phase);
        refuse(round, moved, ends, reason);
        var shift = ChronoUnit.DAYS.between(moved.ends(), ends);
        var far = all.get(0).begins().plusYears(YEARS_SINCE_CALL);
        return all.stream()
                .filter(days -> days.phase().compareTo(phase) >= 0)
                .map(days -> {
                    var after = days.phase() == phase ? new PhaseDays(phase, days.begins(), ends) : days.shifted(shift);
                    var tooFar = days.phase().compareTo(Phase.EXECUTION) <= 0
                            && after.begins().isAfter(far);
                    return new Shift(days, after, tooFar);
                })
                .toList();
    }

    private static PhaseDays find(List<PhaseDays> all, Phase phase) {
        return all.stream()
                .filter(days -> days.phase() == phase)
                .findFirst()
                .orElseThrow(() -> new Refusal("wijkbudget.refusal.not-adopted"));
    }

    private void refuse(CaseId round, PhaseDays moved, LocalDate ends, String reason) {
        var view = cases.get(round);
        if (view.status() != CaseStatus.OPEN) {
            throw new Refusal("wijkbudget.refusal.round-over");
        }
        if (!mayMove(view, moved)) {
            throw Refusal.of("ends", "wijkbudget.refusal.phase-began", dates.day(moved.begins()));
        }
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.of("reason", "wijkbudget.refusal.reason", LONGEST_REASON);
        }
        var earliest = earliest(round, moved);
        if (ends.equals(moved.ends())) {
            throw Refusal.of("ends", "wijkbudget.refusal.ends", dates.day(earliest));
        }
        if (ends.isBefore(earliest)) {
            var why = moved.hasBegun(dates.today()) ? "ends" : "too-short";
            throw Refusal.of("ends", "wijkbudget.refusal." + why, dates.day(earliest));
        }
        var latest = latest(round, moved);
        if (ends.isAfter(latest)) {
            throw Refusal.of("ends", "wijkbudget.refusal.too-long", dates.day(latest));
        }
    }

    /**
     * Does what was foreseen; pressed twice it is done once.
     *
     * @param ends the last day of the phase from now on
     * @throws Refusal as {@link #foresee}, and when a colleague gave the same day meanwhile
     */
    @Transactional
    public void move(CaseId round, Phase phase, LocalDate ends, String reason, Actor by) {
        rounds.hold(round);
        var moved = find(rounds.phases(round), phase);
        if (ends.equals(moved.ends())) {
            refuseMeanwhile(round, moved, reason, by);
            return;
        }
        var shifts = foresee(round, phase, ends, reason);
        shifts.forEach(shift -> set(round, shift.after(), reason, by));
        timeline.add(
                round,
                "wijkbudget.phase-moved." + phase.code(),
                Map.of("from", moved.ends().toString(), "until", ends.toString()),
                reason.strip(),
                by);
        mails.tell(round, moved, shifts.get(0).after(), reason, by);
    }

    /** Of who gives the day that a colleague gave, the reason stays typed. */
    private void refuseMeanwhile(CaseId round, PhaseDays moved, String reason, Actor by) {
        var made = timeline.page(round, null, RECENT).stream()
                .filter(line -> line.kind()
                        .equals("wijkbudget.phase-moved." + moved.phase().code()))
                .findFirst()
                .filter(line -> line.by().equals(by.name()) && reason.strip().equals(line.detail()));
        if (made.isEmpty()) {
            throw Refusal.of("reason", "wijkbudget.refusal.moved-meanwhile", dates.day(moved.ends()));
        }
    }

    /** The regulation lets nobody move the clock of a phase by hand: this is the one way, so the system does it. */
    private void set(CaseId round, PhaseDays days, String reason, Actor by) {
        rounds.plan(round, days);
        setClock(round, days, reason, by);
        if (days.phase() == Phase.ADVICE) {
            projects.in(round, BudgetProject.State.FEASIBLE)
                    .forEach(project -> setClock(project.caseId(), days, reason, by));
        }
    }

    private void setClock(CaseId of, PhaseDays days, String reason, Actor by) {
        clocks.find(of, days.phase().term(), null)
                .filter(clock -> clock.running() && !clock.lastDay().equals(days.ends()))
                .ifPresent(clock -> changes.change(
                        of,
                        days.phase().term(),
                        null,
                        new TermChange(TermChange.Kind.MOVE, days.ends(), reason.strip() + " (" + by.name() + ")"),
                        Actor.SYSTEM));
    }

    /** @param far whether it begins so long after the call that somebody should look twice */
    record Shift(PhaseDays before, PhaseDays after, boolean far) {}
}
