package org.samenspraak.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.News;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** News of the city, up to when each council was told, and who wants none. */
@Repository
class NewsRows {

    private final JdbcClient jdbc;

    NewsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(News news, Instant at) {
        jdbc.sql(
                        """
                        insert into correspondence_news (key, kind, name, day, council, area, themes, path, at)
                        values (:key, :kind, :name, :day, :council, :area, :themes, :path, :at) on conflict (key) do nothing""")
                .param("key", news.key())
                .param("kind", news.kind())
                .param("name", news.name())
                .param("day", news.day(), Types.DATE)
                .param("council", news.about() == null ? null : news.about().value(), Types.OTHER)
                .param("area", news.area() == null ? null : news.area().value(), Types.OTHER)
                .param("themes", news.themes().toArray(String[]::new))
                .param("path", news.path())
                .param("at", Timestamp.from(at))
                .update();
    }

    void remove(String key) {
        jdbc.sql("delete from correspondence_news where key = ?").param(key).update();
    }

    /**
     * What happened from one moment until another and is not about the council itself, oldest first.
     *
     * @param areas there or in the whole city only, or none for everywhere
     * @param themes about one of these only, or none for all
     */
    List<Line> between(
            CouncilId council,
            Instant from,
            Instant until,
            @Nullable Set<AreaId> areas,
            @Nullable Set<String> themes,
            int limit) {
        return jdbc.sql("select kind, name, day, path from correspondence_news where at >= :from and at < :until"
                        + " and council is distinct from :council"
                        + (areas == null ? "" : " and (area is null or area = any(:areas))")
                        + (themes == null ? "" : " and themes && cast(:themes as text[])")
                        + " order by at, id limit :limit")
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("council", council.value())
                .param(
                        "areas",
                        areas == null ? null : areas.stream().map(AreaId::value).toArray(UUID[]::new))
                .param("themes", themes == null ? null : themes.toArray(String[]::new))
                .param("limit", limit)
                .query(NewsRows::line)
                .list();
    }

    /** Holds the council until the end of the transaction. Who is new here was told up to that day. */
    LocalDate hold(CouncilId council, LocalDate first) {
        jdbc.sql(
                        "insert into correspondence_news_told (council, told_until) values (:council, :day) on conflict do nothing")
                .param("council", council.value())
                .param("day", first)
                .update();
        return jdbc.sql("select told_until from correspondence_news_told where council = :council for update")
                .param("council", council.value())
                .query(LocalDate.class)
                .single();
    }

    void told(CouncilId council, LocalDate until) {
        jdbc.sql("update correspondence_news_told set told_until = :day where council = :council")
                .param("council", council.value())
                .param("day", until)
                .update();
    }

    boolean isStopped(CouncilId council, String address) {
        return jdbc.sql(
                        "select exists (select 1 from correspondence_news_stop where council = :council and address = :address)")
                .param("council", council.value())
                .param("address", address.toLowerCase(Locale.ROOT))
                .query(Boolean.class)
                .single();
    }

    void stop(CouncilId council, String address) {
        jdbc.sql(
                        "insert into correspondence_news_stop (council, address) values (:council, :address) on conflict do nothing")
                .param("council", council.value())
                .param("address", address.toLowerCase(Locale.ROOT))
                .update();
    }

    void goOn(CouncilId council, String address) {
        jdbc.sql("delete from correspondence_news_stop where council = :council and address = :address")
                .param("council", council.value())
                .param("address", address.toLowerCase(Locale.ROOT))
                .update();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getString("kind"),
                row.getString("name"),
                row.getObject("day", LocalDate.class),
                row.getString("path"));
    }

    record Line(String kind, String name, @Nullable LocalDate day, @Nullable String path) {}
}
