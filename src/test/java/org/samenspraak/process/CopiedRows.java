package org.samenspraak.process;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Copies the rows that the engine (and the office) keeps of a few running cases, so that a hundred thousand of them wait
 * without each being started. Ids of the engine end in twelve digits of the machine, those of cases in chance: a copy has
 * its number there. What differs from copy to copy follows from its number, so that two databases get the same.
 */
final class CopiedRows {

    private static final String AREA = areaId("1 + (1 + i % 2000) % 25");
    private static final String COUNCIL = "md5('council ' || 1 + i % 2000)::uuid";

    /** Those that are only written, never read to go on, are left out: who was candidate, details of variables, jobs done. */
    private static final Map<String, String> ENGINE = inOrder(
            "act_ru_execution", "t.proc_inst_id_ = m.instance",
            "act_ru_task", "t.proc_inst_id_ = m.instance",
            "act_ru_identitylink", "t.task_id_ in (select id_ from act_ru_task where proc_inst_id_ = m.instance)",
            "act_ru_variable", "t.proc_inst_id_ = m.instance and t.name_ <> 'at'",
            "act_ru_job", "t.process_instance_id_ = m.instance",
            "act_hi_procinst", "t.proc_inst_id_ = m.instance",
            "act_hi_actinst", "t.proc_inst_id_ = m.instance and t.end_time_ is null",
            "act_hi_taskinst", "t.proc_inst_id_ = m.instance",
            "act_hi_varinst", "t.proc_inst_id_ = m.instance and t.name_ <> 'at'");

    private static final Map<String, String> OFFICE = inOrder(
            "casefile_case", "t.id::text = m.business_key",
            "casefile_event", "t.case_id::text = m.business_key",
            "casefile_step", "t.case_id::text = m.business_key",
            "deadlines_clock", "t.case_id::text = m.business_key");

    private static final Set<String> IDS = Set.of(
            "id_",
            "root_proc_inst_id_",
            "proc_inst_id_",
            "process_instance_id_",
            "business_key_",
            "parent_id_",
            "act_inst_id_",
            "parent_act_inst_id_",
            "execution_id_",
            "task_id_",
            "var_scope_");

    private static final Map<String, String> DIFFERENT = Map.ofEntries(
            Map.entry(
                    "act_ru_task.assignee_",
                    "case when %s = 0 then '00000000-0000-0000-0000-0000000000' || lpad(%s::text, 2, '0') end"
                            .formatted(mix(2, 4), mix(3, 60))),
            Map.entry(
                    "act_ru_task.due_date_",
                    "case when %s > 0 then timestamp '2026-08-01' + (i * 7919::bigint) %% 8640000 * interval '1 second' end"
                            .formatted(mix(4, 7))),
            Map.entry(
                    "act_ru_task.follow_up_date_",
                    "case when %s = 0 then timestamp '2026-10-01' + %s * interval '1 day' end"
                            .formatted(mix(6, 50), mix(7, 60))),
            Map.entry(
                    "act_ru_task.create_time_",
                    "timestamp '2026-09-01' - (i * 104729::bigint) % 8640000 * interval '1 second'"),
            Map.entry(
                    "act_ru_identitylink.group_id_",
                    "case when %s = 9 then 'council@' || %s else case %s when 0 then 'participation-office' when 1 then 'area-manager@' || %s else case when %s = 2 then 'finance' else 'legal' end end end"
                            .formatted(mix(1, 10), COUNCIL, mix(0, 3), AREA, mix(0, 300))),
            Map.entry(
                    "act_ru_variable.text_", "case t.name_ when 'area' then %s::text else t.text_ end".formatted(AREA)),
            Map.entry("act_ru_job.duedate_", "t.duedate_ - i % 60 * interval '1 second'"),
            Map.entry("casefile_case.id", copy("t.id::text") + "::uuid"),
            Map.entry("casefile_case.number", "'2026-MNY-' || lpad(i::text, greatest(6, length(i::text)), '0')"),
            Map.entry("casefile_case.title", "'zaak ' || i"),
            Map.entry(
                    "casefile_case.trajectory",
                    "(array['recognition', 'grant', 'advice', 'signal', 'wijkbudget'])[1 + %s]".formatted(mix(0, 5))),
            Map.entry("casefile_case.council_id", COUNCIL),
            Map.entry("casefile_case.area_id", AREA),
            Map.entry(
                    "casefile_case.words",
                    "array_to_tsvector(array['2026', 'mny', lpad(i::text, greatest(6, length(i::text)), '0'), 'zaak'])"),
            Map.entry("casefile_event.case_id", copy("t.case_id::text") + "::uuid"),
            Map.entry("casefile_step.case_id", copy("t.case_id::text") + "::uuid"),
            Map.entry("deadlines_clock.case_id", copy("t.case_id::text") + "::uuid"));

