package org.samenspraak.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/**
 * A task no longer waits: done, or taken away by a clock, a message or a stop. Published in the same transaction.
 *
 * @param term the key of its clock, or none
 * @param due the end that it had, or none
 * @param done whether somebody completed it
 */
public record TaskClosed(
        String taskId,
        CaseId caseId,
        String process,
        String element,
        @Nullable String term,
        @Nullable String scope,
        @Nullable Instant due,
        boolean done) {}
