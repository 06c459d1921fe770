package org.samenspraak.correspondence;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a story about the past does with its mails. */
@Component
@Profile("demo")
public class DemoMails {

    private final JdbcClient jdbc;

    DemoMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits left when it was queued, and nobody got it; returns how many. */
    @Transactional
    public int leave() {
        return jdbc.sql(
                        "update correspondence_message set state = 'SENT', tries = tries + 1, sent_at = queued_at where state = 'WAITING'")
                .update();
    }
}
