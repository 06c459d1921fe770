package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.samenspraak.casefile.Timeline;
import org.samenspraak.correspondence.Outbox.Mail;
import org.samenspraak.correspondence.Outbox.Priority;
import org.samenspraak.correspondence.ReminderMails.Written;
import org.samenspraak.correspondence.ReminderRows.Part;
import org.samenspraak.deadlines.QuietDays;
import org.samenspraak.deadlines.ReminderDue;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Municipality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gathers the reminders of a reader's day, over all cases, and queues them as one mail. A reader gets one mail with reminders a
 * day; what comes later goes along the next day, unless its term ends before.
 */
@Component
public class ReminderRound {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderRound.class);
    private static final int READERS = 500;

    private final ReminderRows rows;
    private final ReminderMails mails;
    private final PromptRows prompts;
    private final Outbox outbox;
    private final Timeline timeline;
    private final QuietDays quiet;
    private final TransactionTemplate transaction;
    private final Municipality municipality;
    private final Clock clock;

    ReminderRound(
            ReminderRows rows,
            ReminderMails mails,
            PromptRows prompts,
            Outbox outbox,
            Timeline timeline,
            QuietDays quiet,
            TransactionTemplate transaction,
            Municipality municipality,
            Clock clock) {
        this.rows = rows;
        this.mails = mails;
        this.prompts = prompts;
        this.outbox = outbox;
        this.timeline = timeline;
        this.quiet = quiet;
        this.transaction = transaction;
        this.municipality = municipality;
        this.clock = clock;
    }

    /** Lets the reminders of a term wait for their hour, in the transaction that marks them as given. */
    @EventListener
    void on(ReminderDue due) {
        var at = quiet.moment(clock.instant(), due.lastDay());
        prompts.openOf(due.caseId(), due.term(), due.scope()).stream()
                .filter(row -> !row.disowned() && mails.isOwed(row))
                .forEach(row -> rows.add(row, due.lastDay(), due.number(), due.last(), at));
    }

    /** Somebody of the office reminds of what a case asks: with its link, at the next hour for mails, once a day. */
    @Transactional
    public void remind(CaseId caseId) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, municipality.zone());
        prompts.ofCase(caseId).stream()
                .filter(row -> row.state() == PromptState.OPEN && !row.disowned())
                .forEach(row -> mails.lastDay(row)
                        .ifPresent(
                                lastDay -> rows.add(row, lastDay, byHand(today), false, quiet.moment(now, lastDay))));
    }

    /** Beyond the reminders of any term, another one each day; even, so that it offers help. */
    private static int byHand(LocalDate today) {
        return Math.toIntExact(2 * today.toEpochDay());
    }

    /** Queues what is due, one transaction for each reader: what goes wrong for one keeps no mail of another. */
    @Scheduled(fixedDelayString = "PT1M")
    public void queueDue() {
        for (var reader : rows.readers(READERS)) {
            try {
                transaction.executeWithoutResult(status -> queue(reader));
            } catch (RuntimeException e) {
                LOG.error("The reminders of a reader could not be queued", e);
            }
        }
    }

    /** When the next mail with reminders is due, also when that is past; none when none waits. */
    public Optional<Instant> next() {
        return rows.next();
    }

    private void queue(String reader) {
        rows.hold(reader);
        var today = LocalDate.ofInstant(clock.instant(), municipality.zone());
        var key = "reminders:" + reader + ":" + today;
        var later = outbox.knows(key);
        var due = mails.standing(rows.due(reader));
        var now = due.stream()
                .filter(part -> !later || !part.lastDay().isAfter(today))
                .toList();
        due.stream().filter(part -> !now.contains(part)).forEach(part -> wait(part, today));
        if (!now.isEmpty()) {
            var mail = queue(later ? key + ":" + clock.instant().getEpochSecond() : key, mails.write(now), now);
            now.forEach(part -> rows.put(part, mail, clock.instant()));
        }
        rows.drop(reader);
    }

    private void wait(Part part, LocalDate today) {
        var tomorrow = today.plusDays(1).atStartOfDay(municipality.zone()).toInstant();
        rows.put(part, null, quiet.moment(tomorrow, part.lastDay()));
    }

    private UUID queue(String key, Written written, List<Part> parts) {
        var text = written.text();
        var mail = outbox.queue(new Mail(
                        key,
                        written.caseId(),
                        parts.get(0).prompt().recipient(),
                        written.readerName(),
                        text.subject(),
                        text.text(),
                        text.html(),
                        written.prompt(),
                        List.of(),
                        written.until())
                .withPriority(Priority.LOW));
        if (written.only() == null) {
            var args = Map.of("mail", mail.toString(), "who", written.readerName(), "subject", text.subject());
            parts.stream()
                    .map(part -> part.prompt().caseId())
                    .distinct()
                    .forEach(caseId -> timeline.add(caseId, "correspondence.mail", args, null, Actor.SYSTEM));
        }
        return mail;
    }
}
