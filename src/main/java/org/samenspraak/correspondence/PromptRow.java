package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.council.MailChoices.Reader;
import org.samenspraak.council.Mandates;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/**
 * One question to one person of a council.
 *
 * @param function CHAIR, SECRETARY, MEMBER or MAILBOX
 * @param generation goes up when the recipient changes or says that it is not for them; links of an older one are dead
 * @param disowned whether somebody who reads that address said that a question is not for them, and nobody found out yet
 * @param reader which member, by what the council chose; empty for the others
 */
record PromptRow(
        UUID id,
        String taskId,
        CaseId caseId,
        CouncilId council,
        String taskName,
        @Nullable String taskNameEn,
        @Nullable String term,
        @Nullable String scope,
        String function,
        String recipient,
        String recipientName,
        int generation,
        Instant openedAt,
        PromptState state,
        @Nullable String answeredBy,
        @Nullable Instant closedAt,
        boolean disowned,
        String reader) {

    String taskName(Locale language) {
        return taskNameEn != null && language.equals(Locale.ENGLISH) ? taskNameEn : taskName;
    }

    /** Whether it was asked of this person, or of the shared mailbox, at this address. */
    boolean isFor(String name, String address) {
        return recipient.equals(address) && (function.equals(Reader.MAILBOX) || Mandates.isSame(recipientName, name));
    }

    /** Whether the council chose them to read along, besides chair and secretary. */
    boolean isChosen() {
        return function.equals(Reader.MEMBER) || function.equals(Reader.MAILBOX);
    }
}
