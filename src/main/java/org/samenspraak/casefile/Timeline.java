package org.samenspraak.casefile;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.JsonText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that happened in a case, in order. Append only: the database refuses a change. */
@Service
public class Timeline {

    private static final String ARGUMENT =
            "exists (select 1 from jsonb_each_text(args) argument where argument.value ilike :text)";

    private static final TypeReference<Map<String, String>> ARGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonText json;
    private final Clock clock;

    Timeline(JdbcClient jdbc, JsonText json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param kind the message key after {@code timeline.} ("document.added"); its text takes the args by name
     * @param detail free text of the one who acted (a reason, a note), or none
     */
    @Transactional
    public void add(CaseId caseId, String kind, Map<String, String> args, @Nullable String detail, Actor by) {
        add(caseId, kind, args, detail, null, by);
    }

    /** The same, but for what somebody does all day long: not when they did it since that moment already. */
    @Transactional
    public void addOnceSince(CaseId caseId, String kind, Instant since, Actor by) {
        add(caseId, kind, Map.of(), null, since, by);
    }

    private void add(
            CaseId caseId,
            String kind,
            Map<String, String> args,
            @Nullable String detail,
            @Nullable Instant since,
            Actor by) {
        jdbc.sql(
                        """
                        insert into casefile_event
                            (case_id, at, kind, args, detail, actor_kind, actor_id, actor_name, on_behalf_of, on_behalf_of_id)
                        select :case, cast(:at as timestamptz), :kind, cast(:args as jsonb), :detail, :actorKind,
                               cast(:actor as uuid), :name, :behalf, cast(:behalfId as uuid)
                         where cast(:since as timestamptz) is null or not exists
                               (select from casefile_event where case_id = :case and kind = :kind and actor_name = :name
                                   and on_behalf_of is not distinct from :behalf and at >= cast(:since as timestamptz))
                        """)
                .param("case", caseId.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind)
                .param("args", json.write(args))
                .param("detail", detail, Types.VARCHAR)
                .param("actorKind", by.kind().name())
                .param("actor", by.id(), Types.OTHER)
                .param("name", by.name())
                .param("behalf", by.onBehalfOf(), Types.VARCHAR)
                .param(
                        "behalfId",
                        by.inPlaceOf() == null ? null : by.inPlaceOf().id().value(),
                        Types.OTHER)
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** An argument and, when there is one, what a reader of English sees in its place. */
    public static Map<String, String> named(String argument, String name, @Nullable String nameEn) {
        return nameEn == null ? Map.of(argument, name) : Map.of(argument, name, argument + "_en", nameEn);
    }

    /** Newest first, at most {@code limit}, older than {@code before}. */
    @Transactional(readOnly = true)
    public List<Entry> page(CaseId caseId, @Nullable Long before, int limit) {
        return page(caseId, TimelineFilter.NONE, before, limit);
    }

    /** The same of what passes a filter. */
    @Transactional(readOnly = true)
    public List<Entry> page(CaseId caseId, TimelineFilter filter, @Nullable Long before, int limit) {
        return jdbc.sql("select * from casefile_event where case_id = :case and id < :before"
                        + (filter.topics().isEmpty() ? "" : " and topic = any (:topics)")
                        + (filter.withNotes() ? "" : " and topic <> 'note'")
                        + (filter.who() == null ? "" : " and (actor_name ilike :who or on_behalf_of ilike :who)")
                        + (filter.text() == null ? "" : " and (detail ilike :text or " + ARGUMENT + ")")
                        + " order by id desc limit :limit")
                .param("case", caseId.value())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("topics", filter.codes())
                .param("who", like(filter.who()))
                .param("text", like(filter.text()))
                .param("limit", limit)
                .query(this::entry)
                .list();
    }

    private static @Nullable String like(@Nullable String part) {
        return part == null ? null : "%" + part.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /** Whether who acts in somebody's place did a task of the case that was not that holder's. */
    @Transactional(readOnly = true)
    public boolean knowsOwnWork(CaseId caseId, Actor deputy) {
        return jdbc.sql(
                        """
                        select exists (select 1 from casefile_event where case_id = :case and kind = 'task.done'
                          and actor_id = :deputy and on_behalf_of_id is distinct from :holder)""")
                .param("case", caseId.value())
                .param("deputy", deputy.id())
                .param("holder", Objects.requireNonNull(deputy.inPlaceOf()).id().value())
                .query(Boolean.class)
                .single();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                json.read(row.getString("args"), ARGS),
                row.getString("detail"),
                row.getString("actor_name"),
                row.getString("on_behalf_of"));
    }

    /**
     * @param by who acted; empty when the system did
     * @param onBehalfOf for whom, when it was in somebody's place
     */
    public record Entry(
            long id,
            Instant at,
            String kind,
            Map<String, String> args,
            @Nullable String detail,
            String by,
            @Nullable String onBehalfOf) {}
}
