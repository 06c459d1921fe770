package org.samenspraak.demo;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether the demo year was made. */
@Repository
@Profile("demo")
class DemoStarts {

    private final JdbcClient jdbc;

    DemoStarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when it was made before; another node that is making it is waited for. */
    boolean take(Instant now) {
        return jdbc.sql("insert into demo_year (made_at) values (?) on conflict do nothing")
                        .param(now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
