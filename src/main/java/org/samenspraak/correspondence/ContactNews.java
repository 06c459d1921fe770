package org.samenspraak.correspondence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.samenspraak.correspondence.Contacts.Contact;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.Priority;
import org.samenspraak.council.CouncilSearch;
import org.samenspraak.council.Councils;
import org.samenspraak.council.Councils.CouncilView;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Standing;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells chair and secretary of a council who is their new contact at the city. Roles begin and end on a day: what counts is
 * who is the contact today, not when somebody wrote it down.
 */
@Component
class ContactNews {

    /** More than a municipality has. */
    private static final int COUNCILS = 1000;

    private final Councils councils;
    private final Contacts contacts;
    private final ToldContacts told;
    private final CouncilContacts officers;
    private final MailSheets sheets;
    private final MailChoices choices;
    private final Outbox outbox;

    ContactNews(
            Councils councils,
            Contacts contacts,
            ToldContacts told,
            CouncilContacts officers,
            MailSheets sheets,
            MailChoices choices,
            Outbox outbox) {
        this.councils = councils;
        this.contacts = contacts;
        this.told = told;
        this.officers = officers;
        this.sheets = sheets;
        this.choices = choices;
        this.outbox = outbox;
    }

    /** Queues one mail for each chair and secretary whose contact changed since the last time. */
    @Scheduled(fixedDelayString = "PT1H")
    @Transactional
    public void tell() {
        var search = new CouncilSearch(null, null, Set.of(), Standing.CURRENT);
        for (var council : councils.search(search, null, COUNCILS)) {
            var contact = contacts.lasting(council.area());
            told.replace(council.id(), contact)
                    .filter(before -> !before.equals(contact.mail()))
                    .ifPresent(before -> mail(council, contact));
        }
    }

    private void mail(CouncilView council, Contact contact) {
        for (var officer : officers.officers(council.id())) {
            var text = sheets.write(
                    "new-contact",
                    choices.language(council.id()),
                    Map.of("council", council.name()),
                    new Around(officer.name(), null, List.of(contact)));
            outbox.queue(new Mail(
                            null,
                            null,
                            officer.address(),
                            officer.name(),
                            text.subject(),
                            text.text(),
                            text.html(),
                            null,
                            List.of())
                    .withPriority(Priority.LOW));
        }
    }
}
