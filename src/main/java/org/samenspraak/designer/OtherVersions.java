package org.samenspraak.designer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.samenspraak.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody typed in a file of a draft and another version took the place of; kept a month, so that two designers lose nothing. */
@Repository
class OtherVersions {

    private static final Duration KEPT = Duration.ofDays(31);
    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    OtherVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Once: the same text of a file is not kept twice. */
    void keep(String folder, String file, String content, String byName) {
        var now = clock.instant();
        jdbc.sql("delete from designer_other_version where at < ?")
                .params(Timestamp.from(now.minus(KEPT)))
                .update();
        jdbc.sql(
                        """
                insert into designer_other_version (id, folder, file, content, by_name, at)
                select :id, :folder, :file, :content, :by, :at
                 where not exists (select from designer_other_version
                                    where folder = :folder and file = :file and content = :content)""")
                .param("id", UUID.randomUUID())
                .param("folder", folder)
                .param("file", file)
                .param("content", content)
                .param("by", byName)
                .param("at", Timestamp.from(now))
                .update();
    }

    /** The newest that say something else than this. */
    List<OtherVersion> of(String folder, String file, String content) {
        return jdbc.sql(
                        """
                select id, content, by_name, at from designer_other_version
                 where folder = ? and file = ? and content <> ? order by at desc, id limit ?""")
                .params(folder, file, content, SHOWN)
                .query(OtherVersion.class)
                .list();
    }

    /** @throws NotFound when this file has no such version */
    OtherVersion get(String folder, String file, UUID id) {
        return jdbc.sql(
                        "select id, content, by_name, at from designer_other_version where folder = ? and file = ? and id = ?")
                .params(folder, file, id)
                .query(OtherVersion.class)
                .optional()
                .orElseThrow(() -> new NotFound("designer.refusal.no-file"));
    }

    record OtherVersion(UUID id, String content, String byName, Instant at) {}
}
