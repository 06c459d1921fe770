package org.samenspraak.correspondence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets the outbox send by itself. */
@Component
@ConditionalOnProperty(name = "samenspraak.scheduled", matchIfMissing = true)
class OutboxClock {

    private final Outbox outbox;

    OutboxClock(Outbox outbox) {
        this.outbox = outbox;
    }

    @Scheduled(fixedDelayString = "PT10S")
    void send() {
        outbox.sendDue();
    }
}
