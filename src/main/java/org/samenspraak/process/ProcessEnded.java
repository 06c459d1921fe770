package org.samenspraak.process;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/**
 * A process of a case ended that no other one called: its own, or one that ran beside it. Published in the same transaction.
 *
 * @param endElement the end event it reached, or none when it was stopped
 */
public record ProcessEnded(CaseId caseId, String processKey, @Nullable String endElement, @Nullable String endName) {}
