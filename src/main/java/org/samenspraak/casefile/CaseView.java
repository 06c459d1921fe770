package org.samenspraak.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.regulation.RegulationId;

/** A case as its dossier heads it. */
public record CaseView(
        CaseId id,
        String number,
        String trajectory,
        String title,
        CaseStatus status,
        @Nullable String outcome,
        @Nullable CouncilId council,
        @Nullable AreaId area,
        @Nullable PersonId owner,
        RegulationId regulation,
        LocalDate received,
        boolean onPaper,
        Instant openedAt,
        @Nullable Instant closedAt,
        int version) {}
