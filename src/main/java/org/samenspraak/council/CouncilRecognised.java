package org.samenspraak.council;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/** A council was written in the register. */
public record CouncilRecognised(CouncilId council, CaseId caseId, LocalDate from, @Nullable LocalDate until) {}
