package org.samenspraak.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.agenda.PublicMeetings;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Masks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Open forums and meetings with all councils that everybody may attend, and the day that closes the talks of a year. */
@Repository
class OpenGatherings implements PublicMeetings {

    /** A forum gets its day with its case, a meeting with all by its plan, and either again when it moves. */
    private static final String OPEN =
            """
            select * from (
                select m.case_id, m.council_id, m.planned_at, m.minutes, m.place, m.invitations,
                       case when m.theme is null or m.theme = m.subject then m.subject else m.subject || ': ' || m.theme end title,
                       (coalesce((select max(e.at) from casefile_event e where e.case_id = m.case_id and e.kind = 'grant.forum-moved'),
                           (select max(s.at) from forms_submission s where s.case_id = m.case_id and s.form_id = 'meeting-plan'),
                           c.opened_at) at time zone :zone)::date announced
                  from grant_meeting m join casefile_case c on c.id = m.case_id
                 where m.open_to_all and m.state in ('PLANNED', 'HELD') and m.planned_at is not null
                   and (:only::uuid[] is null or m.council_id = any(:only::uuid[]))
            """;

    private final JdbcClient jdbc;
    private final RoundDates rounds;
    private final GrantWords words;
    private final Municipality municipality;

    OpenGatherings(JdbcClient jdbc, RoundDates rounds, GrantWords words, Municipality municipality) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.words = words;
        this.municipality = municipality;
    }

    @Override
    public List<PublicMeeting> between(Instant from, Instant until, @Nullable Set<CouncilId> only, int limit) {
        return of(
                        " and m.planned_at >= :from and m.planned_at < :until) o order by planned_at, case_id limit :limit",
                        only)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("limit", limit)
                .query(this::meeting)
                .list();
    }

    @Override
    public List<PublicMeeting> announced(@Nullable Set<CouncilId> only, int limit) {
        return of(") o order by announced desc, case_id limit :limit", only)
                .param("limit", limit)
                .query(this::meeting)
                .list();
    }

    private JdbcClient.StatementSpec of(String which, @Nullable Set<CouncilId> only) {
        return jdbc.sql(OPEN + which)
                .param("zone", municipality.zone().getId())
                .param(
                        "only",
                        only == null
                                ? null
                                : only.stream().map(CouncilId::value).toArray(UUID[]::new),
                        Types.ARRAY);
    }

    @Override
    public List<Closing> closing(LocalDate from, LocalDate until) {
        var regulation = rounds.inForce();
        return IntStream.rangeClosed(from.getYear(), until.getYear())
                .mapToObj(year -> new Closing(
                        "talks-" + year,
                        words.say("grant.public.closing", String.valueOf(year)),
                        rounds.closing(regulation, year)))
                .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(until))
                .toList();
    }

    /** Who typed its title and place may have named somebody. */
    private PublicMeeting meeting(ResultSet row, int number) throws SQLException {
        var council = row.getObject("council_id", UUID.class);
        var masks = new Masks(words.say("grant.public.masked"), List.of());
        var begins = row.getTimestamp("planned_at").toInstant();
        return new PublicMeeting(
                row.getString("case_id"),
                masks.of(row.getString("title")),
                begins,
                begins.plus(Duration.ofMinutes(row.getInt("minutes"))),
                masks.of(row.getString("place")),
                council == null ? null : new CouncilId(council),
                row.getObject("announced", LocalDate.class),
                row.getInt("invitations"));
    }
}
