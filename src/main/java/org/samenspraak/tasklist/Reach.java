package org.samenspraak.tasklist;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;

/**
 * How far somebody reaches: what councils must answer when they look after councils, in
 * their own areas or everywhere.
 *
 * @param areas ids of the areas they look after
 * @param everywhere whether they look after all councils
 */
record Reach(SignedIn me, Set<UUID> areas, boolean everywhere) {

    static Reach of(SignedIn me) {
        if (!me.may(Permission.EDIT_COUNCIL)) {
            return new Reach(me, Set.of(), false);
        }
        var areas = me.groups().stream()
                .map(GroupId::scope)
                .filter(Objects::nonNull)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        var unscoped =
                me.groups().stream().filter(group -> group.scope() == null).toList();
        var everywhere = SignedIn.of(me.person(), me.name(), unscoped).may(Permission.EDIT_COUNCIL);
        return new Reach(me, areas, everywhere);
    }

    /** Whether they may answer for a council of this area, from paper. */
    boolean looksAfter(@Nullable AreaId area) {
        return everywhere || (area != null && areas.contains(area.value()));
    }
}
