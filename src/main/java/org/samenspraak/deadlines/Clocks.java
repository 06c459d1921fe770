package org.samenspraak.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.TermCalculator.Counted;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.RegulationId;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The running terms of cases. Every change of a date leaves one line in words. */
@Service
public class Clocks {

    private final TermClocks clocks;
    private final ReminderRecords reminders;
    private final ClosingDays closingDays;
    private final TermRules rules;
    private final ClockViews views;
    private final Cases cases;
    private final Timeline timeline;
    private final ClockMoves moves;

    Clocks(
            TermClocks clocks,
            ReminderRecords reminders,
            ClosingDays closingDays,
            TermRules rules,
            ClockViews views,
            Cases cases,
            Timeline timeline,
            ClockMoves moves) {
        this.clocks = clocks;
        this.reminders = reminders;
        this.closingDays = closingDays;
        this.rules = rules;
        this.views = views;
        this.cases = cases;
        this.timeline = timeline;
        this.moves = moves;
    }

    /** The clock of a term that runs, else the last one that ran. */
    @Transactional(readOnly = true)
    public Optional<ClockView> find(CaseId caseId, String term, @Nullable String scope) {
        return clocks.find(caseId, term, scope).map(this::view);
    }

    /** All clocks of a case, those that stopped too, in the order they started. */
    @Transactional(readOnly = true)
    public List<ClockView> of(CaseId caseId) {
        return views.of(clocks.of(caseId));
    }

    /** The clocks that run, the first to end first, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<ClockView> running(CaseId caseId, int limit) {
        return views.of(clocks.running(caseId, limit));
    }

    /** The clocks that stopped, the last to start first, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<ClockView> stopped(CaseId caseId, int limit) {
        return views.of(clocks.stopped(caseId, limit));
    }

    /** Starts a term of the case's regulation, counting from a day; the same term that runs already is left alone. */
    @Transactional
    public ClockView start(CaseId caseId, String term, @Nullable String scope, LocalDate from) {
        return view(started(caseId, cases.get(caseId).regulation(), term, scope, from, term));
    }

    /** Starts a clock that ends on a given day; the same term that runs already is left alone. */
    @Transactional
    public ClockView startUntil(CaseId caseId, String term, @Nullable String scope, LocalDate lastDay) {
        return startGiven(caseId, term, scope, lastDay, (law, days) -> rules.until(law, term, lastDay, days));
    }

    /** The same for an end that comes sooner than the regulation gives; see {@link TermEndings#sooner}. */
    @Transactional
    public ClockView startSooner(CaseId caseId, String term, String least, LocalDate lastDay, String reason) {
        return startGiven(
                caseId, term, null, lastDay, (law, days) -> rules.sooner(law, term, least, lastDay, reason, days));
    }

    /**
     * The same for an end that comes sooner than the regulation gives, so that what comes after it ends in time.
     *
     * @param next the term after it
     * @param nextEnds the day on which that has to be over
     */
    @Transactional
    public ClockView startLeaving(CaseId caseId, String term, LocalDate lastDay, String next, LocalDate nextEnds) {
        return startGiven(
                caseId, term, null, lastDay, (law, days) -> rules.leaving(law, term, lastDay, next, nextEnds, days));
    }

    private ClockView startGiven(
            CaseId caseId,
            String term,
            @Nullable String scope,
            LocalDate lastDay,
            BiFunction<RegulationId, TermCalculator, Counted> counting) {
        var running = clocks.hold(caseId, term, scope);
        if (running.isPresent()) {
            return view(running.get());
        }
        var regulation = cases.get(caseId).regulation();
        var calculator = rules.calculator(closingDays.hold());
        var counted = counting.apply(regulation, calculator);
        return view(add(caseId, term, scope, regulation, rules.today(), term, lastDay, counted, false, calculator));
    }

    /** When the running clock of a term ends, none while it is suspended; starts the clock today when it does not run. */
    @Transactional
    public @Nullable Instant due(CaseId caseId, String term, @Nullable String scope) {
        var found = clocks.find(caseId, term, scope);
        if (found.isPresent() && found.get().running()) {
            return due(found.get());
        }
        var view = cases.get(caseId);
        if (found.isEmpty() && rules.countsFromReceipt(view.regulation(), term)) {
            return started(caseId, view.regulation(), term, scope, view.received(), "received")
                    .due();
        }
        return started(caseId, view.regulation(), term, scope, rules.today(), "start")
                .due();
    }

    private static @Nullable Instant due(TermClock clock) {
        return clock.suspendedOn() == null ? clock.due() : null;
    }

