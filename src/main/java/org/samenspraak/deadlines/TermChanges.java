package org.samenspraak.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.Clocks.Rule;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a running term another end, suspends it and resumes it, with all that hangs on it: tasks, timers, reminders and what
 * happens so long before that end. What a change does can be seen before it is made.
 */
@Service
public class TermChanges {

    private final TermClocks clocks;
    private final ClosingDays closingDays;
    private final TermRules rules;
    private final TermPlans plans;
    private final ClockMoves moves;
    private final LineTexts texts;
    private final Timeline timeline;

    TermChanges(
            TermClocks clocks,
            ClosingDays closingDays,
            TermRules rules,
            TermPlans plans,
            ClockMoves moves,
            LineTexts texts,
            Timeline timeline) {
        this.clocks = clocks;
        this.closingDays = closingDays;
        this.rules = rules;
        this.plans = plans;
        this.moves = moves;
        this.texts = texts;
        this.timeline = timeline;
    }

    /**
     * What a change would do.
     *
     * @throws Refusal as {@link #change(CaseId, long, TermChange, String, Actor)} does
     */
    @Transactional
    public Preview preview(CaseId caseId, long clock, TermChange change, Actor by) {
        var calculator = rules.calculator(closingDays.hold());
        return preview(plans.plan(held(caseId, clock), change, by, calculator), change, calculator);
    }

    /**
     * Makes a change, as far as it still does what was seen.
     *
     * @param seen {@link Preview#seen()}
     * @throws Refusal without a reason; where the term, its regulation or its state do not allow the change; when it would do
     *     something else by now
     */
    @Transactional
    public void change(CaseId caseId, long clock, TermChange change, String seen, Actor by) {
        var calculator = rules.calculator(closingDays.hold());
        var plan = plans.plan(held(caseId, clock), change, by, calculator);
        if (!preview(plan, change, calculator).seen().equals(seen)) {
            throw new Refusal("deadlines.refusal.changed");
        }
        apply(plan, change, by, calculator);
    }

    /** Whether this is the last change that was made, as of who saves twice. */
    @Transactional(readOnly = true)
    public boolean isMade(CaseId caseId, long clock, TermChange change, Actor by) {
        return clocks.find(caseId, clock).stream()
                .flatMap(it -> clocks.lines(List.of(it)).getOrDefault(clock, List.of()).stream())
                .filter(line -> TermChange.isChange(line.kind()))
                .reduce((earlier, later) -> later)
                .filter(line -> change.isSaidBy(line, by))
                .isPresent();
    }

    /** Makes a change that nobody looks at before. */
    @Transactional
    public void change(CaseId caseId, String term, @Nullable String scope, TermChange change, Actor by) {
        var calculator = rules.calculator(closingDays.hold());
        var clock = clocks.hold(caseId, term, scope).orElseThrow(() -> new Refusal("deadlines.refusal.not-running"));
        apply(plans.plan(clock, change, by, calculator), change, by, calculator);
    }

    /** Suspends a term for a model, or resumes it; one that does not run, or is in that state already, is left alone. */
    @Transactional
    void ofModel(CaseId caseId, String term, @Nullable String scope, TermChange.Kind kind) {
        var resumes = kind == TermChange.Kind.RESUME;
        clocks.hold(caseId, term, scope)
                .filter(clock -> (clock.suspendedOn() != null) == resumes)
                .filter(clock -> resumes || !clock.lastDay().isBefore(rules.today()))
                .ifPresent(clock -> change(caseId, term, scope, new TermChange(kind, null, ""), Actor.SYSTEM));
    }

    private TermClock held(CaseId caseId, long clock) {
        return clocks.hold(caseId, clock).orElseThrow(() -> new Refusal("deadlines.refusal.not-running"));
    }

    private void apply(List<Moved> plan, TermChange change, Actor by, TermCalculator calculator) {
        var first = plan.get(0);
        var clock = first.clock();
        switch (change.kind()) {
            case EXTEND -> clocks.extend(clock.id(), Objects.requireNonNull(change.until()));
            case MOVE -> clocks.give(clock.id(), Objects.requireNonNull(change.until()));
            case RESUME ->
                clocks.addSuspension(
                        clock.id(), new Suspension(Objects.requireNonNull(clock.suspendedOn()), rules.today(), false));
            case SUSPEND -> {}
        }
        plan.forEach(moved -> moves.move(moved, calculator));
        var last = first.lastDay();
        timeline.add(
                clock.caseId(),
                change.kind().event,
                last == null ? Map.of("term", clock.term()) : Clocks.args(clock.term(), last),
                change.reason().isEmpty() ? null : change.reason(),
                by);
    }

    private Preview preview(List<Moved> plan, TermChange change, TermCalculator calculator) {
        var first = plan.get(0);
        var clock = first.clock();
        var others = plan.stream().skip(1).map(this::move).toList();
        var now = clock.suspendedOn() == null ? clock.lastDay() : null;
        var before = reminders(clock, now, calculator);
        var after = reminders(clock, first.lastDay(), calculator);
        var seen = String.join(
                "|",
                clock.id() + "",
                change + "",
                now + "",
                first.lastDay() + "",
                others + "",
                before + "",
                after + "");
        return new Preview(
                clock.term(),
                now,
                first.lastDay(),
                texts.of(first.lines(), Clocks.locale()),
                departs(first, change, calculator),
                others,
                before,
                after,
                UUID.nameUUIDFromBytes(seen.getBytes(StandardCharsets.UTF_8)).toString());
    }

    /** What the regulation says, of a later day than it gives that somebody chooses. */
    private @Nullable Rule departs(Moved moved, TermChange change, TermCalculator calculator) {
        return Optional.ofNullable(moved.lastDay())
                .filter(last -> change.kind() == TermChange.Kind.MOVE)
                .filter(last -> last.isAfter(moved.clock().lastDay()))
                .flatMap(last -> rules.departs(moved.clock(), last, calculator))
                .map(rule -> ClockViews.rule(rule, Clocks.locale()))
                .orElse(null);
    }

    private List<Instant> reminders(TermClock clock, @Nullable LocalDate last, TermCalculator calculator) {
        return last == null ? List.of() : rules.reminders(clock.regulation(), clock.term(), last, calculator);
    }

    private Move move(Moved moved) {
        var clock = moved.clock();
        var last = moved.lastDay();
        return new Move(
                clock.term(),
                clock.suspendedOn() == null ? clock.lastDay() : null,
                last,
                last != null && !rules.due(last, clock.atStart()).isAfter(rules.now()));
    }

    /**
     * @param from the last day now, none while it is suspended
     * @param to the last day then, none when it is suspended
     * @param lines how that day comes about, in the reader's language
     * @param departs what the regulation says, when a day that is chosen by hand is later than it gives
     * @param others what happens so long before this end, and moves with it
     * @param seen stands for all of this
     */
    public record Preview(
            String term,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<String> lines,
            @Nullable Rule departs,
            List<Move> others,
            List<Instant> remindersFrom,
            List<Instant> remindersTo,
            String seen) {}

    /**
     * A term that moves along; none is no end.
     *
     * @param atOnce whether its day has come by then: what waits for it happens as soon as the change is made
     */
    public record Move(String term, @Nullable LocalDate from, @Nullable LocalDate to, boolean atOnce) {}
}
