package org.samenspraak.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.process.ManyTasks;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** With a hundred thousand open tasks no page of the list reads the table, whatever is asked: an index, and a part of it. */
@Tag("full")
class InboxSpeedIT extends PostgresIT {

    private static final int TASKS = 100_000;

    /** The widest mix of filters reads on in the chosen order until its page is full. */
    private static final long ROWS_AT_MOST = TASKS / 4;

    private static final Pattern LOOKED_AT =
            Pattern.compile("(?:actual .*? rows=(\\d+)|Rows Removed by Filter: (\\d+))");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Inbox inbox;

    private String area;
    private String council;

    @BeforeEach
    void fillTheOffice() {
        new ManyTasks(context).growTo(TASKS);
        area = jdbc.sql("select id::text from identity_area where name = 'gebied 3'")
                .query(String.class)
                .single();
        council = jdbc.sql("select id::text from council_council where name = 'raad 77'")
                .query(String.class)
                .single();
    }

    @Test
    void readsAPageByAnIndexWhateverIsAsked() {
        var slow = new ArrayList<String>();
        for (var groups : List.of(
                List.of("participation-office", "legal"), List.of("finance"), List.of("area-manager@" + area))) {
            var me = SignedIn.of(
                    PersonId.parse("00000000-0000-0000-0000-000000000004"),
                    "",
                    groups.stream().map(GroupId::parse).toList());
            for (var asked : asked()) {
                for (var sort : List.of("due", "-due", "age", "case", "-council")) {
                    var query = InboxQuery.parse(asked + "&sort=" + sort, me);
                    var plan = plan(query, Reach.of(me));
                    if (plan.contains("Seq Scan on process_task") || rows(plan) > ROWS_AT_MOST) {
                        slow.add(groups + " " + query.url() + "\n" + plan);
                    }
                }
            }
        }
        assertThat(slow).isEmpty();
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
                "step=many.Task_7",
                "who=nobody",
                "who=00000000-0000-0000-0000-000000000008",
                "q=w77",
                "q=2026-MNY-000123",
                "from=2026-09-01&until=2026-09-03",
                "late=yes&area=" + area,
                "late=yes&trajectory=signal&area=" + area + "&who=nobody",
                "step=many.Task_7&council=" + council,
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
        return LOOKED_AT
                .matcher(plan)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1) == null ? found.group(2) : found.group(1)))
                .max()
                .orElse(0);
    }
}
