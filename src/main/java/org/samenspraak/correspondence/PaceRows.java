package org.samenspraak.correspondence;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The one row that counts what goes out in a minute. */
@Repository
class PaceRows {

    private final JdbcClient jdbc;

    PaceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A node whose clock is behind counts in the minute of the others. */
    boolean take(Instant minute, int most) {
        return jdbc.sql(
                                """
                        update correspondence_pace set minute = greatest(minute, :minute),
                          taken = case when minute < :minute then 1 else taken + 1 end
                        where minute < :minute or taken < :most""")
                        .param("minute", minute.atOffset(ZoneOffset.UTC))
                        .param("most", most)
                        .update()
                == 1;
    }

    void giveBack(Instant minute) {
        jdbc.sql("update correspondence_pace set taken = taken - 1 where minute = :minute and taken > 0")
                .param("minute", minute.atOffset(ZoneOffset.UTC))
                .update();
    }
}
