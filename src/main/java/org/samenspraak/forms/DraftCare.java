package org.samenspraak.forms;

import java.time.Clock;
import java.time.LocalDate;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.process.TaskClosed;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Throws drafts and the files in them away: with their task, when they are sent, and when the term of the regulation is over. */
@Component
class DraftCare {

    private final DraftRecords records;
    private final Drafts drafts;
    private final ChosenFiles files;
    private final Municipality municipality;
    private final Clock clock;

    DraftCare(DraftRecords records, Drafts drafts, ChosenFiles files, Municipality municipality, Clock clock) {
        this.records = records;
        this.drafts = drafts;
        this.files = files;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** In the transaction of what happened. */
    @EventListener
    void on(TaskClosed closed) {
        records.remove(closed.taskId());
        files.forgetAll(closed.taskId());
    }

    /**
     * Those of all parties.
     *
     * @param page that was sent; what it still brings is too late
     */
    @Transactional
    void sent(DraftPlace place, String page) {
        records.remove(place.key());
        records.addSent(page, drafts.removeOn(place));
        files.forgetAll(place.key());
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "UTC")
    void removeOld() {
        var today = LocalDate.now(clock.withZone(municipality.zone()));
        records.removeUntil(today);
        files.forgetUntil(today);
    }
}
