package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.correspondence.MailExtras.Extra;
import org.samenspraak.correspondence.MailSheets.Around;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.Priority;
import org.samenspraak.correspondence.WeeklyNews.Said;
import org.samenspraak.kernel.Municipality;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to residents who follow the public side. The link in each is a key to what this reader follows and no more; it is made
 * when the mail is handed over. Nothing of a follower stays here when they end it.
 */
@Service
public class FollowerMails {

    private final Outbox outbox;
    private final MailSheets sheets;
    private final MailExtras extras;
    private final AccessLinks links;
    private final CorrespondenceSettings.News settings;
    private final MessageSource messages;
    private final Municipality municipality;
    private final JdbcClient jdbc;
    private final Clock clock;

    FollowerMails(
            Outbox outbox,
            MailSheets sheets,
            MailExtras extras,
            AccessLinks links,
            CorrespondenceSettings settings,
            MessageSource messages,
            Municipality municipality,
            JdbcClient jdbc,
            Clock clock) {
        this.outbox = outbox;
        this.sheets = sheets;
        this.extras = extras;
        this.links = links;
        this.settings = settings.news();
        this.messages = messages;
        this.municipality = municipality;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One address, without anything that could become a header of its own. */
    public static boolean isAddress(String address) {
        return Addresses.isGood(address);
    }

    /**
     * Queues, in the running transaction, the mail that asks whether they want it.
     *
     * @param followed what they would follow, in words
     * @param until after that day the link works no more, and the mail isn't sent
     */
    @Transactional
    public void ask(Reader reader, String followed, Instant until) {
        var text = sheets.write("follow", reader.language(), Map.of("followed", followed), around(reader, List.of()));
        queue(reader, text, null, until, Priority.NORMAL);
    }

    /**
     * Queues the news of a week; a second time for the same week changes nothing.
     *
     * @param news with what stands in the mail, and the path of the page that tells more
     */
    @Transactional
    public void tell(Reader reader, String followed, LocalDate week, List<Line> news) {
        var lines = news.stream()
                .map(line -> new Said(line.text(), links.page(line.path())))
                .toList();
        var text = sheets.write("followed", reader.language(), Map.of("followed", followed), around(reader, lines));
        queue(reader, text, "follower:" + reader.id() + ":" + week, null, Priority.LOW);
    }

    private void queue(
            Reader reader, MailTexts.Text text, @Nullable String key, @Nullable Instant until, Priority priority) {
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
                until,
                priority);
        extras.add(outbox.queue(mail), Extra.ofFollower(reader.id()));
    }

    private Around around(Reader reader, List<Said> lines) {
        var name = messages.getMessage("correspondence.follower", null, written(reader.language()));
        return new Around(String.valueOf(name), null, List.of(), lines);
    }

    /** In which mails to somebody who reads a language are written: Dutch where the city writes no other. */
    public Locale written(Locale language) {
        return MailSheets.language(sheets.text("followed", language));
    }

    /** The last day on which news of the week was due. */
    public LocalDate week() {
        var now = clock.instant().atZone(municipality.zone()).minusHours(settings.hour());
        return now.toLocalDate().with(TemporalAdjusters.previousOrSame(settings.weekday()));
    }

    /** Who a token says it belongs to; nothing is proved yet. */
    public Optional<UUID> claimed(String token) {
        return links.claimed(token);
    }

    /** Takes as long for a wrong token as for a right one. */
    public boolean proves(String token, UUID follower, String address) {
        return links.proves(token, follower, address, AccessLinks.OF_FOLLOWER);
    }

    /** Takes away every mail to them, also what was sent: their address stands in it. */
    @Transactional
    public void forget(UUID follower) {
        jdbc.sql(
                        """
                        with gone as (delete from correspondence_mail_extra where follower = ? returning message)
                        delete from correspondence_message where id in (select message from gone)""")
                .param(follower)
                .update();
    }

    /** @param id what they follow, as one row */
    public record Reader(UUID id, String address, Locale language) {}

    /** @param path where more stands */
    public record Line(String text, String path) {}
}
