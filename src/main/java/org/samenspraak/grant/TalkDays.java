package org.samenspraak.grant;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.agenda.AgendaEntry;
import org.samenspraak.agenda.AgendaQuery;
import org.samenspraak.agenda.AgendaSource;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.Municipality;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Planned talks on their day, for everybody who sees the areas of their councils. */
@Repository
@Order(6)
class TalkDays implements AgendaSource {

    private final JdbcClient jdbc;
    private final GrantWords words;
    private final Municipality municipality;

    TalkDays(JdbcClient jdbc, GrantWords words, Municipality municipality) {
        this.jdbc = jdbc;
        this.words = words;
        this.municipality = municipality;
    }

    @Override
    public String kind() {
        return "talk";
    }

    @Override
    public List<AgendaEntry> entries(AgendaQuery query, LocalDate from, @Nullable String after, int limit) {
        if (query.group() != null || (query.trajectory() != null && !isOurs(query.trajectory()))) {
            return List.of();
        }
        return jdbc
                .sql(
                        """
                        select t.case_id id, t.planned_at, t.minutes, t.invitations, t.place, c.number, o.name
                          from grant_talk t join casefile_case c on c.id = t.case_id
                          join council_council o on o.id = t.council_id
                         where t.state = 'PLANNED' and t.planned_at >= cast(:from as timestamp) at time zone :zone
                           and t.planned_at < (cast(:until as timestamp) + interval '1 day') at time zone :zone
                           and (:trajectory::text is null or c.trajectory = :trajectory)
                           and (cardinality(:areas::uuid[]) = 0 or o.area_id = any(:areas::uuid[]))
                           and (:after::text is null or (t.planned_at at time zone :zone)::date > :from or t.case_id::text > :after)
                         order by (t.planned_at at time zone :zone)::date, t.case_id::text limit :limit
                        """)
                .param("from", from)
                .param("until", query.until())
                .param("zone", municipality.zone().getId())
                .param("trajectory", query.trajectory())
                .param("areas", areas(query))
                .param("after", after)
                .param("limit", limit)
                .query(Row.class)
                .list()
                .stream()
                .map(this::entry)
                .toList();
    }

    private static boolean isOurs(String trajectory) {
        return trajectory.equals(Talk.YEARLY) || trajectory.equals(Talk.EXTRA);
    }

    static UUID[] areas(AgendaQuery query) {
        var areas = query.areas();
        return areas == null ? new UUID[0] : areas.stream().map(AreaId::value).toArray(UUID[]::new);
    }

    private AgendaEntry entry(Row row) {
        var at = row.plannedAt().toInstant().atZone(municipality.zone());
        return new AgendaEntry(
                        kind(),
                        row.id().toString(),
                        at.toLocalDate(),
                        row.id().toString(),
                        words.say("agenda.talk"),
                        row.number(),
                        row.name(),
                        at.toLocalTime() + ", " + row.place(),
                        "/zaken/" + row.number(),
                        false,
                        row.invitations())
                .at(row.plannedAt().toInstant(), Duration.ofMinutes(row.minutes()), row.place());
    }

    private record Row(
            UUID id, Timestamp plannedAt, int minutes, int invitations, String place, String number, String name) {}
}
