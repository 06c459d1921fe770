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

    private static final String LAST_SUCCESS = "(select coalesce(max(id), 0) from identity_sign_in_attempt"
            + " where outcome = 'succeeded' and username = ?";

    private final JdbcClient db;
    private final Clock clock;
    private final Limits limits;

    SignInAttempts(JdbcClient db, Clock clock, IdentitySettings settings) {
        this.db = db;
        this.clock = clock;
        this.limits = settings.signIn();
    }

    /**
     * Counted as failed before the password is looked at, so that attempts side by side count each other.
     *
     * @param known whether this person signed in on that browser before
     */
    long begin(String username, String address, boolean known) {
        return db.sql("insert into identity_sign_in_attempt (username, address, known, at, outcome)"
                        + " values (?, ?, ?, ?, 'failed') returning id")
                .params(key(username), address, known, OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    /**
     * Whether there were too many before; an attempt that is refused doesn't lengthen the wait. What others do wrong never
     * counts against a browser on which the person signed in before: nobody can keep somebody else out.
     */
    boolean tooMany(long attempt, String username, String address, boolean known) {
        var name = key(username);
        var tooMany = known
                ? failures("known and username = ? and id > " + LAST_SUCCESS + " and known)", name, name)
                        > limits.perAccount()
                : failures(
                                        "not known and username = ? and address = ? and id > " + LAST_SUCCESS
                                                + " and address = ?)",
                                        name,
                                        address,
                                        name,
                                        address)
                                > limits.perAccount()
                        || failures("not known and username = ?", name) > limits.perAccountAnywhere()
                        || failures("not known and address = ?", address) > limits.perAddress();
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

    private long failures(String where, Object... args) {
        return db.sql("select count(*) from identity_sign_in_attempt where outcome = 'failed' and at > ? and " + where)
                .param(OffsetDateTime.now(clock).minus(limits.window()))
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
