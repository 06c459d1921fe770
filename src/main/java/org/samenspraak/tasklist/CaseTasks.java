package org.samenspraak.tasklist;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Permission;
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
        return db.sql("select t.* from process_task t where t.case_id = :case order by t.due_order, t.id")
                .param("case", id.value())
                .query(TaskRow::of)
                .list();
    }

    /** Ids of those tasks of a case that somebody may open, as {@link Desks#open} decides. */
    Set<String> openFor(CaseView file, Reach reach) {
        var params = new HashMap<String, Object>();
        var theirs = new Theirs(reach.me(), value -> Inbox.named("theirs", value, params)).all();
        return db.sql(
                        """
                        select id from process_task t where case_id = :case
                        and (:reads or :works and %s or for_council and :looksAfter)
                        """
                                .formatted(theirs))
                .params(params)
                .param("case", file.id().value())
                .param("reads", reach.me().may(Permission.SEE_TASKS))
                .param("works", reach.me().may(Permission.WORK))
                .param("looksAfter", reach.looksAfter(file.area()))
                .query(String.class)
                .set();
    }
}
