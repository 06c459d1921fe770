package org.samenspraak.designer;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts that wait for a second person, and what was published: why, by whom. */
@Repository
class PublishedVersions {

    private final JdbcClient jdbc;
    private final Clock clock;

    PublishedVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Proposal> proposal(String folder) {
        return jdbc.sql("select by_id, by_name, note, at from designer_proposal where folder = ?")
                .params(folder)
                .query(Proposal.class)
                .optional();
    }

    void propose(String folder, String note, Actor by) {
        jdbc.sql(
                        """
                        insert into designer_proposal (folder, by_id, by_name, note, at) values (?, ?, ?, ?, ?)
                        on conflict (folder) do update set by_id = excluded.by_id, by_name = excluded.by_name,
                                                           note = excluded.note, at = excluded.at""")
                .params(folder, by.id(), by.name(), note, Timestamp.from(clock.instant()))
                .update();
    }

    boolean withdraw(String folder) {
        return jdbc.sql("delete from designer_proposal where folder = ?")
                        .params(folder)
                        .update()
                == 1;
    }

    void add(String folder, String deployment, String note, String author, String publisher, String shippedDigest) {
        jdbc.sql(
                        """
                        insert into designer_version
                        (deployment, folder, note, by_name, published_by, shipped_digest, at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(deployment, folder, note, author, publisher, shippedDigest, Timestamp.from(clock.instant()))
                .update();
    }

    /** By deployment. */
    Map<String, Publication> of(String folder) {
        var publications = new HashMap<String, Publication>();
        jdbc.sql(
                        """
                        select deployment, note, by_name, published_by, shipped_digest from designer_version
                         where folder = ?""")
                .params(folder)
                .query(Publication.class)
                .list()
                .forEach(publication -> publications.put(publication.deployment(), publication));
        return publications;
    }

    record Proposal(UUID byId, String byName, String note, Instant at) {}

    /** @param shippedDigest of the files that came with the product at that moment */
    record Publication(String deployment, String note, String byName, String publishedBy, String shippedDigest) {}
}
