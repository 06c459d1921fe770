package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.samenspraak.web.Throttle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails the links that were asked for, to the addresses that we know. It happens apart from the request: whoever asks gets the
 * same answer after the same work, whether there is such a question or not.
 */
@Component
public class LinkRound {

    /** Links for one mailbox in an hour, over all its questions; of each question one in ten minutes. */
    public static final int OF_MAILBOX = 10;

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final AskedLinks asked;
    private final PromptRows rows;
    private final PromptMails mails;
    private final Throttle throttle;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LinkRound(
            AskedLinks asked,
            PromptRows rows,
            PromptMails mails,
            Throttle throttle,
            TransactionTemplate transaction,
            Clock clock) {
        this.asked = asked;
        this.rows = rows;
        this.mails = mails;
        this.throttle = throttle;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5S")
    public void mail() {
        while (Boolean.TRUE.equals(transaction.execute(status -> mailNext()))) {
            // each in a transaction of its own
        }
    }

    private boolean mailNext() {
        var next = asked.next();
        next.ifPresent(this::mail);
        return next.isPresent();
    }

    /** Not to an address that may be wrong. Quotas are of a reader: who asks too much shuts out nobody else of the council. */
    private void mail(UUID prompt) {
        rows.find(prompt)
                .filter(row -> row.state() == PromptState.OPEN && !row.disowned())
                .filter(row -> throttle.take("again-mail", row.id().toString(), 1, PAUSE))
                .filter(row -> throttle.take(
                        "again-mail", row.recipient().toLowerCase(Locale.ROOT), OF_MAILBOX, Throttle.HOUR))
                .ifPresent(row -> mails.again(row, clock.instant().getEpochSecond()));
    }
}
