package org.samenspraak.deadlines;

import java.time.LocalDate;
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
    private final ApplicationEventPublisher events;

    ClockMoves(
            TermClocks clocks,
            ReminderRecords reminders,
            TermRules rules,
            Processes processes,
            ApplicationEventPublisher events) {
        this.clocks = clocks;
        this.reminders = reminders;
        this.rules = rules;
        this.processes = processes;
        this.events = events;
    }

    /** Also moves what happens so long before this end and is still to come. */
    void move(TermClock clock, Counted counted, TermCalculator calculator) {
        moveAlone(clock, counted, calculator);
        for (var earlier : clocks.holdBefore(clock, rules.now())) {
            var recounted = rules.countBack(earlier, counted.lastDay(), calculator);
            if (!recounted.lastDay().equals(earlier.lastDay())) {
                move(earlier, recounted, calculator);
            }
        }
    }

    void moveAlone(TermClock clock, Counted counted, TermCalculator calculator) {
        var last = counted.lastDay();
        var due = rules.due(last, clock.atStart());
        clocks.move(clock.id(), last, due);
        if (clock.atStart()) {
            clocks.give(clock.id(), last);
        }
        clocks.addLines(clock.id(), counted.lines());
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
