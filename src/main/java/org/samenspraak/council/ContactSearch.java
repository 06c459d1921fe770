package org.samenspraak.council;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.AreaLimit;
import org.samenspraak.kernel.AreaId;

/**
 * Whose contacts; everything left out matches all.
 *
 * @param text words of the council's name or of a contact's, or what looks like them
 * @param areas any of these; none given is all
 * @param limit where the reader may see contacts
 */
record ContactSearch(
        @Nullable String text,
        @Nullable CouncilKind kind,
        Set<AreaId> areas,
        Memberships.@Nullable Function function,
        AreaLimit limit) {}
