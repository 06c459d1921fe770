package org.samenspraak.council;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells when somebody starts or leaves because the day has come, each day once, on whichever node is first. */
@Component
class MembershipDays {

    private final JdbcClient jdbc;
    private final Memberships memberships;
    private final Today today;

    MembershipDays(JdbcClient jdbc, Memberships memberships, Today today) {
        this.jdbc = jdbc;
        this.memberships = memberships;
        this.today = today;
    }

    /** Also makes up for days on which the office was down. */
    @Scheduled(cron = "0 5 * * * *")
    @Transactional
    public void tell() {
        var day = today.date();
        jdbc.sql("insert into council_day (told_until) values (:day) on conflict do nothing")
                .param("day", day)
                .update();
        var told = jdbc.sql("select told_until from council_day for update")
                .query(LocalDate.class)
                .single();
        if (told.isBefore(day)) {
            memberships.turn(told, day);
            jdbc.sql("update council_day set told_until = :day")
                    .param("day", day)
                    .update();
        }
    }
}
