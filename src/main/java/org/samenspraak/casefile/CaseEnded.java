package org.samenspraak.casefile;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/**
 * A case was closed, withdrawn or stopped. Published in the same transaction.
 *
 * @param outcome of a closed case, a word of the trajectory ("granted")
 * @param reason why it was withdrawn or stopped; none of a closed case
 * @param by who ended it
 */
public record CaseEnded(
        CaseId caseId, CaseStatus status, @Nullable String outcome, @Nullable String reason, Actor by) {}
