package org.samenspraak.advice;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;

/**
 * Which published advice somebody looks for; none is all.
 *
 * @param among of any of these councils
 */
public record PublicSearch(
        @Nullable CouncilId council, @Nullable String domain, @Nullable Integer year, @Nullable Set<CouncilId> among) {

    public PublicSearch(@Nullable CouncilId council, @Nullable String domain, @Nullable Integer year) {
        this(council, domain, year, null);
    }

    public static final PublicSearch ALL = new PublicSearch(null, null, null);
}
