package org.samenspraak.casefile;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Municipality;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many cases of a trajectory a year had. Counts and no more: who shows them looks after those that are too small. */
@Repository
public class YearlyCases {

    private final JdbcClient jdbc;
    private final Municipality municipality;

    YearlyCases(JdbcClient jdbc, Municipality municipality) {
        this.jdbc = jdbc;
        this.municipality = municipality;
    }

    /** Of those that were opened in the year. */
    public Year of(String trajectory, int year) {
        return asked(
                        """
                        select count(*) opened, count(*) filter (where status = 'CLOSED') closed,
                               count(*) filter (where status = 'OPEN') open,
                               percentile_disc(0.5) within group (
                                   order by extract(day from closed_at - opened_at)::int)
                                   filter (where status = 'CLOSED') days
                        """,
                        "",
                        trajectory,
                        year)
                .query(Year.class)
                .single();
    }

    /** The same, counted by area; cases without one are left out. */
    public List<InArea> byArea(String trajectory, int year) {
        return asked(
                        "select area_id area, count(*) opened",
                        " and area_id is not null group by area_id",
                        trajectory,
                        year)
                .query(InArea.class)
                .list();
    }

    private JdbcClient.StatementSpec asked(String select, String more, String trajectory, int year) {
        var from = LocalDate.of(year, 1, 1);
        return jdbc.sql(select
                        + " from casefile_case where trajectory = :trajectory and opened_at >= :from and opened_at <"
                        + " :until"
                        + more)
                .param("trajectory", trajectory)
                .param("from", moment(from))
                .param("until", moment(from.plusYears(1)));
    }

    private Timestamp moment(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(municipality.zone()).toInstant());
    }

    /**
     * @param open of these, today
     * @param days that half of the closed ones took at most; none when none was closed
     */
    public record Year(long opened, long closed, long open, @Nullable Integer days) {}

    public record InArea(UUID area, long opened) {}
}
