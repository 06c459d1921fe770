package org.samenspraak.tasklist;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the work list, nearest end date first. Who may see a task is part of every query. */
@Repository
class Inbox {

    static final int SIZE = 25;

    /** Counting stops here: it is enough to know that there are many. */
    static final int MANY = 100;

    /** Two ranges of one index, because a task without an end date comes last. */
    private static final String PAGE =
            """
            with page as (
                (select t.* from process_task t
                where %1$s and (t.due, t.id) > (:due, :id) order by t.due, t.id limit :limit)
                union all
                (select t.* from process_task t
                where %1$s and t.due is null and t.id > :idWithoutDue order by t.id limit :limit)
                order by due, id limit :limit)
            select page.*, c.number, c.title, c.trajectory, c.council_id, c.area_id
            from page join casefile_case c on c.id = page.case_id order by page.due, page.id
            """;

    private static final String ONE =
            """
            select t.*, c.number, c.title, c.trajectory, c.council_id, c.area_id
            from process_task t join casefile_case c on c.id = t.case_id where t.id = :id and %s
            """;

    private static final String MINE_OR_MY_GROUPS = "(t.groups && :groups::text[] or t.assignee = :me)";

    private final JdbcClient db;
    private final Clock clock;
    private final Municipality municipality;

    Inbox(JdbcClient db, Clock clock, Municipality municipality) {
        this.db = db;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** @param after the cursor of the page before, or none */
    Page<TaskRow> page(InboxQuery query, Reach reach, @Nullable String after) {
        var from = Cursor.parse(after);
        var rows = db.sql(PAGE.formatted(condition(query)))
                .params(params(query, reach))
                .param("due", from.due())
                .param("id", from.due().equals(Cursor.NEVER) ? "" : from.id())
                .param("idWithoutDue", from.due().equals(Cursor.NEVER) ? from.id() : "")
                .param("limit", SIZE + 1)
                .query(TaskRow::of)
                .list();
        return Page.of(rows, SIZE, TaskRow::cursor);
    }

    /** One row again, after something was done with it; none when it left their list. */
    Optional<TaskRow> row(String taskId, Reach reach) {
        var everything = new InboxQuery(InboxView.GROUPS, null, null);
        return db.sql(ONE.formatted(condition(everything)))
                .params(params(everything, reach))
                .param("id", taskId)
                .query(TaskRow::of)
                .optional();
    }

    /** How many each view holds, at most {@link #MANY}, in one query. */
    Map<InboxView, Integer> counts(InboxQuery query, Reach reach) {
        var sql = Arrays.stream(InboxView.values())
                .map(view -> new InboxQuery(view, query.group(), query.area()))
                .map(one -> "(select count(*) from (select from process_task t where " + condition(one)
                        + " limit :many) x) as " + one.view())
                .collect(joining(", ", "select ", ""));
        return db.sql(sql)
                .params(params(query, reach))
                .param("many", MANY)
                .query((row, n) -> counts(row))
                .single();
    }

    private static Map<InboxView, Integer> counts(ResultSet row) throws SQLException {
        var counts = new EnumMap<InboxView, Integer>(InboxView.class);
        for (var view : InboxView.values()) {
            counts.put(view, row.getInt(view.name()));
        }
        return counts;
    }

    private static String condition(InboxQuery query) {
        var seen =
                switch (query.view()) {
                    case GROUPS -> MINE_OR_MY_GROUPS;
                    case MINE -> "t.assignee = :me";
                    case LATE -> MINE_OR_MY_GROUPS + " and t.due < :now";
                    case WEEK -> MINE_OR_MY_GROUPS + " and t.due >= :now and t.due < :nextWeek";
                    case COUNCIL ->
                        "t.for_council and (:everywhere or exists (select from casefile_case c"
                                + " where c.id = t.case_id and c.area_id = any(:areas::uuid[])))";
                };
        return "not t.suspended and " + seen + (query.group() == null ? "" : " and t.groups @> array[:group]::text[]")
                + (query.area() == null
                        ? ""
                        : " and exists (select from casefile_case c where c.id = t.case_id and c.area_id = :area)");
    }

    private Map<String, ?> params(InboxQuery query, Reach reach) {
        var params = new HashMap<String, Object>();
        params.put("groups", strings(reach.me().groups(), GroupId::toString));
        params.put("me", reach.me().person().value());
        params.put("everywhere", reach.everywhere());
        params.put("areas", strings(reach.areas(), UUID::toString));
        params.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        params.put("nextWeek", nextWeek());
        if (query.group() != null) {
            params.put("group", query.group().toString());
        }
        if (query.area() != null) {
            params.put("area", query.area().value());
        }
        return params;
    }

    private OffsetDateTime nextWeek() {
        return LocalDate.ofInstant(clock.instant(), municipality.zone())
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atStartOfDay(municipality.zone())
                .toOffsetDateTime();
    }

    /** An array as PostgreSQL writes it. */
    private static <T> String strings(Iterable<T> values, Function<T, String> text) {
        var array = new StringBuilder("{");
        for (var value : values) {
            array.append(array.length() > 1 ? "," : "").append(text.apply(value));
        }
        return array.append('}').toString();
    }

    /** The last row of the page before. */
    private record Cursor(OffsetDateTime due, String id) {

        /** After every date: what follows has none. */
        static final OffsetDateTime NEVER =
                Instant.parse("9999-12-31T00:00:00Z").atOffset(ZoneOffset.UTC);

        private static final Cursor START = new Cursor(Instant.EPOCH.atOffset(ZoneOffset.UTC), "");

        static Cursor parse(@Nullable String text) {
            if (text == null || !text.contains("_")) {
                return START;
            }
            var due = text.substring(0, text.indexOf('_'));
            var id = text.substring(text.indexOf('_') + 1);
            try {
                return new Cursor(due.isEmpty() ? NEVER : Instant.parse(due).atOffset(ZoneOffset.UTC), id);
            } catch (DateTimeException broken) {
                return START;
            }
        }
    }
}
