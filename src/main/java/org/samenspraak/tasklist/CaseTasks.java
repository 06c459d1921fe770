package org.samenspraak.tasklist;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Theirs;
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

    /** Nearest date first, at most {@code limit}, after the {@link #cursor} of the last one of the page before. */
    List<TaskRow> page(CaseId id, @Nullable String after, int limit) {
        var cursor = after == null ? "" : after;
        var mark = cursor.indexOf('_');
        var key = InboxSort.DUE.parse(cursor.substring(0, Math.max(mark, 0)));
        return db.sql("select t.* from process_task t where t.case_id = :case"
                        + (key.isEmpty() ? "" : " and (t.due_order, t.id) > (:key, :id)")
                        + " order by t.due_order, t.id limit :limit")
                .param("case", id.value())
                .param("key", key.orElse(null))
                .param("id", cursor.substring(mark + 1))
                .param("limit", limit)
                .query(TaskRow::of)
                .list();
    }

    static String cursor(TaskRow row) {
        return InboxSort.DUE.key(row) + "_" + row.id();
    }

    /** Ids of those of these tasks of a case that somebody may open, as {@link Desks#open} decides. */
    Set<String> openFor(CaseView file, List<TaskRow> tasks, Reach reach) {
        var params = new HashMap<String, Object>();
        var theirs = new Theirs(reach.me(), value -> Inbox.named("theirs", value, params)).all();
        return db.sql(
                        """
                        select id from process_task t where id = any (:tasks)
                        and (:reads or :works and %s or for_council and :looksAfter)
                        """
                                .formatted(theirs))
                .params(params)
                .param("tasks", tasks.stream().map(TaskRow::id).toArray(String[]::new))
                .param("reads", reach.me().may(Permission.SEE_TASKS))
                .param("works", reach.me().may(Permission.WORK))
                .param("looksAfter", reach.looksAfter(file.area()))
                .query(String.class)
                .set();
    }
}
