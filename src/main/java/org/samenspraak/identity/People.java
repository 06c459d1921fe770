package org.samenspraak.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.PersonId;

/** Officials and administrators: named by their function, in groups. */
public class People {

    /** Refuses a username that is taken, a weak password, an unknown role. */
    public PersonId add(NewPerson person) {
        throw new UnsupportedOperationException();
    }

    public Optional<Person> find(PersonId id) {
        throw new UnsupportedOperationException();
    }

    /** Names by id, in one query. */
    public Map<PersonId, String> names(Set<PersonId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Everybody active in a group, also by a surrounding area. */
    public List<Person> inGroup(GroupId group) {
        throw new UnsupportedOperationException();
    }

    /** @param groups with areas as scope where the role has one */
    public record NewPerson(
            String username, String name, String email, String phone, String password, Set<GroupId> groups) {}

    public record Person(PersonId id, String username, String name, String email, String phone, boolean active) {}
}
