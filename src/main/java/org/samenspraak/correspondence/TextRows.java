package org.samenspraak.correspondence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.samenspraak.correspondence.LetterTexts.Typed;
import org.samenspraak.correspondence.LetterTexts.Version;
import org.samenspraak.correspondence.TextHead.Shipped;
import org.samenspraak.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The city's own texts: every version that was published, and one draft of each. */
@Repository
class TextRows {

    private static final String COLUMNS = "version, title, body, shipped, beside, note, by_name, at";

    private final JdbcClient jdbc;
    private final Clock clock;

    TextRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last version of each text in a language, by name. */
    Map<String, Version> newest(String language) {
        var newest = new HashMap<String, Version>();
        jdbc.sql("select distinct on (name) name, " + COLUMNS
                        + " from correspondence_text where language = :language order by name, version desc")
                .param("language", language)
                .query((row, number) -> newest.put(row.getString("name"), version(row)))
                .list();
        return newest;
    }

    /** The last version of one text. */
    Optional<Version> newest(String name, String language) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from correspondence_text where name = :name and language = :language order by version desc limit 1")
                .param("name", name)
                .param("language", language)
                .query((row, number) -> version(row))
                .optional();
    }

    List<Version> versions(String name, String language) {
        return jdbc.sql("select " + COLUMNS
                        + " from correspondence_text where name = :name and language = :language order by version desc")
                .param("name", name)
                .param("language", language)
                .query((row, number) -> version(row))
                .list();
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getInt("version"),
                row.getString("title"),
                row.getString("body"),
                row.getBoolean("shipped"),
                row.getString("beside"),
                row.getString("note"),
                row.getString("by_name"),
                row.getTimestamp("at").toInstant());
    }

    /** False when somebody published that number first. */
    boolean add(Shipped text, Typed typed, boolean shipped, String beside, String note, Actor by) {
        return jdbc.sql(
                                """
                        insert into correspondence_text
                        (name, language, version, title, body, shipped, beside, note, by_name, at)
                        values (:name, :language, :version, :title, :body, :shipped, :beside, :note, :by, :at)
                        on conflict do nothing""")
                        .param("name", text.name())
                        .param("language", text.language())
                        .param("version", typed.published() + 1)
                        .param("title", typed.title())
                        .param("body", typed.body())
                        .param("shipped", shipped)
                        .param("beside", beside)
                        .param("note", note)
                        .param("by", by.name())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    Set<String> drafted(String language) {
        return Set.copyOf(jdbc.sql("select name from correspondence_text_draft where language = :language")
                .param("language", language)
                .query(String.class)
                .list());
    }

    Optional<Draft> draft(String name, String language) {
        return jdbc.sql(
                        """
                        select name, language, title, body, version from correspondence_text_draft
                        where name = :name and language = :language""")
                .param("name", name)
                .param("language", language)
                .query(Draft.class)
                .optional();
    }

    /** Writes it over the version that it was read from; the version it has now, or nothing when that one is gone. */
    Optional<Long> keep(Draft draft, Actor by) {
        var sql = draft.version() == 0
                ? """
                insert into correspondence_text_draft (name, language, title, body, by_name, at, writers)
                values (:name, :language, :title, :body, :by, :at, array_remove(array[:writer::uuid], null)) on conflict do nothing returning version"""
                : """
                update correspondence_text_draft set title = :title, body = :body, by_name = :by, at = :at,
                version = nextval('correspondence_text_draft_version'),
                writers = case when :writer::uuid is null or :writer = any (writers) or (title = :title and body = :body)
                          then writers else writers || :writer end
                where name = :name and language = :language and version = :version returning version""";
        return jdbc.sql(sql)
                .param("name", draft.name())
                .param("language", draft.language())
                .param("title", draft.title())
                .param("body", draft.body())
                .param("version", draft.version())
                .param("by", by.name())
                .param("writer", by.id())
                .param("at", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional();
    }

    /** Whether this person changed a word of the draft. */
    boolean isWriter(String name, String language, UUID person) {
        return jdbc.sql("select exists (select from correspondence_text_draft"
                        + " where name = ? and language = ? and ? = any (writers))")
                .params(name, language, person)
                .query(Boolean.class)
                .single();
    }

    /** False when it is gone or another. */
    boolean drop(String name, String language, long version) {
        return jdbc.sql(
                                """
                        delete from correspondence_text_draft
                        where name = :name and language = :language and version = :version""")
                        .param("name", name)
                        .param("language", language)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** @param version 0 for one that is not kept yet; never used twice */
    record Draft(String name, String language, String title, String body, long version) {}
}
