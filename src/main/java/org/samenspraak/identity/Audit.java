package org.samenspraak.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The audit trail: who, for whom, what, when, from where. Only ever added to; {@link AuditLog} reads it. */
@Service
public class Audit {

    private final JdbcClient db;
    private final Clock clock;

    Audit(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Adds one line in the caller's transaction.
     *
     * @param subject id of the person, area or council it was done to
     * @param about what that is called, as it is shown
     */
    public void add(Act act, Actor by, UUID subject, String about) {
        add(act, by, subject, about, null, address());
    }

    void addRole(Act act, Actor by, UUID subject, String about, GroupId group) {
        add(act, by, subject, about, group, address());
    }

    /** @param about a name that somebody typed, an address that somebody asked */
    void add(Act act, Actor by, String about, @Nullable String address) {
        add(act, by, null, about, null, address);
    }

    private void add(
            Act act,
            Actor by,
            @Nullable UUID subject,
            String about,
            @Nullable GroupId group,
            @Nullable String address) {
        db.sql("insert into identity_audit"
                        + " (at, what, actor, actor_name, on_behalf_of, subject, about, role_group, address)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        OffsetDateTime.now(clock),
                        act.code(),
                        by.id(),
                        by.name(),
                        by.onBehalfOf(),
                        subject,
                        about,
                        group == null ? null : group.toString(),
                        address)
                .update();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
