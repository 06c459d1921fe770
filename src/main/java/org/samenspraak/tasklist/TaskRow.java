package org.samenspraak.tasklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.PersonId;

/**
 * A line of the work list.
 *
 * @param forCouncil a council must answer; officials follow it
 */
record TaskRow(
        String id,
        String name,
        @Nullable String nameEn,
        boolean forCouncil,
        @Nullable PersonId assignee,
        @Nullable Instant due,
        CaseId caseId,
        @Nullable String number,
        String title,
        String trajectory,
        @Nullable CouncilId council,
        @Nullable AreaId area) {

    public String name(boolean english) {
        return english && nameEn != null ? nameEn : name;
    }

    /** Where the next page goes on. */
    String cursor() {
        return (due == null ? "" : due) + "_" + id;
    }
}