    private final JdbcClient jdbc;

    CopiedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 25 areas with 2,000 councils, for the cases of the copies. */
    void addCouncils() {
        jdbc.sql("insert into identity_area (id, name) select %s, 'gebied ' || k from generate_series(1, 25) k"
                        .formatted(areaId("k")))
                .update();
        jdbc.sql(
                        """
                        insert into council_council (id, kind, name, area_id, words)
                        select md5('council ' || k)::uuid, 'WIJKRAAD', 'raad ' || k, %s, array_to_tsvector(array['raad', 'w' || k])
                        from generate_series(1, 2000) k
                        """
                                .formatted(areaId("1 + k % 25")))
                .update();
    }

    /** @param cases the business keys of what is copied, each as often as the others */
    void copyInEngine(List<String> cases, int from, int until) {
        ENGINE.forEach((table, which) -> copy(table, which, cases, from, until));
    }

    void copyInOffice(List<String> cases, int from, int until) {
        OFFICE.forEach((table, which) -> copy(table, which, cases, from, until));
    }

    /** When the clock of this case is due; those of its copies in the minute before. */
    static void setClock(JdbcClient jdbc, String businessKey, Instant due) {
        jdbc.sql(
                        """
                        update act_ru_job set duedate_ = :due where process_instance_id_ =
                            (select proc_inst_id_ from act_ru_execution where business_key_ = :key)
                        """)
                .param("due", LocalDateTime.ofInstant(due, ZoneOffset.UTC))
                .param("key", businessKey)
                .update();
    }

    private void copy(String table, String which, List<String> cases, int from, int until) {
        var columns = jdbc.sql(
                        """
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = ? and is_generated = 'NEVER' and is_identity = 'NO'
                        """)
                .param(table)
                .query(String.class)
                .list();
        jdbc.sql(
                        """
                        insert into %1$s (%2$s) select %3$s
                        from generate_series(:from, :until) i
                        join (select k.number, k.business_key, p.proc_inst_id_ instance
                                from unnest(:cases::text[]) with ordinality k (business_key, number)
                                join act_ru_execution p on p.business_key_ = k.business_key) m on m.number = 1 + %4$s
                        join %1$s t on %5$s
                        """
                                .formatted(
                                        table,
                                        String.join(", ", columns),
                                        columns.stream()
                                                .map(column -> value(table, column))
                                                .collect(joining(", ")),
                                        mix(5, cases.size()),
                                        which))
                .param("from", from)
                .param("until", until)
                .param("cases", cases.toArray(String[]::new))
                .update();
    }

    private static String value(String table, String column) {
        return DIFFERENT.getOrDefault(table + "." + column, IDS.contains(column) ? copy("t." + column) : "t." + column);
    }

    private static String copy(String id) {
        return "(left(%s, -12) || lpad(i::text, 12, '0'))".formatted(id);
    }

    private static String areaId(String number) {
        return "md5('area ' || %s)::uuid".formatted(number);
    }

    /** A number below a bound that seems to have nothing to do with that of the copy. */
    private static String mix(int plus, int below) {
        return "((hashint4((i + %d) * 31) & 1048575) %% %d)".formatted(plus, below);
    }

    private static Map<String, String> inOrder(String... keysAndValues) {
        var map = new LinkedHashMap<String, String>();
        for (int at = 0; at < keysAndValues.length; at += 2) {
            map.put(keysAndValues[at], keysAndValues[at + 1]);
        }
        return map;
    }
}
