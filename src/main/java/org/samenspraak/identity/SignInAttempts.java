package org.samenspraak.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.samenspraak.identity.IdentitySettings.Limits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts failed sign-ins, for names that exist and names that don't alike. */
@Repository
class SignInAttempts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;
    private final Limits limits;

    SignInAttempts(JdbcClient db, Clock clock, IdentitySettings settings) {
        this.db = db;
        this.clock = clock;
        this.limits = settings.signIn();
    }

    /** Counted as failed before the password is looked at, so that attempts side by side count each other. */
    long begin(String username, String address) {
        return db.sql("insert into identity_sign_in_attempt (username, address, at, outcome)"
                        + " values (?, ?, ?, 'failed') returning id")
                .params(key(username), address, OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /** Whether there were too many before; an attempt that is refused doesn't lengthen the wait. */
    boolean tooMany(long attempt, String username, String address) {
        var since = OffsetDateTime.now(clock).minus(limits.window());
        var perAccount = failures(
                "username = ? and id > coalesce((select max(id) from identity_sign_in_attempt"
                        + " where username = ? and outcome = 'succeeded'), 0)",
                since,
                key(username),
                key(username));
        var tooMany = perAccount > limits.perAccount() || failures("address = ?", since, address) > limits.perAddress();
        if (tooMany) {
            close(attempt, "refused");
        }
        return tooMany;
    }

    void succeeded(long attempt) {
        close(attempt, "succeeded");
        db.sql("delete from identity_sign_in_attempt where at < ?")
                .param(OffsetDateTime.now(clock).minus(KEPT))
                .update();
    }

    private long failures(String where, OffsetDateTime since, Object... args) {
        return db.sql("select count(*) from identity_sign_in_attempt where outcome = 'failed' and at > ? and " + where)
                .param(since)
                .params(args)
                .query(Long.class)
                .single();
    }

    private void close(long attempt, String outcome) {
        db.sql("update identity_sign_in_attempt set outcome = ? where id = ?")
                .params(outcome, attempt)
                .update();
    }

    private static String key(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
