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
import org.samenspraak.kernel.Municipality;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open forums and meetings with all councils on their day, for officials. */
@Repository
@Order(8)
class GatheringDays implements AgendaSource {

    private final JdbcClient jdbc;
    private final GrantWords words;
    private final Municipality municipality;

    GatheringDays(JdbcClient jdbc, GrantWords words, Municipality municipality) {
        this.jdbc = jdbc;
        this.words = words;
        this.municipality = municipality;
    }

    @Override
    public String kind() {
        return "gathering";
    }

    @Override
    public List<AgendaEntry> entries(AgendaQuery query, LocalDate from, @Nullable String after, int limit) {
        if (query.group() != null) {
            return List.of();
        }
        return jdbc
                .sql(
                        """
                        select m.case_id id, m.planned_at, m.minutes, m.invitations, m.place, c.number, coalesce(o.name, c.title) name,
                               m.council_id is not null forum
                          from grant_meeting m join casefile_case c on c.id = m.case_id
                          left join council_council o on o.id = m.council_id
                         where m.state = 'PLANNED' and m.planned_at >= cast(:from as timestamp) at time zone :zone
                           and m.planned_at < (cast(:until as timestamp) + interval '1 day') at time zone :zone
                           and (:trajectory::text is null or c.trajectory = :trajectory)
                           and (cardinality(:areas::uuid[]) = 0 or o.id is null or o.area_id = any(:areas::uuid[]))
                           and (:after::text is null or (m.planned_at at time zone :zone)::date > :from or m.case_id::text > :after)
                         order by (m.planned_at at time zone :zone)::date, m.case_id::text limit :limit
                        """)
                .param("from", from)
                .param("until", query.until())
                .param("zone", municipality.zone().getId())
                .param("trajectory", query.trajectory())
                .param("areas", TalkDays.areas(query))
                .param("after", after)
                .param("limit", limit)
                .query(Row.class)
                .list()
                .stream()
                .map(this::entry)
                .toList();
    }

    private AgendaEntry entry(Row row) {
        var at = row.plannedAt().toInstant().atZone(municipality.zone());
        return new AgendaEntry(
                        kind(),
                        row.id().toString(),
                        at.toLocalDate(),
                        row.id().toString(),
                        words.say(row.forum() ? "agenda.forum" : "agenda.meeting-of-all"),
                        row.number(),
                        row.name(),
                        at.toLocalTime() + ", " + row.place(),
                        "/zaken/" + row.number(),
                        false,
                        row.invitations())
                .at(row.plannedAt().toInstant(), Duration.ofMinutes(row.minutes()), row.place());
    }

    private record Row(
            UUID id,
            Timestamp plannedAt,
            int minutes,
            int invitations,
            String place,
            String number,
            String name,
            boolean forum) {}
}
