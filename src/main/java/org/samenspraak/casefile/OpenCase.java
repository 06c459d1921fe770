package org.samenspraak.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;

/**
 * Asks for a new case.
 *
 * @param trajectory the process key
 * @param code three letters for the number ("REC")
 * @param received the day the clocks count from
 */
public record OpenCase(
        CaseId id,
        String trajectory,
        String code,
        String title,
        @Nullable CouncilId council,
        @Nullable AreaId area,
        LocalDate received,
        boolean onPaper,
        Actor by) {}
