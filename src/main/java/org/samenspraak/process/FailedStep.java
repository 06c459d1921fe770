package org.samenspraak.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/**
 * A technical step that failed.
 *
 * @param since when it was to begin; of a timer, when it is tried next
 */
public record FailedStep(
        String id,
        CaseId caseId,
        String stepId,
        String stepName,
        @Nullable String message,
        int retriesLeft,
        Instant since) {}
