package org.samenspraak.designer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.samenspraak.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has a file of a draft open now, on any node: two people who change the same file are told before they do. */
@Repository
class OpenFiles {

    /** An open page says so twice a minute. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(90);

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that somebody has it open, and gives the names of the others who have. */
    @Transactional
    List<String> open(String folder, String file, Actor by) {
        jdbc.sql("delete from designer_open_file where at < ?")
                .params(before(KEPT))
                .update();
        jdbc.sql(
                        """
                insert into designer_open_file (folder, file, person, name, at) values (?, ?, ?, ?, ?)
                on conflict (folder, file, person) do update set name = excluded.name, at = excluded.at""")
                .params(folder, file, by.id(), by.name(), Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql(
                        """
                select name from designer_open_file
                 where folder = ? and file = ? and person <> ? and at >= ? order by name""")
                .params(folder, file, by.id(), before(GONE_AFTER))
                .query(String.class)
                .list();
    }

    private Timestamp before(Duration ago) {
        return Timestamp.from(clock.instant().minus(ago));
    }
}
