package org.samenspraak.grant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.grant.Gathering.State;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** {@code grant_meeting} and the themes that councils chose. */
@Repository
class Gatherings {

    private final JdbcClient jdbc;

    Gatherings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Twice is once. */
    void add(CaseId caseId, @Nullable CouncilId council, String subject, boolean openToAll) {
        jdbc.sql(
                        """
                        insert into grant_meeting (case_id, council_id, subject, open_to_all, state)
                        values (:case, :council, :subject, :open, 'WANTED') on conflict (case_id) do nothing
                        """)
                .param("case", caseId.value())
                .param("council", council == null ? null : council.value(), Types.OTHER)
                .param("subject", subject)
                .param("open", openToAll)
                .update();
    }

    Optional<Gathering> find(CaseId caseId) {
        return jdbc.sql("select * from grant_meeting where case_id = ?")
                .param(caseId.value())
                .query(Gatherings::gathering)
                .optional();
    }

    Gathering get(CaseId caseId) {
        return find(caseId).orElseThrow();
    }

    void ofAll(CaseId caseId, String with, @Nullable String theme, boolean asksTheme) {
        jdbc.sql("update grant_meeting set held_with = :with, theme = :theme, asks_theme = :asks where case_id = :case")
                .param("with", with)
                .param("theme", theme)
                .param("asks", asksTheme)
                .param("case", caseId.value())
                .update();
    }

    void open(CaseId caseId, boolean openToAll) {
        jdbc.sql("update grant_meeting set open_to_all = ? where case_id = ?")
                .params(openToAll, caseId.value())
                .update();
    }

    /** One more invitation goes out. */
    void planned(CaseId caseId, Instant at, int minutes, String place) {
        jdbc.sql(
                        """
                        update grant_meeting set state = 'PLANNED', planned_at = :at, minutes = :minutes, place = :place,
                               invitations = invitations + 1
                         where case_id = :case
                        """)
                .param("at", Timestamp.from(at))
                .param("minutes", minutes)
                .param("place", place)
                .param("case", caseId.value())
                .update();
    }

    /** One more message goes out: it is off. */
    void off(CaseId caseId) {
        jdbc.sql("update grant_meeting set state = 'OFF', invitations = invitations + 1 where case_id = ?")
                .param(caseId.value())
                .update();
    }

    void notHeld(CaseId caseId) {
        jdbc.sql("update grant_meeting set state = 'OFF', held_on = null where case_id = ?")
                .param(caseId.value())
                .update();
    }

    void held(CaseId caseId, LocalDate on, @Nullable Integer attended) {
        jdbc.sql(
                        """
                        update grant_meeting set state = 'HELD', held_on = :on, attended = coalesce(:attended, attended)
                         where case_id = :case
                        """)
                .param("on", on)
                .param("attended", attended, Types.INTEGER)
                .param("case", caseId.value())
                .update();
    }

    /** The newest one for which councils may choose a theme. */
    Optional<Gathering> asking() {
        return jdbc.sql("select * from grant_meeting where asks_theme order by case_id desc limit 1")
                .query(Gatherings::gathering)
                .optional();
    }

    /** A new choice of a council instead of the one before. */
    void choose(CaseId meeting, CouncilId council, String theme) {
        jdbc.sql(
                        """
                        insert into grant_meeting_theme (meeting, council_id, theme) values (?, ?, ?)
                            on conflict (meeting, council_id) do update set theme = excluded.theme
                        """)
                .params(meeting.value(), council.value(), theme)
                .update();
    }

    /** What most councils chose first; two that differ in capitals only are one. */
    List<Theme> themes(CaseId meeting, int limit) {
        return jdbc.sql(
                        """
                        select min(theme) theme, count(*)::int councils from grant_meeting_theme where meeting = ?
                         group by lower(theme) order by councils desc, lower(theme) limit ?
                        """)
                .params(meeting.value(), limit)
                .query(Theme.class)
                .list();
    }

    /** All that are in the register today. */
    List<CouncilId> councils() {
        return jdbc
                .sql(
                        """
                        select id from council_council where standing in ('RECOGNISED', 'REGISTERED') order by lower(name), id
                        """)
                .query(UUID.class)
                .list()
                .stream()
                .map(CouncilId::new)
                .toList();
    }

    /** Of a council in a year, by the day that it was, or is to be; those that are off are left out. */
    List<Gathering> forums(CouncilId council, Instant from, Instant until) {
        return jdbc.sql(
                        """
                        select * from grant_meeting where council_id = :council and state in ('PLANNED', 'HELD')
                           and planned_at >= :from and planned_at < :until order by planned_at, case_id
                        """)
                .param("council", council.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(Gatherings::gathering)
                .list();
    }

    /** Planned meetings with all councils, and open forums of this council, that overlap. */
    List<Gathering> overlapping(@Nullable CouncilId council, CaseId but, Instant from, Instant until) {
        return jdbc.sql(
                        """
                        select * from grant_meeting where state = 'PLANNED' and case_id <> :but
                           and (council_id is null or council_id = :council::uuid)
                           and planned_at < :until and planned_at + minutes * interval '1 minute' > :from
                         order by planned_at, case_id limit 10
                        """)
                .param("council", council == null ? null : council.toString())
                .param("but", but.value())
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .query(Gatherings::gathering)
                .list();
    }

    /** Planned meetings with all councils, and open forums of this council, from a moment on, the first ones. */
    List<Gathering> from(Instant from, @Nullable CouncilId council, int limit) {
        return jdbc.sql(
                        """
                        select * from grant_meeting where state = 'PLANNED' and planned_at >= :from
                           and (council_id is null or council_id = :council::uuid)
                         order by planned_at, case_id limit :limit
                        """)
                .param("council", council == null ? null : council.toString())
                .param("from", Timestamp.from(from))
                .param("limit", limit)
                .query(Gatherings::gathering)
                .list();
    }

    private static Gathering gathering(ResultSet row, int number) throws SQLException {
        var council = row.getObject("council_id", UUID.class);
        var planned = row.getTimestamp("planned_at");
        return new Gathering(
                new CaseId(row.getObject("case_id", UUID.class)),
                council == null ? null : new CouncilId(council),
                row.getString("subject"),
                row.getString("held_with"),
                row.getString("theme"),
                row.getBoolean("asks_theme"),
                row.getBoolean("open_to_all"),
                State.valueOf(row.getString("state")),
                planned == null ? null : planned.toInstant(),
                row.getInt("minutes"),
                Objects.requireNonNullElse(row.getString("place"), ""),
                row.getInt("invitations"),
                row.getObject("held_on", LocalDate.class));
    }

    /** @param councils how many chose it */
    record Theme(String theme, int councils) {}
}
