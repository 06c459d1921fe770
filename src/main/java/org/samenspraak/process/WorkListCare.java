package org.samenspraak.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Compares the work list with the engine each night. It should never find anything; what it finds is mended and counted in the log. */
@Component
class WorkListCare {

    private static final Logger LOG = LoggerFactory.getLogger(WorkListCare.class);

    private final WorkList workList;

    WorkListCare(WorkList workList) {
        this.workList = workList;
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "UTC")
    void compare() {
        var mended = workList.mend();
        if (mended > 0) {
            LOG.warn("Mended {} rows of the work list", mended);
        }
    }
}
