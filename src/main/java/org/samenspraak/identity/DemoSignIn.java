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

    /** Usernames with work or pages of their own, who does most first; the other roles have nothing to do yet. */
    static final List<String> BUSY = List.of(
            "participation-office",
            "participation-office-2",
            "area-manager",
            "alderman",
            "college",
            "gemeenteraad",
            "mayor",
            "general-director",
            "finance",
            "finance-2",
            "administrator",
            "administrator-2",
            "auditor",
            "process-designer",
            "process-designer-2");

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

    /** Who has something to do, in the order to try; then the others, by the name of their role. */
    List<Row> rows() {
        var groups = people.groups();
        return people.all().stream()
                .filter(Person::active)
                .map(person -> new Row(person.username(), names.of(groups.getOrDefault(person.id(), List.of()))))
                .sorted(Comparator.comparing(Row::place).thenComparing(Row::roles))
                .toList();
    }

    record Row(String username, String roles) {

        /** Whether {@code identity.home.demo.<username>} says what this person does. */
        public boolean busy() {
            return BUSY.contains(username);
        }

        private int place() {
            return busy() ? BUSY.indexOf(username) : BUSY.size();
        }
    }
}
