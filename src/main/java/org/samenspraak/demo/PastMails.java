package org.samenspraak.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.samenspraak.correspondence.Outbox;
import org.samenspraak.kernel.Actor;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Mails of the past go to nobody: their addresses end in {@code .example}, and those that are old, or all when there is a mail
 * server, are withdrawn.
 */
@Component
@Profile("demo")
class PastMails {

    /** Longer than the longest term of a question that may still wait. */
    private static final Duration RECENT = Duration.ofDays(45);

    private static final int PAGE = 200;

    private final Outbox outbox;
    private final Clock clock;

    PastMails(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    void withdraw() {
        withdraw(clock.instant());
    }

    /** @param today from which they are old or not */
    void withdraw(Instant today) {
        var since = today.minus(RECENT);
        Long before = null;
        while (true) {
            var page = outbox.page(Outbox.State.WAITING, before, PAGE);
            page.stream()
                    .filter(mail -> outbox.hasServer() || mail.queuedAt().isBefore(since))
                    .forEach(mail -> outbox.withdraw(mail.id(), Actor.SYSTEM));
            if (page.size() < PAGE) {
                return;
            }
            before = page.get(page.size() - 1).seq();
        }
    }
}
