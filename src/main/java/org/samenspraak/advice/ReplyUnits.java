package org.samenspraak.advice;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.advice.ReplyUnit.Passed;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.web.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The points of a request, or of advice that nobody asked for, with their replies: each page is one question. */
@Repository
class ReplyUnits {

    /** Points of the case {@code :case}, each with its place in the list and what it is answered with. */
    private static final String POINTS =
            """
            with point as (
              select p.id, coalesce(p.reply, p.id) as unit, p.reply, p.number, p.topic, p.text, p.kind, p.page,
                     p.question_version, g.council_id, g.late, g.not_legal, coalesce(g.minority, '') <> '' as minority,
                     council.name as council, row_number() over (order by %s lower(council.name), p.number, p.id) as place
              from advice_point p join advice_given g on g.case_id = p.advice
              join council_council council on council.id = g.council_id
              where g.request = :case or (g.case_id = :case and g.request is null)
            ), unit as (
              select point.unit, min(point.place) as place from point left join advice_reply r on r.id = point.reply
              group by point.unit having bool_or(%s)
            )
            """;

    private static final String READ =
            """
            select point.*, unit.place as unit_place, r.version, r.title, r.outcome, r.reason, r.place as new_place,
                   r.passed_to, r.passed_until, r.changed_at, r.changed_by, r.passed_result, r.passed_done_on,
                   r.passed_done_by, passed.number as passed_number
            from (select * from unit where %s order by place limit :limit) unit
            join point on point.unit = unit.unit
            left join advice_reply r on r.id = point.reply
            left join casefile_case passed on passed.id = r.passed_case
            order by unit.place, point.place
            """;

    private static final String AFTER =
            "place > coalesce((select u.place from point p join unit u on u.unit = p.unit where p.id = :after), 0)";

    private final JdbcClient jdbc;

    ReplyUnits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What passes the filter, after the point that it names. */
    Page<ReplyUnit> page(CaseId caseId, ReplyFilter filter, int size) {
        var values = values(caseId);
        var where = new ArrayList<>(List.of("true"));
        add(where, values, filter.council() != null, "point.council_id = :council", "council", filter.council());
        add(
                where,
                values,
                ReplyFilter.isGiven(filter.q()),
                "(point.topic ilike :q or point.text ilike :q)",
                "q",
                like(filter.q()));
        add(where, values, ReplyFilter.isGiven(filter.kind()), "point.kind = :kind", "kind", filter.kind());
        var open = ReplyFilter.OPEN.equals(filter.outcome());
        add(where, values, open, "r.outcome is null", "open", true);
        add(
                where,
                values,
                !open && ReplyFilter.isGiven(filter.outcome()),
                "r.outcome = :outcome",
                "outcome",
                filter.outcome());
        values.put("after", filter.after());
        values.put("limit", size + 1);
        var order = filter.isByCouncil() ? "" : "lower(p.topic),";
        var sql = POINTS.formatted(order, String.join(" and ", where)) + READ.formatted(AFTER);
        return Page.of(
                read(sql, values), size, unit -> unit.points().get(0).id().toString());
    }

    private static void add(
            List<String> where,
            Map<String, @Nullable Object> values,
            boolean asked,
            String condition,
            String name,
            @Nullable Object value) {
        if (asked) {
            where.add(condition);
            values.put(name, value);
        }
    }

    private static String like(@Nullable String part) {
        return "%" + Objects.requireNonNullElse(part, "").strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /** These, as far as they are there; in the order of the list. */
    List<ReplyUnit> find(CaseId caseId, Collection<UUID> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var values = values(caseId);
        values.put("keys", keys.toArray(UUID[]::new));
        values.put("limit", keys.size());
        return read(POINTS.formatted("", "point.unit = any(:keys)") + READ.formatted("true"), values);
    }

    private static Map<String, @Nullable Object> values(CaseId caseId) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("case", caseId.value());
        return values;
    }

    private List<ReplyUnit> read(String sql, Map<String, @Nullable Object> values) {
        var units = new LinkedHashMap<UUID, ReplyUnit>();
        jdbc.sql(sql).params(values).query(row -> {
            var key = row.getObject("unit", UUID.class);
            var unit = units.get(key);
            if (unit == null) {
                unit = unit(row, key);
                units.put(key, unit);
            }
            unit.points().add(point(row));
        });
        return List.copyOf(units.values());
    }

    private static ReplyUnit unit(ResultSet row, UUID key) throws SQLException {
        var none = row.getObject("reply") == null;
        return new ReplyUnit(
                key,
                none ? -1 : row.getInt("version"),
                row.getString("title"),
                none ? Reply.NONE : reply(row, "new_place"),
                at(row.getTimestamp("changed_at")),
                row.getString("changed_by"),
                new Passed(
                        row.getString("passed_number"),
                        row.getString("passed_result"),
                        day(row.getDate("passed_done_on")),
                        row.getString("passed_done_by")),
                new ArrayList<>());
    }

    static Reply reply(ResultSet row, String place) throws SQLException {
        var outcome = row.getString("outcome");
        return new Reply(
                outcome == null ? null : Outcome.of(outcome),
                row.getString("reason"),
                row.getString(place),
                row.getString("passed_to"),
                day(row.getDate("passed_until")));
    }

    private static ReplyPoint point(ResultSet row) throws SQLException {
        return new ReplyPoint(
                row.getObject("id", UUID.class),
                row.getString("council"),
                row.getInt("number"),
                row.getString("topic"),
                row.getString("text"),
                PointKind.of(row.getString("kind")),
                row.getString("page"),
                row.getInt("question_version"),
                row.getBoolean("late"),
                row.getBoolean("not_legal"),
                row.getBoolean("minority"));
    }

    private static @Nullable Instant at(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable LocalDate day(@Nullable Date day) {
        return day == null ? null : day.toLocalDate();
    }
}
