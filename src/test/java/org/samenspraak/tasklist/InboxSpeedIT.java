package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.Cover;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.Actor.Holder;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;

/** With a hundred thousand open tasks no page of the list reads the table, whatever is asked: an index, and a part of it. */
@Tag("full")
class InboxSpeedIT extends PostgresIT {

    private static final int TASKS = 100_000;

    /**
     * The widest mix of filters reads on in the chosen order until its page is full. Rows of the table: the entries of an index
     * that are combined into a bitmap cost a fraction of that, and whether the planner takes one more index into it hangs on how full
     * the pages are that others left.
     */
    private static final long ROWS_AT_MOST = TASKS / 4;

    private static final Pattern LOOKED_AT =
            Pattern.compile("(?:actual .*? rows=(\\d+)|Rows Removed by Filter: (\\d+))");

    @Autowired
    private Inbox inbox;

    private String area;
    private String council;

    @BeforeEach
    void fillTheOffice() {
        jdbc.sql(
                        """
                create function pg_temp.mix(of int, below int) returns int language sql as 'select (hashint4(of * 31) & 1048575) % below';
                insert into identity_area (id, name) select gen_random_uuid(), 'gebied ' || i from generate_series(1, 25) i;
                insert into council_council (id, kind, name, area_id, words)
                    select gen_random_uuid(), 'WIJKRAAD', 'raad ' || i, (select id from identity_area where name = 'gebied ' || 1 + i % 25),
                        array_to_tsvector(array['raad', 'w' || i]) from generate_series(1, 2000) i;
                insert into casefile_case (id, number, code, year, trajectory, title, council_id, area_id, regulation_name,
                        regulation_version, received, on_paper, opened_at, words)
                    select gen_random_uuid(), '2026-REC-' || lpad(i::text, 6, '0'), 'REC', 2026,
                        (array['recognition', 'grant', 'advice', 'signal', 'wijkbudget'])[1 + pg_temp.mix(i, 5)], 'zaak ' || i, c.id, c.area_id,
                        'hasselt', 1, '2026-01-01', false, now(), array_to_tsvector(array['2026', 'rec', lpad(i::text, 6, '0'), 'zaak'])
                    from generate_series(1, 50000) i join council_council c on c.name = 'raad ' || 1 + i % 2000;
                insert into process_task (id, case_id, process_key, element, name, groups, for_council, assignee, due, priority,
                        follow_up, created, suspended)
                    select gen_random_uuid()::text, c.id, 'k', 'Task_' || pg_temp.mix(i + 5, 20), 'Taak',
                        case pg_temp.mix(i, 3) when 0 then array['participation-office'] when 1 then array['area-manager@' || c.area_id]
                            else array[case when pg_temp.mix(i, 300) = 2 then 'finance' else 'legal' end] end,
                        pg_temp.mix(i + 1, 10) = 9, case when pg_temp.mix(i + 2, 4) = 0 then ('00000000-0000-0000-0000-0000000000' || lpad(pg_temp.mix(i + 3, 60)::text, 2, '0'))::uuid end,
                        case when pg_temp.mix(i + 4, 7) > 0 then timestamptz '2026-08-01' + (i * 7919::bigint) % 8640000 * interval '1 second' end, 50,
                        case when pg_temp.mix(i + 6, 50) = 0 then timestamptz '2026-10-01' + pg_temp.mix(i + 7, 60) * interval '1 day' end,
                        timestamptz '2026-09-01' - (i * 104729::bigint) % 8640000 * interval '1 second', false
                    from generate_series(1, 100000) i join casefile_case c on c.number = '2026-REC-' || lpad((1 + i % 50000)::text, 6, '0');
                -- from all rows: a sample would make the plans a matter of chance, also the one that the server takes by itself
                alter table process_task set (autovacuum_enabled = off);
                set default_statistics_target = 1000;
                analyze process_task;
                reset default_statistics_target""")
                .update();
        area = jdbc.sql("select id::text from identity_area where name = 'gebied 3'")
                .query(String.class)
                .single();
        council = jdbc.sql("select id::text from council_council where name = 'raad 77'")
                .query(String.class)
                .single();
    }

    @AfterEach
    void letTheServerCountAgain() {
        jdbc.sql("alter table process_task reset (autovacuum_enabled)").update();
    }

    @Test
    void readsAPageByAnIndexWhateverIsAsked() {
        var slow = new ArrayList<String>();
        for (var groups : List.of(
                List.of("participation-office", "legal"), List.of("finance"), List.of("area-manager@" + area))) {
            for (var covers : List.of(List.<Cover>of(), List.of(cover(Set.of())), List.of(cover(Set.of(areaId()))))) {
                var me = SignedIn.of(
                        PersonId.parse("00000000-0000-0000-0000-000000000004"),
                        "",
                        groups.stream().map(GroupId::parse).toList(),
                        covers);
                for (var asked : asked()) {
                    for (var sort : List.of("due", "-due", "age", "case", "-council")) {
                        var query = InboxQuery.parse(asked + "&sort=" + sort, me);
                        var plan = plan(query, Reach.of(me));
                        if (plan.contains("Seq Scan on process_task") || rows(plan) > ROWS_AT_MOST) {
                            slow.add(groups + " " + covers + " " + query.url() + "\n" + plan);
                        }
                    }
                }
            }
        }
        assertThat(slow).isEmpty();
    }

    /** Somebody of another group is away. */
    private static Cover cover(Set<AreaId> areas) {
        return new Cover(
                new Holder(PersonId.parse("00000000-0000-0000-0000-000000000009"), "Collega"),
                Set.of(GroupId.of("finance"), GroupId.of("legal")),
                true,
                Set.of(),
                areas);
    }

    private AreaId areaId() {
        return AreaId.parse(area);
    }

    private List<String> asked() {
        return List.of(
                "view=groups",
                "view=mine",
                "view=unassigned",
                "view=late",
                "view=week",
                "view=follow",
                "view=council",
                "area=" + area,
                "council=" + council,
                "trajectory=grant",
                "step=k.Task_7",
                "who=nobody",
                "who=00000000-0000-0000-0000-000000000008",
                "q=w77",
                "q=2026-REC-000123",
                "from=2026-09-01&until=2026-09-03",
                "late=yes&area=" + area,
                "late=yes&trajectory=signal&area=" + area + "&who=nobody",
                "step=k.Task_7&council=" + council,
                "trajectory=none");
    }

    private String plan(InboxQuery query, Reach reach) {
        var params = new HashMap<String, Object>();
        return String.join(
                "\n",
                jdbc.sql("explain (analyze) " + inbox.sql(query, reach, null, "", params))
                        .params(params)
                        .param("limit", Inbox.SIZE + 1)
                        .query(String.class)
                        .list());
    }

    private static long rows(String plan) {
        return plan.lines()
                .filter(line -> !line.contains("Bitmap Index Scan"))
                .flatMap(line -> LOOKED_AT.matcher(line).results())
                .mapToLong(found -> Long.parseLong(found.group(1) == null ? found.group(2) : found.group(1)))
                .max()
                .orElse(0);
    }
}
