package org.samenspraak.identity;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;

/**
 * The official behind a request; a handler asks it as a parameter.
 *
 * @param groups all groups, areas with the areas inside them
 */
public record SignedIn(PersonId person, String name, Set<GroupId> groups, Set<Permission> permissions) {

    /** The permissions follow from the groups. */
    public static SignedIn of(PersonId person, String name, Collection<GroupId> groups) {
        return new SignedIn(person, name, Set.copyOf(groups), Permissions.of(groups));
    }

    public Actor actor() {
        return Actor.person(person, name);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether a role for the whole municipality or for this very area allows it. */
    public boolean may(Permission permission, @Nullable AreaId area) {
        return groups.stream()
                .filter(group ->
                        group.scope() == null || (area != null && group.scope().equals(area.toString())))
                .flatMap(group -> Role.find(group.role()).stream())
                .anyMatch(role -> Permissions.of(role).contains(permission));
    }
}
