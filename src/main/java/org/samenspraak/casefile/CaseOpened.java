package org.samenspraak.casefile;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/** A case came into being. Published in the transaction that opens it. */
public record CaseOpened(CaseId caseId, String trajectory, @Nullable CouncilId council) {}
