package org.samenspraak.deadlines;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.deadlines.TermCalculator.Counted;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
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
        return view(started(caseId, term, scope, from, term));
    }

    /** Starts a clock that ends on a given day; the same term that runs already is left alone. */
    @Transactional
    public ClockView startUntil(CaseId caseId, String term, @Nullable String scope, LocalDate lastDay) {
        var running = clocks.hold(caseId, term, scope);
        if (running.isPresent()) {
            return view(running.get());
        }
        var regulation = cases.get(caseId).regulation();
        var calculator = rules.calculator(closingDays.hold());
        var counted =
                calculator.until(lastDay, rules.nextWorkingDay(regulation, term), Line.of(Line.Kind.UNTIL, lastDay));
        return view(add(caseId, term, scope, regulation, rules.today(), term, lastDay, counted, false));
    }

    /** When the running clock of a term ends; starts the clock today when it does not run. */
    @Transactional
    public Instant due(CaseId caseId, String term, @Nullable String scope) {
        var found = clocks.find(caseId, term, scope);
        if (found.isPresent() && found.get().running()) {
            return found.get().due();
        }
        var view = cases.get(caseId);
        if (found.isEmpty() && rules.countsFromReceipt(view.regulation(), term)) {
            return started(caseId, term, scope, view.received(), "received").due();
        }
        return started(caseId, term, scope, rules.today(), "start").due();
    }

    /**
     * The morning of the day that lies a term of the regulation before the end of another clock; that day is a clock of
     * its own.
     *
     * @throws IllegalStateException when the other clock does not run
     */
    @Transactional
    public Instant before(CaseId caseId, String end, String term, @Nullable String scope) {
        var running = clocks.hold(caseId, term, scope);
        if (running.isPresent()) {
            return running.get().due();
        }
        var calculator = rules.calculator(closingDays.hold());
        var ending = clocks.hold(caseId, end, scope)
                .orElseThrow(() -> new IllegalStateException("No clock " + end + " runs in case " + caseId));
        var regulation = ending.regulation();
        var counted = calculator.before(
                ending.lastDay(), rules.length(regulation, term), rules.nextWorkingDay(regulation, term));
        var day = counted.lastDay();
        return add(caseId, term, scope, regulation, rules.today(), end, day, counted, true)
                .due();
    }

    /**
     * Moves the end later, with all that hangs on it. Where the regulation has a limit ({@code
     * <term>.extension}) it can be done once, within that limit.
     *
     * @throws Refusal without a reason, for a day that is not later, too late, or a second time
     */
    @Transactional
    public ClockView extend(
            CaseId caseId, String term, @Nullable String scope, LocalDate until, String reason, Actor by) {
        if (reason.isBlank()) {
            throw Refusal.of("reason", "deadlines.refusal.reason-missing");
        }
        var calculator = rules.calculator(closingDays.hold());
        var running = clocks.hold(caseId, term, scope).orElseThrow(() -> new Refusal("deadlines.refusal.not-running"));
        refuseOutsideLimit(running, until, calculator);
        var why = Line.of(Line.Kind.EXTENDED, until, reason.strip(), by.name());
        var counted = calculator.until(until, rules.nextWorkingDay(running.regulation(), term), why);
        clocks.extend(running.id(), until);
        moves.move(running, counted, calculator);
        timeline.add(caseId, "clock.extended", args(term, counted.lastDay()), reason.strip(), by);
        return clocks.find(caseId, term, scope).map(this::view).orElseThrow();
    }

    private void refuseOutsideLimit(TermClock running, LocalDate until, TermCalculator calculator) {
        if (!until.isAfter(running.lastDay())) {
            throw Refusal.of("until", "deadlines.refusal.not-later");
        }
        var limit = rules.find(running.regulation(), running.term() + ".extension");
        if (limit.isEmpty()) {
            return;
        }
        if (running.extensions() > 0) {
            throw new Refusal("deadlines.refusal.extended-already");
        }
        var last = calculator
                .after(running.lastDay(), running.term(), limit.get(), true)
                .lastDay();
        if (until.isAfter(last)) {
            throw Refusal.of("until", "deadlines.refusal.too-late", LineTexts.date(last, locale()));
        }
    }

    /** Lets a term run anew from today: the tasks that still wait for it get the new date, and who is asked hears of it. */
    @Transactional
    public void renew(CaseId caseId, String term, @Nullable String scope) {
        clocks.stop(caseId, term, scope);
        moves.renewed(started(caseId, term, scope, rules.today(), term));
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

    private TermClock started(CaseId caseId, String term, @Nullable String scope, LocalDate from, String since) {
        var running = clocks.hold(caseId, term, scope);
        if (running.isPresent()) {
            return running.get();
        }
        var regulation = cases.get(caseId).regulation();
        var counted = rules.calculator(closingDays.hold())
                .after(from, since, rules.length(regulation, term), rules.nextWorkingDay(regulation, term));
        return add(caseId, term, scope, regulation, from, since, null, counted, false);
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
            boolean atStart) {
        var round = clocks.find(caseId, term, scope).map(TermClock::round).orElse(0) + 1;
        var last = counted.lastDay();
        var due = rules.due(last, atStart);
        var clock = new TermClock(
                0, caseId, term, scope, round, regulation, from, since, given, last, due, atStart, 0, true);
        clocks.add(clock).ifPresent(id -> {
            clocks.addLines(id, counted.lines());
            reminders.replaceWaiting(
                    id,
                    rules.reminders(regulation, term, last, rules.calculator(closingDays.days())),
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

    /**
     * @param due end of the last day, in the municipality's zone
     * @param lines how the date came about, in order, in the reader's language
     * @param rules what the regulation says about it; nothing when the end was given
     */
    public record ClockView(
            String term,
            @Nullable String scope,
            LocalDate from,
            LocalDate lastDay,
            Instant due,
            boolean running,
            List<String> lines,
            List<Rule> rules) {}

    /**
     * @param article where it is written, or none for an example value
     * @param reason why the example value is what it is, or none
     */
    public record Rule(String sentence, @Nullable String article, @Nullable String reason) {}
}
