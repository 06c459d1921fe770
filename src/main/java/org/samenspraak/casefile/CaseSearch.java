package org.samenspraak.casefile;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.CouncilId;

/**
 * What somebody looks for; everything left out matches all.
 *
 * @param text words of number and title, or how they begin, in any order
 * @param areas any of these; none given is all
 */
public record CaseSearch(
        @Nullable String text,
        Set<AreaId> areas,
        @Nullable CouncilId council,
        @Nullable String trajectory,
        @Nullable CaseStatus status,
        CaseWork work) {

    public CaseSearch(
            @Nullable String text,
            Set<AreaId> areas,
            @Nullable CouncilId council,
            @Nullable String trajectory,
            @Nullable CaseStatus status) {
        this(text, areas, council, trajectory, status, CaseWork.ANY);
    }

    public static final CaseSearch ALL = new CaseSearch(null, Set.of(), null, null, null);

    /** Everything that was ever opened for a council. */
    public static CaseSearch of(CouncilId council) {
        return new CaseSearch(null, Set.of(), council, null, null);
    }
}
