package org.samenspraak.correspondence;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Mails that a mail server took and sent back later. What comes in is hostile: only a report about a mail with our own signed
 * id changes anything, and nothing stops the reading. A mail is marked as read once its outcome is kept; reading it twice
 * changes nothing more.
 */
@Component
class ReturnedMails {

    private static final Logger log = LoggerFactory.getLogger(ReturnedMails.class);
    private static final int BATCH = 200;
    private static final String PATIENCE = "30000";

    private final CorrespondenceSettings.ReturnedMails mailbox;
    private final MailIds ids;
    private final Messages messages;

    ReturnedMails(CorrespondenceSettings settings, MailIds ids, Messages messages) {
        this.mailbox = settings.returnedMails();
        this.ids = ids;
        this.messages = messages;
    }

    /** Returns how many mails turned out not to have arrived. */
    int read() {
        var protocol = mailbox.tls() ? "imaps" : "imap";
        try (var store = session(protocol).getStore(protocol)) {
            store.connect(mailbox.host(), mailbox.port(), mailbox.username(), mailbox.password());
            try (var folder = store.getFolder(mailbox.folder())) {
                folder.open(Folder.READ_WRITE);
                return read(folder);
            }
        } catch (MessagingException e) {
            log.warn(
                    "The mailbox of returned mails can't be read now: {}",
                    e.getClass().getSimpleName());
            return 0;
        }
    }

    private int read(Folder folder) throws MessagingException {
        var unread = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        var returned = 0;
        for (var mail : Arrays.asList(unread).subList(0, Math.min(unread.length, BATCH))) {
            var report = undelivered(mail);
            var sent = report.flatMap(it -> ids.proven(it.messageId()));
            if (sent.isPresent()
                    && messages.returned(
                            sent.get().mail(),
                            sent.get().edition(),
                            report.get().problem())) {
                returned++;
            }
            mail.setFlag(Flags.Flag.SEEN, true);
        }
        return returned;
    }

    /** Parsed here from its first bytes, however the mail is built and however large it is. */
    private Optional<DeliveryReport.Report> undelivered(Message mail) {
        try (var in = ((IMAPMessage) mail).getMimeStream()) {
            var start = new ByteArrayInputStream(in.readNBytes(DeliveryReport.READ));
            return DeliveryReport.undelivered(new MimeMessage(null, start));
        } catch (MessagingException | IOException | RuntimeException e) {
            log.info(
                    "A mail in the mailbox of returned mails is no report: {}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Session session(String protocol) {
        var properties = new Properties();
        var prefix = "mail." + protocol;
        // looking at a mail does not mark it as read
        properties.setProperty(prefix + ".peek", "true");
        properties.setProperty(prefix + ".ssl.checkserveridentity", "true");
        for (var limit : List.of(".connectiontimeout", ".timeout", ".writetimeout")) {
            properties.setProperty(prefix + limit, PATIENCE);
        }
        return Session.getInstance(properties);
    }

    @Component
    @ConditionalOnProperty("samenspraak.returned-mails.host")
    static class Often {

        private final ReturnedMails mails;

        Often(ReturnedMails mails) {
            this.mails = mails;
        }

        @Scheduled(fixedDelayString = "PT5M")
        void read() {
            mails.read();
        }
    }
}
