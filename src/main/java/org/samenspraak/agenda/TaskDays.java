package org.samenspraak.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.agenda.DatedRows.Select;
import org.samenspraak.identity.Offer;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.identity.Theirs;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tasks on the day they are due: on one's own name, or offered to one's groups, and of whom one acts for. */
@Component
@Order(3)
class TaskDays implements AgendaSource {

    static final String KIND = "task";

    private static final String COLUMNS =
            """
            t.id, t.name, t.name_en, t.due, t.case_number, t.groups, t.assignee, t.trajectory, t.area_id, coalesce(council.name, area.name, '') about,
            (select count(*) from deadlines_clock c join deadlines_line l on l.clock_id = c.id
              where c.case_id = t.case_id and c.term = t.term and c.scope = coalesce(t.scope, '')) moves""";
    private static final String NAMES =
            "left join council_council council on council.id = t.council_id left join identity_area area on area.id = t.area_id";
    private static final String BETWEEN =
            "t.due_order >= (%1$s)::timestamp at time zone :zone and t.due_order < (%2$s)::timestamp at time zone :zone";
    private static final String ORDER = "t.due_order, t.id";

    private final DatedRows rows;
    private final Municipality municipality;
    private final MessageSource texts;

    TaskDays(DatedRows rows, Municipality municipality, MessageSource texts) {
        this.rows = rows;
        this.texts = texts;
        this.municipality = municipality;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<AgendaEntry> entries(AgendaQuery query, LocalDate from, @Nullable String after, int limit) {
        var params = params();
        var where = where(query, params)
                + Place.of(after)
                        .filter(place -> local(place.due()).equals(from))
                        .map(place -> {
                            params.put("at", place.due());
                            params.put("id", place.id());
                            return " and (t.due_order, t.id) > (:at, :id)";
                        })
                        .orElse("");
        return rows.list(select(where, params), query, from, limit, (row, number) -> entry(row, query.me()));
    }

    @Override
    public List<AgendaDay> days(AgendaQuery query, int most) {
        var params = params();
        return rows.days(select(where(query, params), params), query, most, (row, number) -> entry(row, query.me()));
    }

    private Map<String, Object> params() {
        var params = new HashMap<String, Object>();
        params.put("zone", municipality.zone().getId());
        return params;
    }

    private static Select select(String where, Map<String, Object> params) {
        return new Select(COLUMNS, "process_task t", NAMES, where, BETWEEN, ORDER, params);
    }

    private static String where(AgendaQuery query, Map<String, Object> params) {
        var where = new StringBuilder(seen(query, params));
        if (query.trajectory() != null) {
            params.put("trajectory", query.trajectory());
            where.append(" and t.trajectory = :trajectory");
        }
        if (query.areas() != null) {
            params.put("areas", ids(query));
            where.append(" and t.area_id = any(:areas)");
        }
        return where.toString();
    }

    /** Which tasks the reader sees as their own or their groups', about {@code process_task t}. */
    static String seen(AgendaQuery query, Map<String, Object> params) {
        return "not t.suspended and " + whose(query, params);
    }

    private static String whose(AgendaQuery query, Map<String, Object> params) {
        if (query.group() != null) {
            return "t.groups @> " + put(new String[] {query.group().toString()}, params) + "::text[]";
        }
        var theirs = new Theirs(query.me(), value -> put(value, params));
        return query.whose() == Whose.MINE ? theirs.taken() : theirs.all();
    }

    private static String put(Object value, Map<String, Object> params) {
        var name = "seen" + params.size();
        params.put(name, value);
        return ":" + name;
    }

    static UUID[] ids(AgendaQuery query) {
        return query.areas() == null
                ? new UUID[0]
                : query.areas().stream().map(AreaId::value).toArray(UUID[]::new);
    }

    private AgendaEntry entry(ResultSet row, SignedIn me) throws SQLException {
        var due = row.getObject("due", OffsetDateTime.class);
        var id = row.getString("id");
        var english = row.getString("name_en");
        return new AgendaEntry(
                KIND,
                id,
                local(due),
                new Place(due, id).toString(),
                isEnglish() && english != null ? english : row.getString("name"),
                row.getString("case_number"),
                row.getString("about"),
                doneFor(row, me),
                "/taken/" + id,
                true,
                row.getInt("moves"));
    }

    /** The one in whose place it would be done, in words. */
    private String doneFor(ResultSet row, SignedIn me) throws SQLException {
        var assignee = row.getObject("assignee", UUID.class);
        var area = row.getObject("area_id", UUID.class);
        var groups = Stream.of((String[]) row.getArray("groups").getArray()).map(GroupId::parse);
        var offer = new Offer(
                groups.collect(Collectors.toSet()),
                assignee == null ? null : new PersonId(assignee),
                row.getString("trajectory"),
                area == null ? null : new AreaId(area));
        var holder = me.actorFor(offer).onBehalfOf();
        return holder == null
                ? ""
                : texts.getMessage("agenda.for", new Object[] {holder}, LocaleContextHolder.getLocale());
    }

    private LocalDate local(OffsetDateTime moment) {
        return moment.atZoneSameInstant(municipality.zone()).toLocalDate();
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    /** In an address: moment and id. */
    private record Place(OffsetDateTime due, String id) {

        /** None for what makes no sense. */
        static Optional<Place> of(@Nullable String text) {
            var parts = text == null ? new String[0] : text.split("_", 2);
            if (parts.length < 2 || !parts[1].matches("[\\w-]{1,64}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Place(OffsetDateTime.parse(parts[0]), parts[1]));
            } catch (DateTimeException noSense) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return due + "_" + id;
        }
    }
}
