package org.samenspraak.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.kernel.JsonText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code identity_parked_post}; nothing stays in it for longer than an hour. */
@Repository
class ParkedPosts {

    static final Duration KEPT = Duration.ofHours(1);

    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    private final JdbcClient db;
    private final JsonText json;
    private final Clock clock;

    ParkedPosts(JdbcClient db, JsonText json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    void add(ParkedPost post) {
        forgetOld();
        db.sql("insert into identity_parked_post (id, path, fields, lost, owner, created_at)"
                        + " values (?, ?, ?::jsonb, ?, ?, ?)")
                .params(
                        post.id(),
                        post.path(),
                        json.write(post.fields()),
                        post.lost().toArray(String[]::new),
                        post.owner(),
                        OffsetDateTime.now(clock))
                .update();
    }

    Optional<ParkedPost> find(UUID id) {
        forgetOld();
        return db.sql("select id, path, fields, lost, owner from identity_parked_post where id = ?")
                .param(id)
                .query(this::post)
                .optional();
    }

    void remove(UUID id) {
        db.sql("delete from identity_parked_post where id = ?").param(id).update();
    }

    private void forgetOld() {
        db.sql("delete from identity_parked_post where created_at < ?")
                .param(OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    private ParkedPost post(ResultSet row, int number) throws SQLException {
        return new ParkedPost(
                row.getObject("id", UUID.class),
                row.getString("path"),
                json.read(row.getString("fields"), FIELDS),
                List.of((String[]) row.getArray("lost").getArray()),
                row.getString("owner"));
    }
}
