package org.samenspraak.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of {@code forms_draft}, {@code forms_draft_field}, {@code forms_draft_rival}, {@code forms_draft_beside} and {@code forms_draft_sent}. */
@Repository
class DraftRecords {

    private final JdbcClient jdbc;

    DraftRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets one page save at a time, until the end of the transaction, and none while it is sent. */
    void lock(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 46))")
                .param("key", key)
                .query(rs -> {});
    }

    void touch(DraftPlace place, String by, Instant at, LocalDate removeOn) {
        of(
                        place,
                        """
                        insert into forms_draft (key, party, by_name, at, remove_on) values (:key, :party, :by, :at, :day)
                        on conflict (key, party) do update
                        set by_name = excluded.by_name, at = excluded.at, remove_on = excluded.remove_on
                        """)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("day", removeOn)
                .update();
    }

    Optional<Saved> saved(DraftPlace place) {
        return of(place, "select by_name, at from forms_draft where key = :key and party = :party")
                .query((rs, number) ->
                        new Saved(rs.getString("by_name"), rs.getTimestamp("at").toInstant()))
                .optional();
    }

    /** Who typed in it and when last, the newest first. */
    List<Saved> writers(DraftPlace place, int limit) {
        return of(
                        place,
                        """
                        select by_name, max(at) as at from (
                            select by_name, at from forms_draft_field where key = :key and party = :party
                            union all
                            select by_name, at from forms_draft_rival where key = :key and party = :party) typed
                        group by by_name order by max(at) desc, by_name limit :limit
                        """)
                .param("limit", limit)
                .query((rs, number) ->
                        new Saved(rs.getString("by_name"), rs.getTimestamp("at").toInstant()))
                .list();
    }

    /** What counts, by path. */
    Map<String, Row> fields(DraftPlace place) {
        return of(place, "select * from forms_draft_field where key = :key and party = :party order by path")
                .query(DraftRecords::row)
                .stream()
                .collect(Collectors.toMap(Row::path, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** What counted when its task was taken away. */
    List<Row> ofGone(String taskId, String party) {
        return ofGone("forms_draft_field", taskId, party);
    }

    /** What others had typed at the same time. */
    List<Row> rivalsOfGone(String taskId, String party) {
        return ofGone("forms_draft_rival", taskId, party);
    }

    private List<Row> ofGone(String table, String taskId, String party) {
        return jdbc.sql("select * from " + table + " where key = :key and party = :party order by path, at")
                .param("key", taskId)
                .param("party", party)
                .query(DraftRecords::row)
                .list();
    }

    /** Oldest first. */
    List<Row> rivals(DraftPlace place) {
        return of(place, "select * from forms_draft_rival where key = :key and party = :party order by at, page")
                .query(DraftRecords::row)
                .list();
    }

    void put(DraftPlace place, Row row) {
        put(place, "forms_draft_field", "key, party, path", row);
    }

    void putRival(DraftPlace place, Row row) {
        put(place, "forms_draft_rival", "key, party, path, page", row);
    }

    private void put(DraftPlace place, String table, String unique, Row row) {
        of(
                        place,
                        """
                        insert into %s (key, party, path, typed, label, words, schema, page, language, by_name, at)
                        values (:key, :party, :path, cast(:typed as jsonb), :label, :words, :schema, :page, :language,
                            :by, :at)
                        on conflict (%s) do update
                        set typed = excluded.typed, label = excluded.label, words = excluded.words,
                            schema = excluded.schema, page = excluded.page,
                            language = excluded.language, by_name = excluded.by_name, at = excluded.at
                        """
                                .formatted(table, unique))
                .param("path", row.path())
                .param("typed", Json.write(row.typed()))
                .param("label", row.label())
                .param("words", row.words())
                .param("schema", row.schema())
                .param("page", row.page())
                .param("language", row.language())
                .param("by", row.by())
                .param("at", Timestamp.from(row.at()))
                .update();
    }

    /** @return whether there was one */
    boolean removeRival(DraftPlace place, String path, String page) {
        return of(
                                place,
                                "delete from forms_draft_rival"
                                        + " where key = :key and party = :party and path = :path and page = :page")
                        .param("path", path)
                        .param("page", page)
                        .update()
                > 0;
    }

    void removeField(DraftPlace place, String path) {
        of(place, "delete from forms_draft_field where key = :key and party = :party and path = :path")
                .param("path", path)
                .update();
    }

    void removeRivals(DraftPlace place, String path) {
        of(place, "delete from forms_draft_rival where key = :key and party = :party and path = :path")
                .param("path", path)
                .update();
    }

    void putBeside(DraftPlace place, String reader, Map<String, String> texts) {
        of(
                        place,
                        """
                        insert into forms_draft_beside (key, party, reader, texts)
                        values (:key, :party, :reader, cast(:texts as jsonb))
                        on conflict (key, party, reader) do update set texts = excluded.texts
                        """)
                .param("reader", reader)
                .param("texts", Json.write(texts))
                .update();
    }

    Map<String, String> beside(DraftPlace place, String reader) {
        return of(
                        place,
                        "select e.key, e.value from forms_draft_beside b, jsonb_each_text(b.texts) e"
                                + " where b.key = :key and b.party = :party and b.reader = :reader")
                .param("reader", reader)
                .query((rs, number) -> Map.entry(rs.getString(1), rs.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of all parties, also what is being saved at this moment. */
    void remove(String key) {
        lock(key);
        jdbc.sql("delete from forms_draft where key = :key").param("key", key).update();
    }

    /** @return false when it was sent, or left, before */
    boolean addSent(String page, LocalDate removeOn) {
        return jdbc.sql("insert into forms_draft_sent (page, remove_on) values (:page, :day) on conflict do nothing")
                        .param("page", page)
                        .param("day", removeOn)
                        .update()
                > 0;
    }

    boolean isSent(String page) {
        return jdbc.sql("select exists (select 1 from forms_draft_sent where page = :page)")
                .param("page", page)
                .query(Boolean.class)
                .single();
    }

    void removeUntil(LocalDate day) {
        for (var table : List.of("forms_draft", "forms_draft_sent")) {
            jdbc.sql("delete from " + table + " where remove_on <= :day")
                    .param("day", day)
                    .update();
        }
    }

    /** Those of visitors with fewer than so many answers, in which nobody typed since. */
    int removeSketches(int fewer, Instant since) {
        return jdbc.sql(
                        """
                        delete from forms_draft d where party = :visitor and at < :since
                            and (select count(*) from forms_draft_field f
                                where f.key = d.key and f.party = d.party and f.words <> '') < :fewer
                        """)
                .param("visitor", DraftPlace.VISITOR)
                .param("since", Timestamp.from(since))
                .param("fewer", fewer)
                .update();
    }

    private StatementSpec of(DraftPlace place, String sql) {
        return jdbc.sql(sql).param("key", place.key()).param("party", place.party());
    }

    private static Row row(ResultSet rs, int number) throws SQLException {
        return new Row(
                rs.getString("path"),
                Json.read(rs.getString("typed")),
                rs.getString("label"),
                rs.getString("words"),
                rs.getString("schema"),
                rs.getString("page"),
                rs.getString("language"),
                rs.getString("by_name"),
                rs.getTimestamp("at").toInstant());
    }

    record Saved(String by, Instant at) {}

    /**
     * @param typed HTML name to texts, of this question only
     * @param language numbers are typed in
     */
    record Row(
            String path,
            Map<String, Object> typed,
            String label,
            String words,
            String schema,
            String page,
            String language,
            String by,
            Instant at) {

        static Row of(Entry entry, Map<String, Object> typed, Form form, DraftPage page, String by, Instant at) {
            return new Row(
                    entry.path(),
                    typed,
                    entry.label(),
                    entry.words(),
                    form.sha256(),
                    page.id(),
                    Forms.locale().getLanguage(),
                    by,
                    at);
        }
    }
}
