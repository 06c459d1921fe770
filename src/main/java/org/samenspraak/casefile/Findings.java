package org.samenspraak.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.AreaLimit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds what lies in the dossiers by its words: documents by their names, and what people wrote in the timeline. What has the
 * words is found first and sorted then ({@code offset 0}): the planner can't know how rare a word is, and reading on in the order
 * until the page is full may be reading everything.
 */
@Service
public class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first, at most {@code limit}, after the last one of the page before.
     *
     * @param contacts where the reader may see addresses: what only they may see shows its name there only
     */
    @Transactional(readOnly = true)
    public List<FoundDocument> documents(String text, AreaLimit contacts, @Nullable UUID after, int limit) {
        return jdbc.sql(
                        """
                        select d.id, d.name, d.kind, d.at, d.scan, c.number, c.title from (
                            select * from (select * from casefile_document
                                where findable @@ search_query(:text) and case_id is not null and latest offset 0) found
                            where (audience <> 'CONTACTS' or :everywhere or exists (
                                select from casefile_case where id = found.case_id and area_id = any(:areas)))
                        """
                                + (after == null
                                        ? ""
                                        : " and (at, id) < (select at, id from casefile_document where id = :after)")
                                + """
                            order by at desc, id desc limit :limit) d
                        join casefile_case c on c.id = d.case_id order by d.at desc, d.id desc
                        """)
                .param("text", SearchWords.asked(text))
                .param("everywhere", contacts.everywhere())
                .param("areas", contacts.ids())
                .param("after", after)
                .param("limit", limit)
                .query(Findings::document)
                .list();
    }

    /**
     * Newest first, at most {@code limit}, older than {@code before}.
     *
     * @param withNotes whether the reader may see notes for colleagues
     */
    @Transactional(readOnly = true)
    public List<FoundText> texts(String text, boolean withNotes, @Nullable Long before, int limit) {
        return jdbc.sql(
                        """
                        select e.id, e.at, e.detail, e.actor_name, c.number, c.title from (
                            select * from (select * from casefile_event
                                where findable @@ search_query(:text) and detail is not null offset 0) found
                            where id < :before and (:notes or topic <> 'note') order by id desc limit :limit) e
                        join casefile_case c on c.id = e.case_id order by e.id desc
                        """)
                .param("text", SearchWords.asked(text))
                .param("notes", withNotes)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query((row, number) -> new FoundText(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("detail"),
                        row.getString("actor_name"),
                        row.getString("number"),
                        row.getString("title")))
                .list();
    }

    private static FoundDocument document(ResultSet row, int number) throws SQLException {
        var scan = Documents.Scan.valueOf(row.getString("scan"));
        return new FoundDocument(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Documents.Kind.valueOf(row.getString("kind")),
                row.getTimestamp("at").toInstant(),
                scan == Documents.Scan.NONE || scan == Documents.Scan.CLEAN,
                row.getString("number"),
                row.getString("title"));
    }

    /**
     * @param readable whether it can be opened (yet)
     * @param number of its case
     * @param title of its case
     */
    public record FoundDocument(
            UUID id, String name, Documents.Kind kind, Instant at, boolean readable, String number, String title) {}

    /**
     * @param text what somebody wrote: a reason, a remark
     * @param by who wrote it; empty when the system did
     */
    public record FoundText(long id, Instant at, String text, String by, String number, String title) {}
}
