package org.samenspraak.admin;

import java.util.List;
import org.samenspraak.admin.AreaPages.AreaRow;
import org.samenspraak.identity.People.Person;
import org.samenspraak.identity.RoleNames;
import org.samenspraak.kernel.PersonId;

/** One line of a list to choose from. */
record Option(String value, String text) {

    static List<Option> roles(RoleNames names) {
        return names.offered().stream()
                .map(group -> new Option(group.toString(), names.of(group)))
                .toList();
    }

    /** Whoever works here, but this person. */
    static List<Option> people(List<Person> people, PersonId but) {
        return people.stream()
                .filter(person -> person.active() && !person.id().equals(but))
                .map(person -> new Option(person.id().toString(), person.name()))
                .toList();
    }

    static List<Option> areas(List<AreaRow> areas) {
        return areas.stream()
                .map(area -> new Option(area.id().toString(), area.path()))
                .toList();
    }
}
