package org.samenspraak.deadlines;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;

/** A term runs anew, from today. Published in the transaction that starts it. */
public record TermRenewed(CaseId caseId, String term, @Nullable String scope, LocalDate lastDay) {}
