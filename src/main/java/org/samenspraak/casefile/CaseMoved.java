package org.samenspraak.casefile;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/** A case went to another council. Published in the same transaction; a listener may refuse the move. */
public record CaseMoved(CaseId caseId, String trajectory, @Nullable CouncilId from, CouncilId to, Actor by) {}
