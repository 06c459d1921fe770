package org.samenspraak.tasklist;

import java.util.List;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open tasks of one case, whoever they are for. */
@Repository
class CaseTasks {

    private final JdbcClient db;

    CaseTasks(JdbcClient db) {
        this.db = db;
    }

    List<TaskRow> of(CaseId id) {
        return db.sql(
                        """
                        select t.*, c.number, c.title, c.trajectory, c.council_id, c.area_id
                        from process_task t join casefile_case c on c.id = t.case_id
                        where t.case_id = :case order by t.due, t.id
                        """)
                .param("case", id.value())
                .query(TaskRow::of)
                .list();
    }
}
