package org.samenspraak.tasklist;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * What the rows of the work list say of their cases. The database keeps that right; only a job that makes a task in the same
 * moment as a colleague moves its case can miss the move, so each night all rows are compared.
 */
@Repository
class CasesInTasks {

    private static final Logger LOG = LoggerFactory.getLogger(CasesInTasks.class);

    private final JdbcClient db;

    CasesInTasks(JdbcClient db) {
        this.db = db;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "UTC")
    void compare() {
        var mended = mend();
        if (mended > 0) {
            LOG.warn("Mended the case in {} rows of the work list", mended);
        }
    }

    /** Returns how many rows differed. */
    int mend() {
        return db.sql(
                        """
                        update process_task t set case_id = t.case_id
                        from casefile_case c
                        left join council_council council on council.id = c.council_id
                        left join identity_area area on area.id = c.area_id
                        where c.id = t.case_id
                        and (t.case_number, t.case_title, t.trajectory, t.council_id, t.area_id, t.place, t.words)
                            is distinct from (c.number, c.title, c.trajectory, c.council_id, c.area_id,
                                lower(coalesce(council.name, area.name, '')), c.findable || coalesce(council.findable, ''))
                        """)
                .update();
    }
}
