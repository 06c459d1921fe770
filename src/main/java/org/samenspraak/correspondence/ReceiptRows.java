package org.samenspraak.correspondence;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which document of the dossier is the receipt of what. */
@Repository
class ReceiptRows {

    private final JdbcClient jdbc;

    ReceiptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param taskId the task that was answered; none for an application */
    void add(UUID document, CaseId caseId, @Nullable String taskId) {
        jdbc.sql("insert into correspondence_receipt (document, case_id, task_id) values (:document, :case, :task)")
                .param("document", document)
                .param("case", caseId.value())
                .param("task", taskId, Types.VARCHAR)
                .update();
    }

    Optional<UUID> find(CaseId caseId, @Nullable String taskId) {
        return jdbc.sql("select document from correspondence_receipt"
                        + " where case_id = :case and task_id is not distinct from :task")
                .param("case", caseId.value())
                .param("task", taskId, Types.VARCHAR)
                .query(UUID.class)
                .optional();
    }
}
