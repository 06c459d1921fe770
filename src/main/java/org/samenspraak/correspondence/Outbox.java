package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/** What leaves the office: queued with the fact, sent at least once, kept as sent. */
public class Outbox {

    /** Queues a mail in the running transaction. */
    public UUID queue(Mail mail) {
        throw new UnsupportedOperationException();
    }

    /** Sends what is due now; called by the clock, safe on two nodes. */
    public int sendDue() {
        throw new UnsupportedOperationException();
    }

    public List<Row> of(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param key two mails with one key are one mail; none makes it unique
     * @param prompt the prompt whose link replaces the placeholder in the text when it is handed over, or none
     */
    public record Mail(
            @Nullable String key,
            @Nullable CaseId caseId,
            String to,
            String toName,
            String subject,
            String text,
            String html,
            @Nullable UUID prompt,
            List<UUID> attachments) {}

    public enum State {
        WAITING,
        SENT,
        FAILED,
        WITHDRAWN
    }

    public record Row(
            UUID id,
            String to,
            String subject,
            State state,
            int tries,
            @Nullable String problem,
            Instant queuedAt,
            @Nullable Instant sentAt) {}
}
