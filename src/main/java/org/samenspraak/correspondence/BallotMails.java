package org.samenspraak.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.MailExtras.Extra;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to who asked to vote, each with the link of one voter, and what else needs the secret of the links: the hash of an address
 * and the ticket of a ballot. With the database alone neither a link, nor a ticket, nor an address can be found.
 */
@Service
public class BallotMails {

    /** Where the links lead; the token comes after it. */
    static final String PATH = "/stemmen/biljet/";

    private final Outbox outbox;
    private final MailSheets sheets;
    private final MailExtras extras;
    private final AccessLinks links;
    private final LinkSecret secret;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    BallotMails(
            Outbox outbox,
            MailSheets sheets,
            MailExtras extras,
            AccessLinks links,
            LinkSecret secret,
            MessageSource messages,
            JdbcClient jdbc) {
        this.outbox = outbox;
        this.sheets = sheets;
        this.extras = extras;
        this.links = links;
        this.secret = secret;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** Queues the link, in the running transaction; it isn't sent any more after the choice closed. */
    @Transactional
    public void ask(Reader reader, About about) {
        queue("ballot", null, reader, about);
    }

    /** Reminds who began and did not confirm; a second time changes nothing. */
    @Transactional
    public void remind(Reader reader, About about) {
        queue("ballot-reminder", "ballot-reminder:" + reader.id(), reader, about);
    }

    private void queue(String name, @Nullable String key, Reader reader, About about) {
        var language = MailSheets.language(sheets.text(name, reader.language()));
        var greeting = String.valueOf(messages.getMessage("correspondence.follower", null, language));
        var values = Map.of("round", about.title(), "closes", about.closing().apply(language));
        var text = sheets.write(name, reader.language(), values, new Around(greeting, null, List.of()));
        var mail = new Mail(
                key,
                null,
                reader.address(),
                "",
                text.subject(),
                text.text(),
                text.html(),
                null,
                List.of(),
                about.closes());
        extras.add(outbox.queue(mail), Extra.ofVoter(reader.id()));
    }

    /** Who a token says it belongs to; nothing is proved yet. */
    public Optional<UUID> claimed(String token) {
        return links.claimed(token);
    }

    /** Takes as long for a wrong token as for a right one. */
    public boolean proves(String token, UUID voter, String address) {
        return links.proves(token, voter, address, AccessLinks.OF_VOTER);
    }

    /** Of an address in a round. */
    public byte[] addressHash(UUID round, String address) {
        return secret.sign("voter\n" + round + "\n" + address);
    }

    /** What is used up when somebody votes. */
    public byte[] ticket(UUID voter) {
        return secret.sign("ballot\n" + voter);
    }

    /**
     * What only this office can say of a ballot before it is confirmed, so that nobody confirms with the code of another.
     *
     * @param ballot all that its voter is about to confirm
     */
    public byte[] seal(UUID voter, String ballot) {
        return secret.sign("seal\n" + voter + "\n" + ballot);
    }

    /** Of the check codes that the office gives this voter; no link and no table holds it. */
    public byte[] receiptKey(UUID voter) {
        return secret.sign("receipt\n" + voter);
    }

    /** A key that a link holds and no table. */
    public static byte[] key(String token) {
        return new LinkSecret(token).sign("draft");
    }

    /** Takes away every mail to the voters of a round: their addresses stand in it. */
    @Transactional
    public void forget(List<UUID> voters) {
        jdbc.sql(
                        """
                        with gone as (delete from correspondence_mail_extra where voter = any(:voters) returning message)
                        delete from correspondence_message where id in (select message from gone)""")
                .param("voters", voters.toArray(UUID[]::new))
                .update();
    }

    public record Reader(UUID id, String address, Locale language) {}

    /**
     * @param title of the round
     * @param closes after that moment there is nothing to do
     * @param closing the same in the words of a language
     */
    public record About(String title, Instant closes, Function<Locale, String> closing) {}
}
