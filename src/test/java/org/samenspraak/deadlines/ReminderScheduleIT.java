package org.samenspraak.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.Cases;
import org.samenspraak.casefile.OpenCase;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

class ReminderScheduleIT extends PostgresIT {

    @Autowired
    private TermChanges changes;

    @Autowired
    private Cases cases;

    @Autowired
    private Clocks clocks;

    @Autowired
    private ReminderRecords records;

    @Autowired
    private TermRules rules;

    @Autowired
    private TransactionOperations transaction;

    private final List<ReminderDue> given = new CopyOnWriteArrayList<>();
    private CaseId caseId;
    private ReminderSchedule schedule;

    /** Runs from 14 September to 14 October; reminders on 30 September and 11 October. */
    @BeforeEach
    void startSupplement() {
        caseId = CaseId.create();
        cases.open(new OpenCase(
                caseId,
                "recognition",
                "REC",
                "Wijkraad Runkst",
                null,
                null,
                LocalDate.of(2026, 9, 14),
                false,
                Actor.SYSTEM));
        clocks.due(caseId, "supplement", null);
        schedule = new ReminderSchedule(records, rules, transaction, event -> given.add((ReminderDue) event));
    }

    @Test
    void remindsOnTheMorningOfTheDayAndOnce() {
        at("2026-09-30T05:59:00Z");
        assertThat(given).isEmpty();

        at("2026-09-30T06:01:00Z");
        at("2026-09-30T06:02:00Z");

        assertThat(given).containsExactly(reminder(1));
    }

    @Test
    void givesOnlyTheLatestAfterTheOfficeWasDown() {
        at("2026-10-12T09:00:00Z");

        assertThat(given).containsExactly(reminder(2));
    }

    @Test
    void givesNoneOnceTheTermIsOver() {
        at("2026-10-15T09:00:00Z");

        assertThat(given).isEmpty();
    }

    @Test
    void givesNoneAfterTheClockStopped() {
        clocks.stop(caseId, "supplement", null);
        at("2026-09-30T09:00:00Z");

        assertThat(given).isEmpty();
    }

    @Test
    void givesNoneWhileTheTermIsSuspendedAndMovesAlongWhenItIsResumed() {
        changes.change(caseId, "supplement", null, new TermChange(TermChange.Kind.SUSPEND, null, "Ziek"), Actor.SYSTEM);
        at("2026-10-12T09:00:00Z");
        assertThat(given).isEmpty();

        changes.change(caseId, "supplement", null, new TermChange(TermChange.Kind.RESUME, null, "Beter"), Actor.SYSTEM);
        var last = clocks.find(caseId, "supplement", null).orElseThrow().lastDay();
        at(last.minusDays(14) + "T09:00:00Z");

        assertThat(given).containsExactly(new ReminderDue(caseId, "supplement", null, last, 1, false));
    }

    @Test
    void goesOnCountingAfterAnExtension() {
        at("2026-09-30T09:00:00Z");
        changes.change(
                caseId,
                "supplement",
                null,
                new TermChange(TermChange.Kind.EXTEND, LocalDate.of(2026, 11, 16), "Ziekte"),
                Actor.SYSTEM);

        at("2026-10-12T09:00:00Z");
        at("2026-11-02T09:00:00Z");

        assertThat(given)
                .containsExactly(
                        reminder(1), new ReminderDue(caseId, "supplement", null, LocalDate.of(2026, 11, 16), 2, false));
    }

    @Test
    void triesAgainWhenWhoHearsItFails() {
        var failing = new ReminderSchedule(records, rules, transaction, event -> {
            throw new IllegalStateException("outbox is full");
        });
        clock.set(Instant.parse("2026-09-30T09:00:00Z"));

        failing.giveDue();
        schedule.giveDue();

        assertThat(given).containsExactly(reminder(1));
    }

    @Test
    void givesEachReminderOnceOnTwoNodes() {
        clock.set(Instant.parse("2026-09-30T09:00:00Z"));
        var nodes = List.of(
                CompletableFuture.runAsync(schedule::giveDue),
                CompletableFuture.runAsync(schedule::giveDue),
                CompletableFuture.runAsync(schedule::giveDue));

        nodes.forEach(CompletableFuture::join);

        assertThat(given).containsExactly(reminder(1));
    }

    private ReminderDue reminder(int number) {
        return new ReminderDue(caseId, "supplement", null, LocalDate.of(2026, 10, 14), number, number == 2);
    }

    private void at(String moment) {
        clock.set(Instant.parse(moment));
        schedule.giveDue();
    }
}
