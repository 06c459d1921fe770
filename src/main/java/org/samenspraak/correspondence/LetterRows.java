package org.samenspraak.correspondence;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.samenspraak.correspondence.Letters.PassedOn;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
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
                        insert into correspondence_letter (document, case_id, council, template, written_at)
                        values (:document, :case, (select council_id from casefile_case where id = :case), :template, :at)""")
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

    /** Those that this council got. */
    Set<UUID> of(CaseId caseId, CouncilId council) {
        return jdbc.sql("select document from correspondence_letter where case_id = :case and council = :council")
                .param("case", caseId.value())
                .param("council", council.value())
                .query(UUID.class)
                .set();
    }

    /** Cases in which it got letters and that another council has now, the newest first. */
    List<PassedOn> passedOn(CouncilId council, int limit) {
        return jdbc.sql(
                        """
                        select c.number, c.trajectory from casefile_case c
                        where c.council_id is distinct from :council and exists
                          (select 1 from correspondence_letter l where l.case_id = c.id and l.council = :council)
                        order by c.opened_at desc, c.id desc limit :limit""")
                .param("council", council.value())
                .param("limit", limit)
                .query((row, number) -> new PassedOn(row.getString("number"), row.getString("trajectory")))
                .list();
    }

    /** That of the council that has the case goes before those of a council that had it. */
    Optional<UUID> latest(CaseId caseId, String template) {
        return jdbc.sql(
                        """
                        select l.document from correspondence_letter l join casefile_case c on c.id = l.case_id
                        where l.case_id = :case and l.template = :template
                        order by l.council is not distinct from c.council_id desc, l.written_at desc limit 1""")
                .param("case", caseId.value())
                .param("template", template)
                .query(UUID.class)
                .optional();
    }
}
