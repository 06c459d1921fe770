package org.samenspraak.correspondence;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.samenspraak.correspondence.CouncilContacts.Officer;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.council.AccountGiven;
import org.samenspraak.council.Councils;
import org.samenspraak.council.MailChoices;
import org.samenspraak.council.Memberships.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells everybody who reads for a council, and its treasurer, that another account number was given: who knows nothing of it can stop it. */
@Component
class AccountMails {

    private final CouncilContacts officers;
    private final Councils councils;
    private final Contacts contacts;
    private final MailChoices choices;
    private final MailSheets sheets;
    private final Outbox outbox;

    AccountMails(
            CouncilContacts officers,
            Councils councils,
            Contacts contacts,
            MailChoices choices,
            MailSheets sheets,
            Outbox outbox) {
        this.officers = officers;
        this.councils = councils;
        this.contacts = contacts;
        this.choices = choices;
        this.sheets = sheets;
        this.outbox = outbox;
    }

    @EventListener
    void on(AccountGiven given) {
        var readers = officers.readers(given.council());
        var treasurer = officers.reachable(given.council(), List.of(Function.TREASURER)).stream()
                .filter(one -> readers.stream().noneMatch(it -> it.address().equalsIgnoreCase(one.address())));
        Stream.concat(readers.stream(), treasurer).forEach(reader -> tell(given, reader));
    }

    private void tell(AccountGiven given, Officer reader) {
        var council = councils.get(given.council());
        var language = choices.language(council.id());
        var text = sheets.write(
                "account-given",
                language,
                Map.of("council", council.name(), "account", given.account()),
                new Around(reader.name(), null, List.of(contacts.forArea(council.area(), language))));
        outbox.queue(new Mail(
                null,
                null,
                reader.address(),
                reader.name(),
                text.subject(),
                text.text(),
                text.html(),
                null,
                List.of()));
    }
}
