package org.samenspraak.correspondence;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How many mails go out in a minute, by all nodes together: mail servers shut out who sends too much at once. */
@Component
class Pace {

    private final PaceRows rows;
    private final CorrespondenceSettings.Sending settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Pace(PaceRows rows, CorrespondenceSettings settings, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.settings = settings.outbox();
        this.transaction = transaction;
        this.clock = clock;
    }

    /** 0 for no limit. */
    int perMinute() {
        return settings.perMinute();
    }

    /** Counts one more in a transaction of its own; false when this minute is full. */
    boolean take() {
        return perMinute() == 0
                || Boolean.TRUE.equals(transaction.execute(
                        status -> rows.take(clock.instant().truncatedTo(ChronoUnit.MINUTES), perMinute())));
    }

    /** There was nothing to send after all. */
    void giveBack() {
        if (perMinute() > 0) {
            transaction.executeWithoutResult(
                    status -> rows.giveBack(clock.instant().truncatedTo(ChronoUnit.MINUTES)));
        }
    }
}