    /**
     * The morning of the day that lies a term of the regulation before the end of another clock; that day is a clock of
     * its own. None while that end is suspended.
     *
     * @throws IllegalStateException when the other clock does not run
     */
    @Transactional
    public @Nullable Instant before(CaseId caseId, String end, String term, @Nullable String scope) {
        var running = clocks.hold(caseId, term, scope);
        if (running.isPresent()) {
            return due(running.get());
        }
        var calculator = rules.calculator(closingDays.hold());
        var ending = clocks.hold(caseId, end, scope)
                .orElseThrow(() -> new IllegalStateException("No clock " + end + " runs in case " + caseId));
        var regulation = ending.regulation();
        var counted = calculator.before(
                ending.lastDay(), rules.length(regulation, term), rules.nextWorkingDay(regulation, term));
        var day = counted.lastDay();
        var added = add(caseId, term, scope, regulation, rules.today(), end, day, counted, true, calculator);
        if (ending.suspendedOn() != null) {
            moves.move(new Moved(added, null, List.of(Line.of(Line.Kind.SUSPENDED_WITH))), calculator);
            return null;
        }
        return added.due();
    }

    /** Lets a term run anew from today: the tasks that still wait for it get the new date, and who is asked hears of it. */
    @Transactional
    public void renew(CaseId caseId, String term, @Nullable String scope) {
        clocks.stop(caseId, term, scope);
        moves.renewed(started(caseId, cases.get(caseId).regulation(), term, scope, rules.today(), term));
    }

    /** Ends a clock: what it waited for happened. Reminders stop. */
    @Transactional
    public void stop(CaseId caseId, String term, @Nullable String scope) {
        clocks.stop(caseId, term, scope);
    }

    @Transactional
    void stopAll(CaseId caseId) {
        clocks.stopAll(caseId);
    }

    private TermClock started(
            CaseId caseId, RegulationId regulation, String term, @Nullable String scope, LocalDate from, String since) {
        var running = clocks.hold(caseId, term, scope);
        if (running.isPresent()) {
            return running.get();
        }
        var calculator = rules.calculator(closingDays.hold());
        var counted = rules.count(regulation, term, from, since, calculator);
        return add(caseId, term, scope, regulation, from, since, null, counted, false, calculator);
    }

    private TermClock add(
            CaseId caseId,
            String term,
            @Nullable String scope,
            RegulationId regulation,
            LocalDate from,
            String since,
            @Nullable LocalDate given,
            Counted counted,
            boolean atStart,
            TermCalculator calculator) {
        var round = clocks.find(caseId, term, scope).map(TermClock::round).orElse(0) + 1;
        var last = counted.lastDay();
        var due = rules.due(last, atStart);
        var clock = new TermClock(
                0,
                caseId,
                term,
                scope,
                round,
                regulation,
                from,
                since,
                given,
                last,
                due,
                atStart,
                0,
                true,
                null,
                List.of());
        clocks.add(clock).ifPresent(id -> {
            clocks.addLines(id, counted.lines());
            reminders.replaceWaiting(
                    id,
                    rules.reminders(regulation, term, last, calculator),
                    rules.due(rules.today(), false)); // none on the day of the question itself
            timeline.add(caseId, "clock.started", args(term, last), null, Actor.SYSTEM);
        });
        return clocks.find(caseId, term, scope).orElseThrow();
    }

    static Map<String, String> args(String term, LocalDate lastDay) {
        return Map.of("term", term, "until", lastDay.toString());
    }

    private ClockView view(TermClock clock) {
        return views.of(List.of(clock)).get(0);
    }

    /** Of the reader; without one (a job, a letter) it is Dutch. */
    static Locale locale() {
        var reader = LocaleContextHolder.getLocaleContext();
        return reader == null ? LineTexts.DUTCH : LocaleContextHolder.getLocale();
    }

    /** One clock of a case, also one that stopped. */
    @Transactional(readOnly = true)
    public Optional<ClockView> find(CaseId caseId, long id) {
        return clocks.find(caseId, id).map(this::view);
    }

    /**
     * @param lastDay while it is suspended the day that it would have ended
     * @param follows whether it is so long before the end of another term, and moves with that one only
     * @param decided whether it follows from a decision, and nobody gives it another end by hand
     * @param suspendedOn since when it has no end, or none
     * @param due end of the last day, in the municipality's zone
     * @param lines how the date came about, in order, in the reader's language
     * @param rules what the regulation says about it; nothing when the end was given
     */
    public record ClockView(
            long id,
            String term,
            @Nullable String scope,
            LocalDate from,
            LocalDate lastDay,
            Instant due,
            boolean running,
            boolean follows,
            boolean decided,
            @Nullable LocalDate suspendedOn,
            List<String> lines,
            List<Rule> rules) {}

    /**
     * @param article where it is written, or none for an example value
     * @param reason why the example value is what it is, or none
     */
    public record Rule(String sentence, @Nullable String article, @Nullable String reason) {}
}
