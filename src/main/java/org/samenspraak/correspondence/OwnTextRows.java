package org.samenspraak.correspondence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.TextHead.Kind;
import org.samenspraak.correspondence.TextHead.Shipped;
import org.samenspraak.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts that the city made itself: which there are, and what they are for. */
@Repository
class OwnTextRows {

    private static final String SELECT = "select name, folder, kind, decision from correspondence_own_text";

    private final JdbcClient jdbc;
    private final Clock clock;

    OwnTextRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Shipped> all(String language) {
        return jdbc.sql(SELECT + " order by name").query(Row.class).list().stream()
                .map(row -> row.in(language))
                .toList();
    }

    Optional<Shipped> find(String name, String language) {
        return jdbc.sql(SELECT + " where name = :name")
                .param("name", name)
                .query(Row.class)
                .optional()
                .map(row -> row.in(language));
    }

    /** False when there is one of that name. */
    boolean add(String name, String folder, Kind kind, @Nullable String decision, Actor by) {
        return jdbc.sql(
                                """
                        insert into correspondence_own_text (name, folder, kind, decision, by_name, at)
                        values (:name, :folder, :kind, :decision, :by, :at) on conflict do nothing""")
                        .param("name", name)
                        .param("folder", folder)
                        .param("kind", kind.name())
                        .param("decision", decision)
                        .param("by", by.name())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Takes it away when nothing was ever published under its name, and nobody is writing it; false when it stays. */
    boolean removeUnused(String name) {
        return jdbc.sql(
                                """
                        delete from correspondence_own_text where name = :name
                        and not exists (select 1 from correspondence_text t where t.name = :name)
                        and not exists (select 1 from correspondence_text_draft d where d.name = :name)""")
                        .param("name", name)
                        .update()
                == 1;
    }

    private record Row(String name, String folder, Kind kind, @Nullable String decision) {

        Shipped in(String language) {
            return new Shipped(folder, name, language, TextHead.own(name, kind, decision), "", "");
        }
    }
}
