package org.samenspraak.process;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;

/**
 * Somebody took a task or gave it back. Published in the same transaction.
 *
 * @param taken or given back
 */
public record TaskAssigned(CaseId caseId, String name, @Nullable String nameEn, boolean taken, Actor by) {}
