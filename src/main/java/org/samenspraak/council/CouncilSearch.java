package org.samenspraak.council;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.AreaId;

/**
 * Which councils of the register; everything left out matches all.
 *
 * @param text words of the name, or what looks like them, in any order
 * @param areas any of these; none given is all
 * @param standings any of these; none given is all
 */
public record CouncilSearch(
        @Nullable String text, @Nullable CouncilKind kind, Set<AreaId> areas, Set<Standing> standings) {}
