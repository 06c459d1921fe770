package org.samenspraak.correspondence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which document was written from which text. */
@Repository
class LetterRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    LetterRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(UUID document, CaseId caseId, String template) {
        jdbc.sql(
                        """
                        insert into correspondence_letter (document, case_id, template, written_at)
                        values (:document, :case, :template, :at)""")
                .param("document", document)
                .param("case", caseId.value())
                .param("template", template)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** Keeps what a letter was made of. */
    void addParts(UUID document, Map<String, String> parts) {
        parts.forEach((name, body) -> jdbc.sql(
                        "insert into correspondence_letter_part (document, name, body) values (:document, :name, :body)")
                .param("document", document)
                .param("name", name)
                .param("body", body)
                .update());
    }

    /** Its parts, by name. */
    Map<String, String> parts(UUID document) {
        var parts = new HashMap<String, String>();
        jdbc.sql("select name, body from correspondence_letter_part where document = :document")
                .param("document", document)
                .query((row, number) -> parts.put(row.getString("name"), row.getString("body")))
                .list();
        return parts;
    }

    Set<UUID> of(CaseId caseId) {
        return jdbc.sql("select document from correspondence_letter where case_id = :case")
                .param("case", caseId.value())
                .query(UUID.class)
                .set();
    }

    Optional<UUID> latest(CaseId caseId, String template) {
        return jdbc.sql(
                        """
                        select document from correspondence_letter where case_id = :case and template = :template
                        order by written_at desc limit 1""")
                .param("case", caseId.value())
                .param("template", template)
                .query(UUID.class)
                .optional();
    }
}
