package org.samenspraak.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.samenspraak.agenda.DatedRows.Select;
import org.samenspraak.regulation.ParameterTexts;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Terms that run, on their last day; not one that a task of the reader stands there for. */
@Component
@Order(4)
class TermDays implements AgendaSource {

    static final String KIND = "term";

    private static final String COLUMNS =
            """
            c.id, c.term, c.last_day, f.number, coalesce(council.name, area.name, '') about,
            (select count(*) from deadlines_line l where l.clock_id = c.id) moves""";
    private static final String TABLE = "deadlines_clock c join casefile_case f on f.id = c.case_id";
    private static final String NAMES =
            "left join council_council council on council.id = f.council_id left join identity_area area on area.id = f.area_id";
    /** What is due when its day begins is over from then on; what is suspended ends on no day. */
    private static final String RUNS = "c.running and c.suspended_on is null and not (c.at_start and c.due <= :now)";

    private static final String BETWEEN = "c.last_day >= %1$s and c.last_day < %2$s";
    private static final String ORDER = "c.last_day, c.id";

    private final DatedRows rows;
    private final ParameterTexts names;
    private final MessageSource texts;
    private final Clock clock;

    TermDays(DatedRows rows, ParameterTexts names, MessageSource texts, Clock clock) {
        this.rows = rows;
        this.names = names;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<AgendaEntry> entries(AgendaQuery query, LocalDate from, @Nullable String after, int limit) {
        if (isOfPeople(query)) {
            return List.of();
        }
        var params = params();
        var where = where(query, params);
        if (after != null && after.matches("\\d{1,18}")) {
            params.put("day", from);
            params.put("id", Long.valueOf(after));
            where += " and (c.last_day, c.id) > (:day, :id)";
        }
        return rows.list(select(where, params), query, from, limit, this::entry);
    }

    @Override
    public List<AgendaDay> days(AgendaQuery query, int most) {
        if (isOfPeople(query)) {
            return List.of();
        }
        var params = params();
        return rows.days(select(where(query, params), params), query, most, this::entry);
    }

    /** A term belongs to a case, not to a person: the tasks say whose it is to meet it. */
    static boolean isOfPeople(AgendaQuery query) {
        return query.group() != null || query.whose() == Whose.MINE || query.whose() == Whose.GROUPS;
    }

    private Map<String, Object> params() {
        var params = new HashMap<String, Object>();
        params.put("now", OffsetDateTime.now(clock));
        return params;
    }

    private static Select select(String where, Map<String, Object> params) {
        return new Select(COLUMNS, TABLE, NAMES, where, BETWEEN, ORDER, params);
    }

    private static String where(AgendaQuery query, Map<String, Object> params) {
        var where = new StringBuilder(RUNS);
        if (query.shows(TaskDays.KIND)) {
            where.append(" and not exists (select from process_task t where t.case_id = c.case_id and t.term = c.term"
                    + " and coalesce(t.scope, '') = c.scope and " + TaskDays.seen(query, params) + ")");
        }
        if (query.trajectory() != null) {
            params.put("trajectory", query.trajectory());
            where.append(" and f.trajectory = :trajectory");
        }
        if (query.areas() != null) {
            params.put("areas", TaskDays.ids(query));
            where.append(" and f.area_id = any(:areas)");
        }
        return where.toString();
    }

    private AgendaEntry entry(ResultSet row, int n) throws SQLException {
        var id = row.getString("id");
        var number = row.getString("number");
        return new AgendaEntry(
                KIND,
                id,
                row.getObject("last_day", LocalDate.class),
                id,
                texts.getMessage(
                        "agenda.term",
                        new Object[] {names.name(row.getString("term"))},
                        LocaleContextHolder.getLocale()),
                number,
                row.getString("about"),
                "",
                "/zaken/" + number,
                true,
                row.getInt("moves"));
    }
}
