package org.samenspraak.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.CouncilMeetings.Dated;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of {@code council_meeting}. */
@Repository
class MeetingRecords {

    private final JdbcClient jdbc;

    MeetingRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the council meets at that moment already. */
    boolean add(CouncilId council, CouncilMeeting meeting) {
        return jdbc.sql(
                                """
                        insert into council_meeting (id, council_id, day, starts, place, from_calendar)
                        values (:id, :council, :day, :starts, :place, :calendar) on conflict do nothing""")
                        .param("id", meeting.id())
                        .param("council", council.value())
                        .param("day", meeting.day())
                        .param("starts", meeting.starts(), Types.TIME)
                        .param("place", meeting.place())
                        .param("calendar", meeting.fromCalendar())
                        .update()
                == 1;
    }

    /** Only what was entered: what a calendar says is taken away there. */
    boolean remove(CouncilId council, UUID id) {
        return jdbc.sql("delete from council_meeting where council_id = :council and id = :id and not from_calendar")
                        .param("council", council.value())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** What a calendar said from a day on. */
    void forgetCalendar(CouncilId council, LocalDate from) {
        jdbc.sql("delete from council_meeting where council_id = :council and from_calendar and day >= :from")
                .param("council", council.value())
                .param("from", from)
                .update();
    }

    List<CouncilMeeting> from(CouncilId council, LocalDate day, int limit) {
        return jdbc.sql(
                        """
                        select * from council_meeting where council_id = :council and day >= :day
                        order by day, starts nulls first, id limit :limit""")
                .param("council", council.value())
                .param("day", day)
                .param("limit", limit)
                .query(MeetingRecords::meeting)
                .list();
    }

    Optional<LocalDate> next(CouncilId council, LocalDate from) {
        return jdbc.sql("select min(day) from council_meeting where council_id = :council and day >= :from")
                .param("council", council.value())
                .param("from", from)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** @param after the meeting of the first day to go on from, or none */
    List<Dated> between(LocalDate from, LocalDate until, @Nullable Set<AreaId> areas, @Nullable UUID after, int limit) {
        return jdbc.sql("select m.*, c.name from council_meeting m join council_council c on c.id = m.council_id"
                        + " where m.day >= :from and m.day <= :until"
                        + (after == null ? "" : " and (m.day, m.id) > (:from, :after)")
                        + (areas == null ? "" : " and c.area_id = any(:areas)")
                        + " order by m.day, m.id limit :limit")
                .param("from", from)
                .param("until", until)
                .param("after", after)
                .param(
                        "areas",
                        areas == null ? null : areas.stream().map(AreaId::value).toArray(UUID[]::new))
                .param("limit", limit)
                .query((row, n) -> new Dated(
                        new CouncilId(Objects.requireNonNull(row.getObject("council_id", UUID.class))),
                        row.getString("name"),
                        meeting(row, n)))
                .list();
    }

    private static CouncilMeeting meeting(ResultSet row, int n) throws SQLException {
        return new CouncilMeeting(
                row.getObject("id", UUID.class),
                row.getObject("day", LocalDate.class),
                row.getObject("starts", LocalTime.class),
                row.getString("place"),
                row.getBoolean("from_calendar"));
    }
}
