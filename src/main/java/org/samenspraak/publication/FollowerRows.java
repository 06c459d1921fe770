package org.samenspraak.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.publication.PublicNews.About;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who follows what by mail, and who asked to. */
@Repository
class FollowerRows {

    private static final String ROW =
            "select id, address, language, council, area, domain, confirmed_at, told_until from publication_follower";

    private final JdbcClient jdbc;

    FollowerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The same work for every address, also one that asked for the same before.
     *
     * @param most requests of one address since a moment; those after it leave nothing
     */
    void add(String address, Locale language, About about, Instant at, int most, Instant since) {
        oneByOne(address);
        jdbc.sql(
                        """
                        insert into publication_follower (id, address, language, council, area, domain, asked_at)
                        select :id, :address, :language, cast(:council as uuid), cast(:area as uuid), :domain, :at
                         where (select count(*) from publication_follower where address = :address and asked_at >= :since) < :most
                        on conflict do nothing""")
                .param("id", UUID.randomUUID())
                .param("address", address)
                .param("language", language.getLanguage())
                .param("council", about.council(), Types.OTHER)
                .param("area", about.area(), Types.OTHER)
                .param("domain", about.domain(), Types.VARCHAR)
                .param("at", Timestamp.from(at))
                .param("since", Timestamp.from(since))
                .param("most", most)
                .update();
    }

    private void oneByOne(String address) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:address, 760))")
                .param("address", address)
                .query()
                .listOfRows();
    }

    /** All that this reader follows or asked to follow, the oldest first. */
    List<Follower> of(String address) {
        return jdbc.sql(ROW + " where address = ? order by asked_at, id")
                .param(address)
                .query(FollowerRows::row)
                .list();
    }

    /** Who asked and got no mail yet; held until the end of the transaction, what another node holds is passed by. */
    List<Follower> unmailed(int limit) {
        return jdbc.sql(ROW + " where not mailed order by asked_at limit ? for update skip locked")
                .param(limit)
                .query(FollowerRows::row)
                .list();
    }

    void mailed(UUID id) {
        jdbc.sql("update publication_follower set mailed = true where id = ?")
                .param(id)
                .update();
    }

    Optional<Follower> find(UUID id) {
        return jdbc.sql(ROW + " where id = ?")
                .param(id)
                .query(FollowerRows::row)
                .optional();
    }

    /** @param told up to that day there is no news for them */
    void confirm(UUID id, Instant at, LocalDate told) {
        jdbc.sql("update publication_follower set confirmed_at = ?, told_until = ? where id = ? and"
                        + " confirmed_at is null")
                .params(Timestamp.from(at), told, id)
                .update();
    }

    /** False when another ended it before. */
    boolean remove(UUID id) {
        return jdbc.sql("delete from publication_follower where id = ?")
                        .param(id)
                        .update()
                == 1;
    }

    List<UUID> openSince(Instant before, int limit) {
        return jdbc.sql("select id from publication_follower where confirmed_at is null and asked_at < ? limit ?")
                .params(Timestamp.from(before), limit)
                .query(UUID.class)
                .list();
    }

    /** Who was told nothing of this week yet. */
    List<UUID> untold(LocalDate week, int limit) {
        return jdbc.sql("select id from publication_follower where confirmed_at is not null and told_until < ?"
                        + " order by told_until, id limit ?")
                .params(week, limit)
                .query(UUID.class)
                .list();
    }

    /** All that the same reader was not told of, held until the end of the transaction; none when somebody else told them. */
    List<Follower> holdUntold(UUID id, LocalDate week) {
        find(id).ifPresent(one -> oneByOne(one.address()));
        return jdbc.sql(ROW + " where address = (select address from publication_follower where id = ?)"
                        + " and confirmed_at is not null and told_until < ? order by asked_at, id for update")
                .params(id, week)
                .query(FollowerRows::row)
                .list();
    }

    void told(UUID id, LocalDate week) {
        jdbc.sql("update publication_follower set told_until = ? where id = ?")
                .params(week, id)
                .update();
    }

    private static Follower row(ResultSet row, int number) throws SQLException {
        return new Follower(
                row.getObject("id", UUID.class),
                row.getString("address"),
                Locale.forLanguageTag(row.getString("language")),
                new About(
                        row.getObject("council", UUID.class),
                        row.getObject("area", UUID.class),
                        row.getString("domain")),
                row.getTimestamp("confirmed_at") != null,
                row.getObject("told_until", LocalDate.class));
    }

    /** @param toldUntil none before it is confirmed */
    record Follower(
            UUID id, String address, Locale language, About about, boolean confirmed, @Nullable LocalDate toldUntil) {}
}
