package org.samenspraak.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.samenspraak.kernel.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The audit trail: who, for whom, what, when, from where. Only ever added to. */
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
     * @param what a code such as {@code role-given}; its words are the message {@code identity.audit.<what>}
     * @param about the person or thing it was done to, as it is shown
     */
    public void add(String what, Actor by, String about) {
        add(what, by, about, address());
    }

    void add(String what, Actor by, String about, @Nullable String address) {
        db.sql("insert into identity_audit (at, what, actor, actor_name, on_behalf_of, about, address)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(OffsetDateTime.now(clock), what, by.id(), by.name(), by.onBehalfOf(), about, address)
                .update();
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }
}
