package org.samenspraak.identity;

import java.time.Clock;
import java.time.LocalDate;
import org.samenspraak.kernel.Municipality;
import org.samenspraak.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sees to it that somebody can always let others in. */
@Repository
class Administrators {

    private final JdbcClient db;
    private final Clock clock;
    private final Municipality municipality;

    Administrators(JdbcClient db, Clock clock, Municipality municipality) {
        this.db = db;
        this.clock = clock;
        this.municipality = municipality;
    }

    /**
     * Makes a change in the caller's transaction and refuses it when it takes away the last administrator, or the last one
     * without a last day. Changes side by side wait for each other: two administrators can't remove one another.
     */
    void keepOneWhile(Runnable change) {
        db.sql("select id from identity_role where role = 'administrator' order by id for update")
                .query()
                .listOfRows();
        var before = present();
        change.run();
        var after = present();
        if (after.now() < Math.min(before.now(), 1) || after.lasting() < Math.min(before.lasting(), 1)) {
            throw new Refusal("identity.refusal.last-administrator");
        }
    }

    private Present present() {
        return db.sql(
                        """
                        select count(*) as now, count(*) filter (where r.valid_until is null) as lasting
                        from identity_role r join identity_person p on p.id = r.person and p.active
                        where r.role = 'administrator' and r.valid_from <= :day
                            and (r.valid_until is null or r.valid_until >= :day)
                        """)
                .param("day", LocalDate.now(clock.withZone(municipality.zone())))
                .query((row, n) -> new Present(row.getLong("now"), row.getLong("lasting")))
                .single();
    }

    /** @param lasting those without a last day */
    private record Present(long now, long lasting) {}
}
