package org.samenspraak.tasklist;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is late in cases. */
@Repository
class LateTasks {

    private final JdbcClient db;
    private final Clock clock;

    LateTasks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The task of each case that is late longest; a case without one is left out. */
    Map<CaseId, TaskRow> of(Collection<CaseView> cases) {
        var tasks = db.sql(
                        """
                        select distinct on (t.case_id) t.* from process_task t
                        where t.case_id = any(:cases) and not t.suspended and t.due < :now
                        order by t.case_id, t.due, t.id""")
                .param("cases", cases.stream().map(it -> it.id().value()).toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(TaskRow::of)
                .list();
        return tasks.stream().collect(Collectors.toMap(TaskRow::caseId, task -> task));
    }
}
