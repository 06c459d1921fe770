package org.samenspraak.correspondence;

import java.util.List;
import java.util.Map;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.council.AddressChanged;
import org.samenspraak.council.Councils;
import org.samenspraak.council.MailChoices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the old address that mails go elsewhere, and not where: whoever lost their place to somebody else learns it. Not where a
 * reader said that the mails are not for them.
 */
@Component
class AddressMails {

    private final DisownedAddresses disowned;
    private final Councils councils;
    private final Contacts contacts;
    private final MailChoices choices;
    private final MailSheets sheets;
    private final Outbox outbox;

    AddressMails(
            DisownedAddresses disowned,
            Councils councils,
            Contacts contacts,
            MailChoices choices,
            MailSheets sheets,
            Outbox outbox) {
        this.disowned = disowned;
        this.councils = councils;
        this.contacts = contacts;
        this.choices = choices;
        this.sheets = sheets;
        this.outbox = outbox;
    }

    @EventListener
    void on(AddressChanged changed) {
        if (disowned.contains(changed.council(), changed.before())) {
            return;
        }
        var council = councils.get(changed.council());
        var language = choices.language(council.id());
        var text = sheets.write(
                "address-changed",
                language,
                Map.of("council", council.name()),
                new Around(changed.name(), null, List.of(contacts.forArea(council.area(), language))));
        outbox.queue(new Mail(
                null,
                null,
                changed.before(),
                changed.name(),
                text.subject(),
                text.text(),
                text.html(),
                null,
                List.of()));
    }
}
