package org.samenspraak.correspondence;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Questions of which somebody asked the link once more, also those that don't exist. */
@Repository
class AskedLinks {

    private final JdbcClient jdbc;

    AskedLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same work for every question. */
    void add(UUID prompt) {
        jdbc.sql("insert into correspondence_ask (prompt) values (?)")
                .param(prompt)
                .update();
    }

    /** Takes the oldest, which another node doesn't have at hand. */
    Optional<UUID> next() {
        return jdbc.sql(
                        """
                        delete from correspondence_ask where id = (
                          select id from correspondence_ask order by id limit 1 for update skip locked)
                        returning prompt""")
                .query(UUID.class)
                .optional();
    }
}
