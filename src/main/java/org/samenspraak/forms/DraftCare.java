package org.samenspraak.forms;

import org.samenspraak.process.TaskClosed;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Throws drafts and the files in them away: when their task is done, when they are sent or wiped, when the term of the regulation is
 * over, and sooner when somebody unknown typed hardly anything.
 */
@Component
class DraftCare {

    private final DraftRecords records;
    private final ChosenFiles files;
    private final DraftTerms terms;

    DraftCare(DraftRecords records, ChosenFiles files, DraftTerms terms) {
        this.records = records;
        this.files = files;
        this.terms = terms;
    }

    /** In the transaction of what happened. A text that its writers didn't get to send stays for them, as long as any. */
    @EventListener
    void on(TaskClosed closed) {
        if (closed.done()) {
            records.remove(closed.taskId());
        }
        files.forgetAll(closed.taskId());
    }

    /**
     * Those of all parties.
     *
     * @param page that was sent or wiped; what it still brings is too late
     */
    @Transactional
    void sent(DraftPlace place, String page) {
        records.remove(place.key());
        records.addSent(page, terms.removeOn(place));
        files.forgetAll(place.key());
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "UTC")
    void removeOld() {
        records.removeUntil(terms.today());
        records.removeSketches(DraftTerms.FEW, terms.sketchesUntil());
        files.forgetUntil(terms.today());
    }
}
