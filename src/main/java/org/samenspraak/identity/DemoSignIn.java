package org.samenspraak.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.samenspraak.identity.People.Person;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How to sign in as each role; there is no such bean outside the demo. */
@Component
@Profile("demo")
class DemoSignIn {

    private final IdentitySettings settings;
    private final People people;
    private final RoleNames names;

    DemoSignIn(IdentitySettings settings, People people, RoleNames names) {
        this.settings = settings;
        this.people = people;
        this.names = names;
    }

    String password() {
        return Optional.ofNullable(settings.demo())
                .map(IdentitySettings.Demo::password)
                .orElse("");
    }

    List<Row> rows() {
        var groups = people.groups();
        return people.all().stream()
                .filter(Person::active)
                .map(person -> new Row(names.of(groups.getOrDefault(person.id(), List.of())), person))
                .sorted(Comparator.comparing(Row::roles))
                .toList();
    }

    record Row(String roles, Person person) {}
}
