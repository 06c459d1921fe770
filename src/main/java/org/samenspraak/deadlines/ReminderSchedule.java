package org.samenspraak.deadlines;

import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives the reminders whose moment has come, each once, on however many nodes. After the office was down only the latest
 * one of a clock is given, and none once the term is over.
 */
@Component
public class ReminderSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderSchedule.class);
    private static final int BATCH = 200;

    private final ReminderRecords reminders;
    private final TermRules rules;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    ReminderSchedule(
            ReminderRecords reminders,
            TermRules rules,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {
        this.reminders = reminders;
        this.rules = rules;
        this.transaction = transaction;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "PT1M")
    public void giveDue() {
        for (var clock : reminders.clocksWithDue(rules.now(), BATCH)) {
            try {
                transaction.executeWithoutResult(status -> give(clock));
            } catch (RuntimeException e) {
                // the others still get theirs; this one is tried again in a minute
                LOG.error("Reminder of clock {} was not given", clock, e);
            }
        }
    }

    /** When the next reminder of a running clock is due, also when that is past; none when none waits. */
    public Optional<Instant> next() {
        return reminders.next();
    }

    private void give(long id) {
        reminders.hold(id).ifPresent(clock -> {
            if (!rules.now().isBefore(clock.due())) {
                reminders.passOver(id);
                return;
            }
            reminders
                    .takeLatest(id, rules.now())
                    .ifPresent(number -> events.publishEvent(new ReminderDue(
                            clock.caseId(),
                            clock.term(),
                            clock.scope(),
                            clock.lastDay(),
                            number,
                            !reminders.isAnyWaiting(id))));
        });
    }
}
