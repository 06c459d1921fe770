package org.samenspraak.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What colleagues write for each other in a case. It never leaves the house: no letter, no council and no public page reads
 * it, and in the timeline only who may open documents sees it.
 */
@Service
public class CaseNotes {

    private static final int LONGEST = 4_000;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Timeline timeline;
    private final Clock clock;

    CaseNotes(JdbcClient jdbc, Cases cases, Timeline timeline, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Newest first, at most {@code limit}, older than {@code before}. */
    @Transactional(readOnly = true)
    public List<Note> page(CaseId caseId, @Nullable Long before, int limit) {
        return jdbc.sql(
                        "select * from casefile_note where case_id = :case and id < :before order by id desc limit :limit")
                .param("case", caseId.value())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("limit", limit)
                .query(CaseNotes::note)
                .list();
    }

    /**
     * Refuses an empty text, one of more than {@value #LONGEST} characters, and a case that ended. What its writer just said,
     * by a second click, is one note.
     */
    @Transactional
    public void add(CaseId caseId, String text, PersonId author, Actor by) {
        var said = said(caseId, text);
        jdbc.sql("select id from casefile_case where id = ? for update")
                .param(caseId.value())
                .query()
                .listOfRows();
        var added = jdbc.sql(
                        """
                        insert into casefile_note (case_id, author, author_name, text, at)
                        select :case, :author, :name, :text, :now where not exists (
                            select from (select * from casefile_note where case_id = :case order by id desc limit 1) last
                            where author = :author and text = :text)
                        """)
                .param("case", caseId.value())
                .param("author", author.value())
                .param("name", by.name())
                .param("text", said)
                .param("now", now())
                .update();
        if (added == 1) {
            timeline.add(caseId, "note.added", Map.of(), said, by);
        }
    }

    /**
     * Changes a note of one's own; what it said before stays in the timeline.
     *
     * @param version as it was read
     * @throws Refusal like {@link #add}, for the note of somebody else, and when it changed since
     */
    @Transactional
    public void correct(CaseId caseId, long note, int version, String text, PersonId author, Actor by) {
        var said = said(caseId, text);
        var changed = jdbc.sql(
                        """
                        update casefile_note set text = :text, corrected_at = :now, version = version + 1
                        where id = :id and case_id = :case and author = :author and version = :version
                        """)
                .param("text", said)
                .param("now", now())
                .param("id", note)
                .param("case", caseId.value())
                .param("author", author.value())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw Refusal.of("text", "casefile.refusal.note-changed");
        }
        timeline.add(caseId, "note.corrected", Map.of(), said, by);
    }

    private String said(CaseId caseId, String text) {
        cases.refuseEnded(caseId);
        if (text.isBlank()) {
            throw Refusal.of("text", "casefile.refusal.note-empty");
        }
        if (text.strip().length() > LONGEST) {
            throw Refusal.of("text", "casefile.refusal.note-long", LONGEST);
        }
        return text.strip();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Note note(ResultSet row, int number) throws SQLException {
        var corrected = row.getTimestamp("corrected_at");
        return new Note(
                row.getLong("id"),
                new PersonId(row.getObject("author", UUID.class)),
                row.getString("author_name"),
                row.getString("text"),
                row.getTimestamp("at").toInstant(),
                corrected == null ? null : corrected.toInstant(),
                row.getInt("version"));
    }

    /** @param version counts corrections, against lost updates */
    public record Note(
            long id, PersonId author, String by, String text, Instant at, @Nullable Instant correctedAt, int version) {}
}
