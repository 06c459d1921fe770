package org.samenspraak.correspondence;

import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.People;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Phones;
import org.springframework.stereotype.Component;

/** Whom a council can call about a question. */
@Component
public class Contacts {

    private final People people;
    private final Municipality municipality;

    Contacts(People people, Municipality municipality) {
        this.people = people;
        this.municipality = municipality;
    }

    /** The manager of the area, at the office's number when they have none of their own; the office where nobody is. */
    public Contact forArea(@Nullable AreaId area) {
        return area == null
                ? office()
                : people.inGroup(new GroupId("area-manager", area.toString())).stream()
                        .findFirst()
                        .map(person -> new Contact(
                                person.name(),
                                person.email(),
                                person.phone().isBlank() ? municipality.phone() : person.phone()))
                        .orElseGet(this::office);
    }

    private Contact office() {
        return new Contact(municipality.name(), municipality.mail(), municipality.phone());
    }

    public record Contact(String name, String mail, String phone) {

        /** Calls the number. */
        public String call() {
            return Phones.link(phone);
        }
    }
}
