package org.samenspraak.process;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The rows of {@code process_task}, always made from the engine's own tables. */
@Repository
class WorkList {

    private static final String ROWS =
            """
            select t.id_ id, p.business_key_::uuid case_id, d.key_ process_key, t.task_def_key_ element,
                   coalesce(t.name_, t.task_def_key_) name, u.name_en, coalesce(g.groups, '{}') groups,
                   coalesce(g.for_council, false) for_council, t.assignee_::uuid assignee, t.due_date_ at time zone 'UTC' due,
                   t.priority_ priority, t.follow_up_date_ at time zone 'UTC' follow_up,
                   t.create_time_ at time zone 'UTC' created, t.suspension_state_ = 2 suspended, u.term, v.text_ as scope
              from act_ru_task t
              join act_ru_execution p on p.id_ = t.proc_inst_id_
              join act_re_procdef d on d.id_ = t.proc_def_id_
              left join process_user_task u on u.definition_id = t.proc_def_id_ and u.element = t.task_def_key_
              left join act_ru_variable v on v.task_id_ = t.id_ and v.name_ = 'scope'
              left join lateral (
                   select array_agg(l.group_id_::text order by l.group_id_) groups, bool_or(l.group_id_ like 'council%@%') for_council
                     from act_ru_identitylink l
                    where l.task_id_ = t.id_ and l.type_ = 'candidate' and l.group_id_ is not null) g on true
            """;
    private static final String COLUMNS =
            "id, case_id, process_key, element, name, name_en, groups, for_council, assignee, due, priority, follow_up, created, suspended, term, scope";
    private static final String UPSERT = "insert into process_task (" + COLUMNS + ") " + ROWS
            + " where t.id_ = any(:ids) or t.proc_inst_id_ = any(:instances) on conflict (id) do update set (" + COLUMNS
            + ") = row (excluded." + COLUMNS.replace(", ", ", excluded.") + ")";

    /** In the order of their ids, so that two who hold the same rows don't wait for each other; drops those of tasks that are gone. */
    private static final String HOLD =
            """
            with held as materialized (
                select id from process_task
                 where id = any(:ids) or id in (select id_ from act_ru_task where proc_inst_id_ = any(:instances))
                 order by id for update)
            delete from process_task r
             where r.id = any(array(
                   select h.id from held h where not exists (select from act_ru_task t where t.id_ = h.id)))
            """;

    private final JdbcClient jdbc;

    WorkList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes the rows of these tasks and of all tasks of these process instances anew. It waits first for whoever changes them
     * at this moment, or it would write over their change what it read before it.
     */
    void refresh(Set<String> tasks, Set<String> instances) {
        jdbc.sql(HOLD)
                .param("ids", texts(tasks))
                .param("instances", texts(instances))
                .update();
        jdbc.sql(UPSERT)
                .param("ids", texts(tasks))
                .param("instances", texts(instances))
                .update();
    }

    /** Compares all rows with the engine's tables and mends what differs; returns how many did. */
    @Transactional
    int mend() {
        var gone = jdbc.sql(
                        "delete from process_task r where not exists (select from act_ru_task t where t.id_ = r.id)")
                .update();
        var wrong = jdbc.sql("select id from (" + ROWS + " except select " + COLUMNS + " from process_task) drift")
                .query(String.class)
                .set();
        if (!wrong.isEmpty()) {
            refresh(wrong, Set.of());
        }
        return gone + wrong.size();
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }
}
