package org.samenspraak.casefile;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/** A case went to another council or area. Published in the same transaction. */
public record CaseAssigned(CaseId caseId, @Nullable CouncilId from, @Nullable CouncilId to) {}
