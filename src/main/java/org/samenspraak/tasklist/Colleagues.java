package org.samenspraak.tasklist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.samenspraak.identity.Areas;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.Delegation;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.Permission;
import org.samenspraak.identity.Role;
import org.samenspraak.identity.SignedIn;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;
import org.springframework.stereotype.Component;

/** The people and groups in the house that can do tasks. */
@Component
class Colleagues {

    private final People people;
    private final Areas areas;
    private final Delegations delegations;

    Colleagues(People people, Areas areas, Delegations delegations) {
        this.people = people;
        this.areas = areas;
        this.delegations = delegations;
    }

    /** Everybody who may do tasks today, by name. */
    List<Person> all() {
        var groups = people.groups();
        return people.all().stream()
                .filter(Person::active)
                .filter(person -> mayWork(person.id(), groups.getOrDefault(person.id(), List.of())))
                .toList();
    }

    /** Those in one of these groups, also by a surrounding area, by name. */
    List<Person> in(Collection<GroupId> groups) {
        var tree = areas.tree();
        var held = people.groups();
        return all().stream()
                .filter(person -> held.getOrDefault(person.id(), List.of()).stream()
                        .flatMap(tree::reach)
                        .anyMatch(groups::contains))
                .toList();
    }

    /** Who lets somebody do one of these tasks in their place today: of several times the one that ends last. */
    Map<PersonId, Delegation> away(Collection<TaskRow> tasks) {
        return delegations.running().stream()
                .filter(given -> given.role() != null
                        || tasks.stream().anyMatch(task -> given.isOfWork(task.trajectory(), task.area())))
                .collect(Collectors.toMap(Delegation::holder, Function.identity(), (first, other) -> first));
    }

    /** Groups that may do tasks and in which somebody is today; not those whose tasks only one person may do. */
    Set<GroupId> groups() {
        return people.groups().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .filter(group -> mayWork(entry.getKey(), List.of(group)) && !Role.isPersonal(group)))
                .collect(Collectors.toSet());
    }

    private static boolean mayWork(PersonId person, Collection<GroupId> groups) {
        return SignedIn.of(person, "", groups).may(Permission.WORK);
    }
}
