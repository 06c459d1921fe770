package org.samenspraak.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** The engine's idea of now, for tests and the demo year; and its waiting steps, run by hand. */
@Service
public class EngineClock {

    private static final Logger LOG = LoggerFactory.getLogger(EngineClock.class);

    private final ManagementService management;

    EngineClock(ManagementService management) {
        this.management = management;
    }

    public void set(Instant now) {
        ClockUtil.setCurrentTime(Date.from(now));
    }

    public void reset() {
        ClockUtil.reset();
    }

    /** When the next timer of a case is due, also when that is past; none when no timer waits. */
    public Optional<Instant> nextTimer() {
        return management.createJobQuery().timers().withRetriesLeft().orderByJobDuedate().asc().listPage(0, 1).stream()
                .findFirst()
                .map(job -> job.getDuedate().toInstant());
    }

    /** Runs every step and timer of a case that is due now, also those that come up meanwhile; returns how many. One that fails waits for its next attempt. */
    public int runDue() {
        var tried = new HashSet<String>();
        int run = 0;
        while (true) {
            var due = management.createJobQuery().executable().orderByJobDuedate().asc().list().stream()
                    .filter(job -> job.getProcessInstanceId() != null && tried.add(job.getId()))
                    .toList();
            if (due.isEmpty()) {
                return run;
            }
            for (var job : due) {
                run += run(job.getId()) ? 1 : 0;
            }
        }
    }

    private boolean run(String job) {
        if (management.createJobQuery().jobId(job).count() == 0) {
            return false;
        }
        try {
            management.executeJob(job);
            return true;
        } catch (RuntimeException e) {
            // the engine has counted it as a failed attempt; it shows up as a failed step
            LOG.warn("Step {} failed", job, e);
            return false;
        }
    }
}
