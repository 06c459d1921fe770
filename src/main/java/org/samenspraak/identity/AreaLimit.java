package org.samenspraak.identity;

import java.util.Set;
import java.util.UUID;
import org.samenspraak.kernel.AreaId;

/**
 * Where somebody may do a thing: for queries, as {@link SignedIn#may(Permission, AreaId)} is for one place.
 *
 * @param everywhere in the whole municipality, and for what has no area
 * @param areas also those inside theirs
 */
public record AreaLimit(boolean everywhere, Set<AreaId> areas) {

    public static final AreaLimit NOWHERE = new AreaLimit(false, Set.of());

    /** Nowhere at all. */
    public boolean isNone() {
        return !everywhere && areas.isEmpty();
    }

    /** As a parameter of a query. */
    public UUID[] ids() {
        return areas.stream().map(AreaId::value).toArray(UUID[]::new);
    }
}
