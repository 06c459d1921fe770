package org.samenspraak.agenda;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads rows that fall on a day: in their order, or some of each day; never more than is shown. */
@Repository
class DatedRows {

    private final JdbcClient db;

    DatedRows(JdbcClient db) {
        this.db = db;
    }

    List<AgendaEntry> list(Select select, AgendaQuery query, LocalDate from, int limit, RowMapper<AgendaEntry> row) {
        return db.sql("select %s from %s %s where %s and %s order by %s limit :limit"
                        .formatted(
                                select.columns(),
                                select.table(),
                                select.names(),
                                select.where(),
                                select.between().formatted(":from::date", ":until::date + 1"),
                                select.order()))
                .params(select.params())
                .param("from", from)
                .param("until", query.until())
                .param("limit", limit)
                .query(row)
                .list();
    }

    /** One statement; of each day it reads what is shown and counts no further than {@link AgendaSource#MANY}. */
    List<AgendaDay> days(Select select, AgendaQuery query, int most, RowMapper<AgendaEntry> row) {
        var days = new TreeMap<LocalDate, AgendaDay>();
        db.sql(
                        """
                        select x.*, counted.many from generate_series(0, :length) n
                         cross join lateral (
                            select count(*) many from (select from %2$s where %4$s and %5$s limit :many) c) counted
                         cross join lateral (
                            select y.*, row_number() over () i from (
                                select %1$s from %2$s %3$s where %4$s and %5$s order by %6$s limit :most) y) x
                         order by n, x.i"""
                                .formatted(
                                        select.columns(),
                                        select.table(),
                                        select.names(),
                                        select.where(),
                                        select.between().formatted("(:from::date + n)", "(:from::date + n + 1)"),
                                        select.order()))
                .params(select.params())
                .param("from", query.from())
                .param("length", (int) ChronoUnit.DAYS.between(query.from(), query.until()))
                .param("many", AgendaSource.MANY)
                .param("most", most)
                .query(found -> {
                    var entry = row.mapRow(found, 0);
                    var count = found.getInt("i") == 1 ? found.getInt("many") : 0;
                    days.merge(
                            entry.day(),
                            new AgendaDay(entry.day(), List.of(entry), count),
                            (all, one) -> all.and(one, most));
                });
        return List.copyOf(days.values());
    }

    /**
     * @param table what is counted
     * @param names more tables, that only say what things are called
     * @param between whether a row falls on a day from {@code %1$s} on and before {@code %2$s}
     * @param order of days, and of rows within one
     */
    record Select(
            String columns,
            String table,
            String names,
            String where,
            String between,
            String order,
            Map<String, Object> params) {}
}
