package org.samenspraak.deadlines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days that the town hall is closed on top of public holidays, and periods that do not count for some terms. */
@Repository
class ClosingDays {

    private final JdbcClient jdbc;

    ClosingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who starts a clock and who changes the calendar wait for each other, until the end of the transaction. */
    CalendarDays hold() {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtext('deadlines_closing_day'))")
                .query((row, index) -> "")
                .single();
        return days();
    }

    CalendarDays holdForChange() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('deadlines_closing_day'))")
                .query((row, index) -> "")
                .single();
        return days();
    }

    CalendarDays days() {
        var closed = new HashMap<LocalDate, String>();
        var periods = new ArrayList<Period>();
        jdbc.sql("select day from_day, null::date until_day, name, added_by from deadlines_closing_day union all"
                        + " select from_day, until_day, name, added_by from deadlines_period order by from_day")
                .query(row -> {
                    if (row.getObject("until_day") == null) {
                        closed.put(row.getObject("from_day", LocalDate.class), row.getString("name"));
                    } else {
                        periods.add(period(row, 0));
                    }
                });
        return new CalendarDays(closed, periods);
    }

    /** Those that are not over on this day, in order. */
    List<Period> periods(LocalDate day) {
        return jdbc.sql("select * from deadlines_period where until_day >= ? order by from_day")
                .param(day)
                .query(ClosingDays::period)
                .list();
    }

    void addPeriod(Period period, Instant now) {
        jdbc.sql("insert into deadlines_period (from_day, until_day, name, added_by, added_at) values (?, ?, ?, ?, ?)")
                .params(period.from(), period.until(), period.name(), period.addedBy(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void removePeriod(LocalDate from) {
        jdbc.sql("delete from deadlines_period where from_day = ?").param(from).update();
    }

    List<ClosingDay> from(LocalDate day) {
        return jdbc.sql("select * from deadlines_closing_day where day >= ? order by day")
                .param(day)
                .query(ClosingDays::closingDay)
                .list();
    }

    void add(ClosingDay day, Instant now) {
        jdbc.sql("insert into deadlines_closing_day (day, name, added_by, added_at) values (?, ?, ?, ?)")
                .params(day.day(), day.name(), day.addedBy(), now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(LocalDate day) {
        jdbc.sql("delete from deadlines_closing_day where day = ?").param(day).update();
    }

    private static Period period(ResultSet row, int index) throws SQLException {
        return new Period(
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("name"),
                row.getString("added_by"));
    }

    private static ClosingDay closingDay(ResultSet row, int index) throws SQLException {
        return new ClosingDay(row.getObject("day", LocalDate.class), row.getString("name"), row.getString("added_by"));
    }
}
