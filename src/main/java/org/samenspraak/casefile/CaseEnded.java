package org.samenspraak.casefile;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/**
 * A case was closed, withdrawn or stopped. Published in the same transaction.
 *
 * @param outcome of a closed case, a word of the trajectory ("granted")
 */
public record CaseEnded(CaseId caseId, CaseStatus status, @Nullable String outcome) {}
