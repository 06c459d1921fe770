package org.samenspraak.recognition;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.forms.OfferedValues.Value;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The term of each recognition or registration, one case each; at most one runs per council. */
@Repository
class RecognitionTerms {

    private final JdbcClient jdbc;

    RecognitionTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(RecognitionTerm term) {
        jdbc.sql(
                        """
                        insert into recognition_term (case_id, council_id, last_day, receives_money, open_to_new_members)
                        values (:case, :council, :lastDay, :money, :open)
                        """)
                .param("case", term.caseId().value())
                .param("council", term.council().value())
                .param("lastDay", term.lastDay())
                .param("money", term.receivesMoney())
                .param("open", term.openToNewMembers())
                .update();
    }

    void end(CaseId caseId, LocalDate on) {
        jdbc.sql("update recognition_term set ended_on = :on where case_id = :case and ended_on is null")
                .param("on", on)
                .param("case", caseId.value())
                .update();
    }

    Optional<RecognitionTerm> running(CouncilId council) {
        return one("council_id = :id and ended_on is null", council.value());
    }

    RecognitionTerm get(CaseId caseId) {
        return one("case_id = :id", caseId.value()).orElseThrow();
    }

    /** The councils with a running term, by name. */
    List<Value> councils() {
        return jdbc.sql(
                        """
                        select council.id, council.name from recognition_term term
                        join council_council council on council.id = term.council_id
                        where term.ended_on is null order by council.name, council.id
                        """)
                .query((row, number) -> new Value(row.getString("id"), row.getString("name")))
                .list();
    }

    /** The last term of a council that ended, for continuity of a renewal that was decided late. */
    Optional<LocalDate> lastEnd(CouncilId council) {
        return jdbc.sql("select max(last_day) from recognition_term where council_id = :id and ended_on is not null")
                .param("id", council.value())
                .query(LocalDate.class)
                .optional();
    }

    /** Whether the council is or was recognised or registered. */
    boolean isRenewal(CouncilId council) {
        return running(council).isPresent() || lastEnd(council).isPresent();
    }

    private Optional<RecognitionTerm> one(String where, UUID id) {
        return jdbc.sql("select * from recognition_term where " + where)
                .param("id", id)
                .query((row, number) -> new RecognitionTerm(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new CouncilId(row.getObject("council_id", UUID.class)),
                        row.getObject("last_day", LocalDate.class),
                        row.getBoolean("receives_money"),
                        row.getBoolean("open_to_new_members")))
                .optional();
    }

    /** @param lastDay none for a registration without end */
    record RecognitionTerm(
            CaseId caseId,
            CouncilId council,
            @Nullable LocalDate lastDay,
            boolean receivesMoney,
            boolean openToNewMembers) {}
}
