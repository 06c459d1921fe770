package org.samenspraak.agenda;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;

/**
 * What somebody wants to see; filters that are left out match all. Days of the whole city match every trajectory and area.
 *
 * @param until the last day
 * @param group whose tasks only, or none for what {@code whose} says
 * @param areas any of these, with the areas inside them; none for all
 */
public record AgendaQuery(
        SignedIn me,
        LocalDate from,
        LocalDate until,
        Whose whose,
        @Nullable GroupId group,
        @Nullable String trajectory,
        @Nullable Set<AreaId> areas,
        Set<String> kinds) {

    public boolean shows(String kind) {
        return kinds.contains(kind);
    }
}
