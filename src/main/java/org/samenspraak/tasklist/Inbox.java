package org.samenspraak.tasklist;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.AreaTree;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Theirs;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the work list. Who may see a task is part of every query ({@link InboxWhere}). */
@Repository
class Inbox {

    static final int SIZE = 25;

    /** Counting stops here: it is enough to know that there are many. */
    static final int MANY = 100;

    private final JdbcClient db;
    private final Clock clock;
    private final Municipality municipality;
    private final Areas areas;

    Inbox(JdbcClient db, Clock clock, Municipality municipality, Areas areas) {
        this.db = db;
        this.areas = areas;
        this.clock = clock;
        this.municipality = municipality;
    }

    /** @param after the cursor of the page before, or none */
    Page<TaskRow> page(InboxQuery query, Reach reach, @Nullable String after) {
        return page(query, reach, after, SIZE);
    }

    Page<TaskRow> page(InboxQuery query, Reach reach, @Nullable String after, int size) {
        return Page.of(rows(query, reach, after, "", size + 1, new HashMap<>()), size, row -> cursor(query, row));
    }

    /** Where a row stands in the list: its key in this order, and its id. */
    static String cursor(InboxQuery query, TaskRow row) {
        return query.sort().key(row) + "_" + row.id();
    }

    /** The first task after this place that no colleague has; from the top again when there is none. */
    Optional<TaskRow> next(InboxQuery query, Reach reach, String after) {
        return free(query, reach, after).or(() -> free(query, reach, null));
    }

    private Optional<TaskRow> free(InboxQuery query, Reach reach, @Nullable String after) {
        var params = new HashMap<String, Object>();
        var taken = new Theirs(reach.me(), value -> named("free", value, params)).taken();
        return rows(query, reach, after, " and (t.assignee is null or " + taken + ")", 1, params).stream()
                .findFirst();
    }

    /** Keeps a value under a name of its own; returns how SQL writes it. */
    static String named(String name, Object value, Map<String, Object> params) {
        params.put(name + params.size(), value);
        return ":" + name + (params.size() - 1);
    }

    private List<TaskRow> rows(
            InboxQuery query, Reach reach, @Nullable String after, String more, int limit, Map<String, Object> params) {
        return db.sql(sql(query, reach, after, more, params))
                .params(params)
                .param("limit", limit)
                .query(TaskRow::of)
                .list();
    }

    /** @param params gets all values but {@code limit} */
    String sql(InboxQuery query, Reach reach, @Nullable String after, String more, Map<String, Object> params) {
        var where = where(List.of(query), reach, params).get(0) + more + from(query, after, params);
        return "select t.* from process_task t where %1$s order by %2$s%3$s, t.id%3$s limit :limit"
                .formatted(where, query.sort().by(query.filter()), query.reversed() ? " desc" : "");
    }

    /** A place that makes no sense is the top of the list. */
    private static String from(InboxQuery query, @Nullable String after, Map<String, Object> params) {
        var end = after == null ? -1 : after.lastIndexOf('_');
        var key = end < 0
                ? Optional.empty()
                : query.sort().parse(String.valueOf(after).substring(0, end));
        if (key.isEmpty()) {
            return "";
        }
        params.put("key", key.get());
        params.put("id", String.valueOf(after).substring(end + 1));
        return " and (%s, t.id) %s (:key, :id)"
                .formatted(query.sort().by(query.filter()), query.reversed() ? "<" : ">");
    }

    /** These tasks, as far as they are still in somebody's lists. */
    List<TaskRow> rows(Collection<String> ids, Reach reach) {
        var params = new HashMap<String, Object>();
        var where =
                where(List.of(InboxQuery.parse("", reach.me())), reach, params).get(0);
        return db.sql("select t.* from process_task t where t.id = any(:ids) and %s order by t.due_order, t.id"
                        .formatted(where))
                .params(params)
                .param("ids", ids.toArray(String[]::new))
                .query(TaskRow::of)
                .list();
    }

    /** How much each of these people has; who is not in it has nothing. */
    Map<PersonId, Load> load(Collection<PersonId> people) {
        var loads = new HashMap<PersonId, Load>();
        db.sql(
                        """
                        select assignee, count(*) open, count(*) filter (where due < :now) late
                        from process_task where assignee = any(:people) and not suspended group by assignee
                        """)
                .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    loads.put(
                            new PersonId(row.getObject("assignee", UUID.class)),
                            new Load(row.getInt("open"), row.getInt("late")));
                });
        return loads;
    }

    /** Open tasks of a person, and how many of them are late. */
    record Load(int open, int late) {

        static final Load NONE = new Load(0, 0);
    }

    /** How many each of these lists holds, at most {@link #MANY}, in one query. */
    List<Integer> counts(List<InboxQuery> queries, Reach reach) {
        var params = new HashMap<String, Object>();
        var counts = where(queries, reach, params).stream()
                .map(where -> "(select count(*) from (select from process_task t where " + where + " limit :many) x)")
                .collect(joining(", "));
        return db.sql("select unnest(array[" + counts + "])")
                .params(params)
                .param("many", MANY)
                .query(Integer.class)
                .list();
    }

    private List<String> where(List<InboxQuery> queries, Reach reach, Map<String, Object> params) {
        var now = clock.instant();
        var tree = queries.stream().allMatch(query -> query.filter().area() == null) ? AreaTree.EMPTY : areas.tree();
        return queries.stream()
                .map(query -> new InboxWhere(params, reach, now, municipality.zone(), tree).of(query))
                .toList();
    }
}
