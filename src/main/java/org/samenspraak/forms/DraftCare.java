package org.samenspraak.forms;

import java.time.Clock;
import java.time.LocalDate;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.TaskClosed;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Throws drafts away: with their task, and when the term of the regulation is over. */
@Component
class DraftCare {

    private final DraftRecords records;
    private final Municipality municipality;
    private final Clock clock;

    DraftCare(DraftRecords records, Municipality municipality, Clock clock) {
        this.records = records;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** In the transaction of what happened. */
    @EventListener
    void on(TaskClosed closed) {
        records.remove(closed.taskId());
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "UTC")
    void removeOld() {
        records.removeUntil(LocalDate.now(clock.withZone(municipality.zone())));
    }
}
