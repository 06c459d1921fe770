package org.samenspraak.identity;

import java.util.Set;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;

/**
 * The official behind a request; a handler asks it as a parameter.
 *
 * @param groups all groups, areas with the areas inside them
 */
public record SignedIn(PersonId person, String name, Set<GroupId> groups, Set<Permission> permissions) {

    public Actor actor() {
        return Actor.person(person, name);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
