package org.samenspraak.process;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/**
 * A task no longer waits: done, or taken away by a clock, a message or a stop. Published in the same transaction.
 *
 * @param term the key of its clock, or none
 * @param done whether somebody completed it
 */
public record TaskClosed(
        String taskId, CaseId caseId, String element, @Nullable String term, @Nullable String scope, boolean done) {}
