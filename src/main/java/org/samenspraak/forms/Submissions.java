package org.samenspraak.forms;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/** Forms as they were sent, with their schema; never changed afterwards. */
public class Submissions {

    /** @param taskId the task it answers, or none for a start form; the same task is accepted once */
    public UUID keep(
            CaseId caseId,
            @Nullable String taskId,
            String element,
            Form form,
            Answers answers,
            Actor by,
            boolean onPaper) {
        throw new UnsupportedOperationException();
    }

    /** The last answers to a form in this case. */
    public Optional<Answers> latest(CaseId caseId, String formId) {
        throw new UnsupportedOperationException();
    }

    public List<Row> of(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    public Sent get(CaseId caseId, UUID submission) {
        throw new UnsupportedOperationException();
    }

    public record Row(UUID id, String formId, String title, Instant at, String by, boolean onPaper) {}

    public record Sent(Row row, Form form, Answers answers) {}
}
