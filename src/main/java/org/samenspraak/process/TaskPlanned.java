package org.samenspraak.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/**
 * Somebody said when a task is looked at again, or how much it comes before others. Published in the same transaction.
 *
 * @param followUp the new moment; none when it was taken away, or when it is the priority that changed
 * @param priority the new one; none when it is the moment that changed
 */
public record TaskPlanned(
        CaseId caseId,
        String name,
        @Nullable String nameEn,
        @Nullable Instant followUp,
        @Nullable Priority priority,
        Actor by) {}
