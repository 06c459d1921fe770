package org.samenspraak.demo;

import java.util.Map;
import java.util.Objects;
import org.samenspraak.identity.People.Person;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.PersonId;

/**
 * Who and where.
 *
 * @param people by username
 * @param areas by name
 * @param managers usernames by area
 */
record Cast(Map<String, Person> people, Map<String, AreaId> areas, Map<AreaId, String> managers) {

    Actor official(String username) {
        return Actor.person(
                person(username), Objects.requireNonNull(people.get(username)).name());
    }

    PersonId person(String username) {
        return Objects.requireNonNull(people.get(username), username).id();
    }

    /** Who coaches the councils of an area; the office where there is no manager. */
    Actor manager(AreaId area) {
        return official(managerName(area));
    }

    PersonId managerId(AreaId area) {
        return person(managerName(area));
    }

    private String managerName(AreaId area) {
        return Objects.requireNonNullElse(managers.get(area), "participation-office");
    }

    AreaId area(String name) {
        return Objects.requireNonNull(areas.get(name), name);
    }
}
