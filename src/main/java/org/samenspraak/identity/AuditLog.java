package org.samenspraak.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What {@link Audit} wrote, to read. */
@Repository
public class AuditLog {

    private final JdbcClient db;
    private final Municipality municipality;

    AuditLog(JdbcClient db, Municipality municipality) {
        this.db = db;
        this.municipality = municipality;
    }

    /** Newest first, at most {@code limit}, from the one after {@code before}. */
    @Transactional(readOnly = true)
    public List<Line> page(Filter filter, @Nullable Long before, int limit) {
        var sql = "select * from identity_audit where true"
                + (filter.person() == null ? "" : " and (actor = :person or subject = :person)")
                + (filter.act() == null ? "" : " and what = :act")
                + (filter.about().isBlank() ? "" : " and about ilike :about")
                + (filter.from() == null ? "" : " and at >= :from")
                + (filter.until() == null ? "" : " and at < :until")
                + (before == null ? "" : " and (at, id) < (select at, id from identity_audit where id = :before)")
                + " order by at desc, id desc limit :limit";
        return db.sql(sql)
                .param(
                        "person",
                        filter.person() == null ? null : filter.person().value())
                .param("act", filter.act() == null ? null : filter.act().code())
                .param("about", "%" + filter.about().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("from", start(filter.from()))
                .param(
                        "until",
                        filter.until() == null ? null : start(filter.until().plusDays(1)))
                .param("before", before)
                .param("limit", limit)
                .query(AuditLog::line)
                .list();
    }

    private @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(municipality.zone()).toOffsetDateTime();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var group = row.getString("role_group");
        return new Line(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Act.of(row.getString("what")),
                row.getString("actor_name"),
                row.getString("on_behalf_of"),
                row.getString("about"),
                group == null ? null : GroupId.parse(group),
                row.getString("address"));
    }

    /**
     * What somebody looks for; what is left out matches all.
     *
     * @param person who did it or to whom it was done
     * @param about a part of the name of a council, a case number, an address
     * @param from first day
     * @param until last day
     */
    public record Filter(
            @Nullable PersonId person,
            @Nullable Act act,
            String about,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    /**
     * @param by who acted; empty when nobody had signed in
     * @param onBehalfOf for whom, when it was in somebody's place
     * @param group the role it is about
     * @param address from where; none when the system did it
     */
    public record Line(
            long id,
            Instant at,
            Act act,
            String by,
            @Nullable String onBehalfOf,
            String about,
            @Nullable GroupId group,
            @Nullable String address) {}
}
