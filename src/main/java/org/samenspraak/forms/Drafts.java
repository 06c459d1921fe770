package org.samenspraak.forms;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was typed and not yet sent; one per task (or start form) and party. */
@Repository
public class Drafts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param key the task, or the start form and who fills it in
     * @param typed from {@link Forms#typed} or a judgement, so that it is bounded
     */
    public void save(String key, String party, Map<String, Object> typed, String by) {
        jdbc.sql(
                        """
                        insert into forms_draft (key, party, typed, by_name, at)
                        values (:key, :party, cast(:typed as jsonb), :by, :at)
                        on conflict (key, party) do update
                        set typed = excluded.typed, by_name = excluded.by_name, at = excluded.at,
                            version = forms_draft.version + 1
                        """)
                .param("key", key)
                .param("party", party)
                .param("typed", Json.write(typed))
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    public Optional<Draft> find(String key, String party) {
        return jdbc.sql("select typed, by_name, at from forms_draft where key = :key and party = :party")
                .param("key", key)
                .param("party", party)
                .query((rs, number) -> new Draft(
                        Json.read(rs.getString("typed")),
                        rs.getString("by_name"),
                        rs.getTimestamp("at").toInstant()))
                .optional();
    }

    /** Of all parties. */
    public void remove(String key) {
        jdbc.sql("delete from forms_draft where key = :key").param("key", key).update();
    }

    public record Draft(Map<String, Object> typed, String by, Instant at) {}
}
