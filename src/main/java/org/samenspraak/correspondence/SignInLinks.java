package org.samenspraak.correspondence;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Messages.Due;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.kernel.Municipality;
import org.springframework.stereotype.Service;

/**
 * Links by which people of councils sign in. A link belongs to the mail that brings it and is made when that is handed over;
 * whether it may be used still is for who asks to know.
 */
@Service
public class SignInLinks {

    /** Where they lead; the token comes after it. */
    static final String PATH = "/raad/aanmelden/";

    private static final UUID NOBODY = new UUID(0, 0);

    private final Outbox outbox;
    private final MailSheets sheets;
    private final Contacts contacts;
    private final Messages messages;
    private final DisownedAddresses disowned;
    private final AccessLinks links;
    private final LinkSecret secret;
    private final Municipality municipality;

    SignInLinks(
            Outbox outbox,
            MailSheets sheets,
            Contacts contacts,
            Messages messages,
            DisownedAddresses disowned,
            AccessLinks links,
            LinkSecret secret,
            Municipality municipality) {
        this.outbox = outbox;
        this.sheets = sheets;
        this.contacts = contacts;
        this.messages = messages;
        this.disowned = disowned;
        this.links = links;
        this.secret = secret;
        this.municipality = municipality;
    }

    /**
     * Queues one in the running transaction.
     *
     * @param until when it stops working; the mail isn't sent after that
     * @return id of the link
     */
    public UUID mail(String address, String name, Instant until) {
        var time = LocalTime.ofInstant(until, municipality.zone());
        var text = sheets.write(
                "sign-in",
                MailTexts.DUTCH,
                Map.of("until", DateTimeFormatter.ofPattern("HH.mm").format(time)),
                new Around(name, null, List.of(contacts.forArea(null))));
        return outbox.queue(
                new Mail(null, null, address, name, text.subject(), text.text(), text.html(), null, List.of(), until));
    }

    /** Whether a reader of this address said that a question to one of these councils is not for them, and nobody found out yet. */
    public boolean isDoubted(String address, Collection<CouncilId> councils) {
        return disowned.contains(councils, address);
    }

    /** The link that a token proves to be; a guess costs as much work as a hit. */
    public Optional<UUID> proved(String token) {
        var id = links.claimed(token).orElse(NOBODY);
        var to = messages.find(id).filter(mail -> mail.caseId() == null).map(Due::to);
        var proved = links.proves(token, id, to.orElse(""), AccessLinks.OF_SIGN_IN);
        return to.filter(known -> proved).map(known -> id);
    }

    /** What a browser may keep of an address: gives no access and tells nobody whose it is. */
    public String mark(String address) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.sign("mark\n" + address));
    }
}
