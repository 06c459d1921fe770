package org.samenspraak.forms;

import java.util.List;
import java.util.Locale;
import org.samenspraak.identity.People;
import org.springframework.stereotype.Component;

/** The officials who can sign in: {@code valuesKey: people}, or a select with {@code format: person}. For forms of the house itself. */
@Component
class PeopleOffered implements OfferedValues {

    private final People people;

    PeopleOffered(People people) {
        this.people = people;
    }

    @Override
    public String key() {
        return "people";
    }

    @Override
    public List<Value> values(Locale locale) {
        return people.all().stream()
                .filter(People.Person::active)
                .map(it -> new Value(it.id().value().toString(), it.name()))
                .toList();
    }
}
