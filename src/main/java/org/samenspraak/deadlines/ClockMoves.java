package org.samenspraak.deadlines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.samenspraak.deadlines.TermCalculator.Counted;
import org.samenspraak.process.Processes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Gives running clocks another end, with the timers, tasks and reminders that hang on it. */
@Component
class ClockMoves {

    private final TermClocks clocks;
    private final ReminderRecords reminders;
    private final TermRules rules;
    private final Processes processes;
    private final LineTexts texts;
    private final ApplicationEventPublisher events;

    ClockMoves(
            TermClocks clocks,
            ReminderRecords reminders,
            TermRules rules,
            Processes processes,
            LineTexts texts,
            ApplicationEventPublisher events) {
        this.texts = texts;
        this.clocks = clocks;
        this.reminders = reminders;
        this.rules = rules;
        this.processes = processes;
        this.events = events;
    }

    /** A clock with another end, and what happens so long before that end and is still to come. */
    List<Moved> moves(TermClock clock, Counted counted, TermCalculator calculator) {
        var moves = new ArrayList<>(List.of(Moved.to(clock, counted)));
        for (var earlier : clocks.holdBefore(clock, rules.now())) {
            var recounted = rules.countBack(earlier, counted.lastDay(), calculator);
            if (earlier.suspendedOn() != null || !recounted.lastDay().equals(earlier.lastDay())) {
                moves.addAll(moves(earlier, recounted, calculator));
            }
        }
        return moves;
    }

    /** A clock without an end, and what happens so long before it and is still to come. */
    List<Moved> suspended(TermClock clock, Line why) {
        var moves = new ArrayList<>(List.of(new Moved(clock, null, List.of(why))));
        clocks.holdBefore(clock, rules.now())
                .forEach(earlier -> moves.addAll(suspended(earlier, Line.of(Line.Kind.SUSPENDED_WITH))));
        return moves;
    }

    void move(Moved moved, TermCalculator calculator) {
        var clock = moved.clock();
        var last = moved.lastDay();
        var line = clocks.addLines(clock.id(), moved.lines());
        if (!clock.atStart()) {
            events.publishEvent(new TermMoved(
                    clock.caseId(),
                    clock.id() + "." + line,
                    clock.term(),
                    clock.scope(),
                    last,
                    texts.of(moved.lines(), LineTexts.DUTCH),
                    texts.of(moved.lines(), Locale.ENGLISH)));
        }
        if (last == null) {
            clocks.suspend(clock.id(), rules.today());
            reminders.replaceWaiting(clock.id(), List.of(), rules.now());
            processes.moveTerm(clock.caseId(), clock.term(), clock.scope(), null);
            return;
        }
        var due = rules.due(last, clock.atStart());
        clocks.move(clock.id(), last, due);
        if (clock.atStart()) {
            clocks.give(clock.id(), last);
        }
        planReminders(clock, last, calculator);
        processes.moveTerm(clock.caseId(), clock.term(), clock.scope(), due);
    }

    /** What hung on the clock that ran before hangs on this one. */
    void renewed(TermClock clock) {
        processes.moveTerm(clock.caseId(), clock.term(), clock.scope(), clock.due());
        events.publishEvent(new TermRenewed(clock.caseId(), clock.term(), clock.scope(), clock.lastDay()));
    }

    /** Those that wait are planned again; those that were given stay given. */
    void planReminders(TermClock clock, LocalDate lastDay, TermCalculator calculator) {
        reminders.replaceWaiting(
                clock.id(), rules.reminders(clock.regulation(), clock.term(), lastDay, calculator), rules.now());
    }
}
