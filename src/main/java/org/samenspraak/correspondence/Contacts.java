package org.samenspraak.correspondence;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.samenspraak.identity.Delegations;
import org.samenspraak.identity.Delegations.Delegation;
import org.samenspraak.identity.People;
import org.samenspraak.identity.People.Person;
import org.samenspraak.kernel.AreaId;
import org.samenspraak.kernel.GroupId;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.web.Phones;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whom a council can call about a question. */
@Component
public class Contacts {

    private final People people;
    private final Delegations delegations;
    private final Municipality municipality;
    private final MessageSource texts;

    Contacts(People people, Delegations delegations, Municipality municipality, MessageSource texts) {
        this.texts = texts;
        this.people = people;
        this.delegations = delegations;
        this.municipality = municipality;
    }

    /**
     * The manager of the area, or who does their work today; at the office's number when they have none of their own. The
     * office where nobody is. In Dutch, as mails and letters are.
     */
    public Contact forArea(@Nullable AreaId area) {
        return forArea(area, MailTexts.DUTCH);
    }

    public Contact forArea(@Nullable AreaId area, Locale language) {
        return area == null
                ? office()
                : manager(area)
                        .map(person -> delegations
                                .standIn(person.id(), area)
                                .flatMap(given -> deputy(given, language))
                                .orElseGet(() -> contact(person)))
                        .orElseGet(this::office);
    }

    /** The same as long as the manager stays, also while they are away. */
    Contact lasting(@Nullable AreaId area) {
        return area == null ? office() : manager(area).map(this::contact).orElseGet(this::office);
    }

    private Optional<Person> manager(AreaId area) {
        return people.inGroup(new GroupId("area-manager", area.toString())).stream()
                .findFirst();
    }

    /** Says whose work they do and how long, or a council that knows the manager wonders who this is. */
    private Optional<Contact> deputy(Delegation given, Locale language) {
        var until = DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(given.until());
        Object[] words = {given.deputyName(), given.holderName(), until};
        return people.find(given.deputy())
                .map(person -> contact(person, texts.getMessage("correspondence.stands-in", words, language)));
    }

    private Contact contact(Person person) {
        return contact(person, person.name());
    }

    private Contact contact(Person person, String name) {
        return new Contact(name, person.email(), person.phone().isBlank() ? municipality.phone() : person.phone());
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
