package org.samenspraak.advice;

import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.CouncilId;

/** Which published advice somebody looks for; none is all. */
public record PublicSearch(@Nullable CouncilId council, @Nullable String domain, @Nullable Integer year) {

    public static final PublicSearch ALL = new PublicSearch(null, null, null);
}
