package org.samenspraak.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sessions of people, kept by Spring Session in {@code spring_session}. */
@Repository
class Sessions {

    private final JdbcClient db;

    Sessions(JdbcClient db) {
        this.db = db;
    }

    /** Ends the sessions of a person, but for one. */
    void end(String username, String kept) {
        db.sql("delete from spring_session where principal_name = ? and session_id <> ?")
                .params(username, kept)
                .update();
    }
}
