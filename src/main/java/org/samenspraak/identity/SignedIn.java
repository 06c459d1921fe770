package org.samenspraak.identity;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;

/**
 * The official behind a request; a handler asks it as a parameter.
 *
 * @param groups their own, areas with the areas inside them
 * @param permissions what their own groups allow; acting in somebody's place gives their tasks, no rights
 * @param covers whose work they do today as well
 */
public record SignedIn(
        PersonId person, String name, Set<GroupId> groups, Set<Permission> permissions, List<Cover> covers) {

    /** The permissions follow from the groups. */
    public static SignedIn of(PersonId person, String name, Collection<GroupId> groups) {
        return of(person, name, groups, List.of());
    }

    /** The same for who acts in somebody's place too. */
    public static SignedIn of(PersonId person, String name, Collection<GroupId> groups, List<Cover> covers) {
        return new SignedIn(person, name, Set.copyOf(groups), Permissions.of(groups), List.copyOf(covers));
    }

    public Actor actor() {
        return Actor.person(person, name);
    }

    /** Whether the task is theirs, or offered to them, or to whom they act for. */
    public boolean works(Offer task) {
        return may(Permission.WORK) && (isMine(task) || covers.stream().anyMatch(cover -> cover.holds(task)));
    }

    private boolean isMine(Offer task) {
        return person.equals(task.assignee()) || !Collections.disjoint(groups, task.groups());
    }

    /** As who they do a task: in somebody's place when that person has it already, or it is not their own. */
    public Actor actorFor(Offer task) {
        var holders = covers.stream()
                .filter(cover -> cover.holds(task))
                .map(Cover::holder)
                .toList();
        return holders.stream()
                .filter(holder -> holder.id().equals(task.assignee()))
                .findFirst()
                .or(() -> isMine(task) ? Optional.empty() : holders.stream().findFirst())
                .map(actor()::inPlaceOf)
                .orElseGet(this::actor);
    }

    /** Groups whose tasks they see: their own, and of whom they act for. */
    public Set<GroupId> offered() {
        return Stream.concat(groups.stream(), covers.stream().flatMap(cover -> cover.groups().stream()))
                .collect(Collectors.toUnmodifiableSet());
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
