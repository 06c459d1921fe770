package org.samenspraak.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.GroupId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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

    /** The same for what has no id, such as a closing day. */
    public void add(Act act, Actor by, String about) {
        add(act, by, null, about, null, address());
    }

    /**
     * Adds that somebody read what not everybody may read, in a transaction of its own when there is none; reading it again
     * within the hour adds nothing.
     */
    @Transactional
    public void read(Act act, Actor by, UUID subject, String about) {
        var known = db.sql("select exists (select from identity_audit where subject = ? and what = ?"
                        + " and actor is not distinct from ? and about = ? and at > ?)")
                .params(
                        subject,
                        act.code(),
                        by.id(),
                        about,
                        OffsetDateTime.now(clock).minusHours(1))
                .query(Boolean.class)
                .single();
        if (!known) {
            add(act, by, subject, about);
        }
    }

    /** The same for what has no id, such as a page of a list. */
    @Transactional
    public void read(Act act, Actor by, String about) {
        var known = db.sql("select exists (select from identity_audit where subject is null and what = ?"
                        + " and actor = ? and about = ? and at > ?)")
                .params(act.code(), by.id(), about, OffsetDateTime.now(clock).minusHours(1))
                .query(Boolean.class)
                .single();
        if (!known) {
            add(act, by, about);
        }
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
