package org.samenspraak.portal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked to sign in, and the links that work. Addresses are in small letters. */
@Repository
class SignIns {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The same work for every address. */
    void ask(String address) {
        jdbc.sql("insert into portal_ask (address) values (?)").param(address).update();
    }

    /** Takes the oldest, which another node doesn't have at hand. */
    Optional<String> next() {
        return jdbc.sql(
                        """
                        delete from portal_ask where id = (
                          select id from portal_ask order by id limit 1 for update skip locked)
                        returning address""")
                .query(String.class)
                .optional();
    }

    /** From now on this link lets the address in; those of before still do until they are over. */
    void open(String address, UUID link, Instant until) {
        jdbc.sql("delete from portal_sign_in where until <= ?").param(now()).update();
        jdbc.sql("insert into portal_sign_in (address, link, until) values (:address, :link, :until)")
                .param("address", address)
                .param("link", link)
                .param("until", Timestamp.from(until))
                .update();
    }

    boolean works(UUID link) {
        return jdbc.sql("select exists (select from portal_sign_in where link = ? and until > ?)")
                .params(link, now())
                .query(Boolean.class)
                .single();
    }

    /** Whose link it is; once, and the others of that address work no more. */
    Optional<String> use(UUID link) {
        return jdbc
                .sql(
                        """
                        delete from portal_sign_in
                        where address = (select address from portal_sign_in where link = ? and until > ?) returning address""")
                .params(link, now())
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
