package org.samenspraak.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.Actor.Holder;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;

/**
 * The official behind a request; a handler asks it as a parameter.
 *
 * @param groups all groups, areas with the areas inside them, and those in which they act for somebody
 * @param inPlaceOf the groups of somebody else in whose place they act, with who that is
 */
public record SignedIn(
        PersonId person,
        String name,
        Set<GroupId> groups,
        Set<Permission> permissions,
        Map<GroupId, Holder> inPlaceOf) {

    /** The permissions follow from the groups. */
    public static SignedIn of(PersonId person, String name, Collection<GroupId> groups) {
        return of(person, name, groups, Map.of());
    }

    /** The same for who acts in somebody's place too; their own groups come first. */
    static SignedIn of(PersonId person, String name, Collection<GroupId> groups, Map<GroupId, Holder> inPlaceOf) {
        var others = new HashMap<>(inPlaceOf);
        groups.forEach(others::remove);
        var all = new HashSet<>(groups);
        all.addAll(others.keySet());
        return new SignedIn(person, name, Set.copyOf(all), Permissions.of(all), Map.copyOf(others));
    }

    public Actor actor() {
        return Actor.person(person, name);
    }

    /**
     * As who does what these groups are asked: in somebody's place when that person has it already, or none of their own
     * groups is asked.
     *
     * @param assignee who has it, or none
     */
    public Actor actorFor(Set<GroupId> asked, @Nullable PersonId assignee) {
        var holders = asked.stream()
                .sorted(Comparator.comparing(GroupId::toString))
                .flatMap(group -> Optional.ofNullable(inPlaceOf.get(group)).stream())
                .toList();
        var has =
                holders.stream().filter(holder -> holder.id().equals(assignee)).findFirst();
        if (has.isEmpty()
                && groups.stream().anyMatch(group -> asked.contains(group) && !inPlaceOf.containsKey(group))) {
            return actor();
        }
        return has.or(() -> holders.stream().findFirst())
                .map(actor()::inPlaceOf)
                .orElseGet(this::actor);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether a role for the whole municipality or for this very area allows it. */
    public boolean may(Permission permission, @Nullable AreaId area) {
        return groups.stream()
                .filter(group ->
                        group.scope() == null || (area != null && group.scope().equals(area.toString())))
                .anyMatch(group -> allows(group, permission));
    }

    /** The areas where their roles allow it. */
    public AreaLimit where(Permission permission) {
        var scopes = groups.stream()
                .filter(group -> allows(group, permission))
                .map(group -> Optional.ofNullable(group.scope()).map(AreaId::parse))
                .collect(Collectors.toSet());
        return new AreaLimit(
                scopes.contains(Optional.<AreaId>empty()),
                scopes.stream().flatMap(Optional::stream).collect(Collectors.toSet()));
    }

    private static boolean allows(GroupId group, Permission permission) {
        return Role.find(group.role())
                .filter(role -> Permissions.of(role).contains(permission))
                .isPresent();
    }
}
