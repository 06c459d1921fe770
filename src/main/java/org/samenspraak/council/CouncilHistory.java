package org.samenspraak.council;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.council.CouncilYears.Happening;
import org.samenspraak.council.CouncilYears.Place;
import org.samenspraak.identity.Act;
import org.samenspraak.identity.Audit;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.JsonText;
import org.samenspraak.kernel.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to a council over the years; its entries read like those of a case. */
@Repository
class CouncilHistory {

    private static final TypeReference<Map<String, String>> ARGS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonText json;
    private final Clock clock;
    private final Audit audit;
    private final Municipality municipality;

    CouncilHistory(JdbcClient jdbc, JsonText json, Clock clock, Audit audit, Municipality municipality) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
        this.municipality = municipality;
    }

    /** Also tells the audit trail, which names the council and the case but never a member. */
    void add(
            CouncilId council,
            String kind,
            Map<String, String> args,
            @Nullable String detail,
            @Nullable CaseId caseId,
            Actor by) {
        jdbc.sql(
                        """
                        insert into council_event
                            (council_id, at, kind, args, detail, case_id, actor_kind, actor_id, actor_name, on_behalf_of)
                        values (:council, :at, :kind, cast(:args as jsonb), :detail, :case, :actorKind, :actor, :name,
                            :behalf)
                        """)
                .param("council", council.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("kind", kind)
                .param("args", json.write(args))
                .param("detail", detail)
                .param("case", caseId == null ? null : caseId.value())
                .param("actorKind", by.kind().name())
                .param("actor", by.id())
                .param("name", by.name())
                .param("behalf", by.onBehalfOf())
                .update();
        audit.add(Act.of(kind), by, council.value(), called(council, caseId));
    }

    private String called(CouncilId council, @Nullable CaseId caseId) {
        return jdbc.sql(
                        """
                        select c.name || coalesce(', ' || k.number, '')
                        from council_council c left join casefile_case k on k.id = :case where c.id = :council
                        """)
                .param("case", caseId == null ? null : caseId.value(), Types.OTHER)
                .param("council", council.value())
                .query(String.class)
                .single();
    }

    /** By the day that an entry tells of, which may lie long before it was written down. */
    List<Happening> before(CouncilId council, Set<String> kinds, Place place, int limit) {
        return jdbc.sql(
                        """
                        select * from (
                            select *, council_event_day(at, args, :zone) as day, lpad(id::text, 19, '0') as key
                            from council_event where council_id = :council and kind = any(:kinds)) event
                        where (day, key collate "C") < (:day, :key)
                        order by day desc, key collate "C" desc limit :limit
                        """)
                .param("zone", municipality.zone().getId())
                .param("council", council.value())
                .param("kinds", kinds.toArray(String[]::new))
                .param("day", OffsetDateTime.ofInstant(place.day(), ZoneOffset.UTC))
                .param("key", place.key())
                .param("limit", limit)
                .query((row, number) ->
                        new Happening(row.getTimestamp("day").toInstant(), row.getString("key"), entry(row), null, ""))
                .list();
    }

    private Timeline.Entry entry(ResultSet row) throws SQLException {
        return new Timeline.Entry(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getString("kind"),
                json.read(row.getString("args"), ARGS),
                row.getString("detail"),
                row.getString("actor_name"),
                row.getString("on_behalf_of"));
    }
}
