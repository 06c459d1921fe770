package org.samenspraak.advice;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.JsonText;
import org.samenspraak.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody read in from a file and did not confirm yet: one file for each person and case. */
@Repository
class ReplySheets {

    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonText json;

    ReplySheets(JdbcClient jdbc, JsonText json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void put(CaseId caseId, PersonId person, List<Row> rows, Instant now) {
        jdbc.sql(
                        """
                        insert into advice_sheet (case_id, person, at, rows) values (:case, :person, :now, cast(:rows as jsonb))
                        on conflict (case_id, person) do update set at = excluded.at, rows = excluded.rows
                        """)
                .param("case", caseId.value())
                .param("person", person.value())
                .param("now", Timestamp.from(now))
                .param("rows", json.write(rows))
                .update();
    }

    /** Nothing when there is no file. */
    List<Row> of(CaseId caseId, PersonId person) {
        return jdbc.sql("select rows from advice_sheet where case_id = ? and person = ?")
                .params(caseId.value(), person.value())
                .query(String.class)
                .optional()
                .map(rows -> json.read(rows, ROWS))
                .orElse(List.of());
    }

    void remove(CaseId caseId, PersonId person) {
        jdbc.sql("delete from advice_sheet where case_id = ? and person = ?")
                .params(caseId.value(), person.value())
                .update();
    }

    /**
     * A row that says something else than what was exported.
     *
     * @param line of the file, counted from 1
     * @param twice whether an earlier row answers the same
     */
    record Row(int line, boolean twice, TypedReply reply) {}
}
