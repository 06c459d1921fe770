package org.samenspraak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rounds and grants of the demo year. */
class DemoGrantsIT extends DemoScenario {

    private static final String LAST = "(select min(year) from grant_grant)";
    private static final String NOW = "(select max(year) from grant_grant)";

    @Test
    void lastYearsRoundIsClosedAndPaidAndOneCouncilIsBlocked() {
        assertThat(states(LAST)).containsExactlyInAnyOrder("ACCOUNTED", "ACCOUNTED", "ACCOUNTED", "PAID");
        assertThat(count("grant_grant where year = " + LAST + " and blocked_on is not null and state = 'PAID'"))
                .isEqualTo(1);
        assertThat(count("grant_round where closed_at is not null")).isEqualTo(1);
        assertThat(count("grant_grant where year = " + LAST + " and grade is not null"))
                .isEqualTo(4);
    }

    @Test
    void thisYearsStandAtEachStep() {
        assertThat(states(NOW)).containsExactlyInAnyOrder("PAID", "GRANTED", "ASSESSED", "ASKED");
        assertThat(count("ledger_payment where state = 'RETURNED'")).isEqualTo(1);
        assertThat(count("grant_round where closed_at is null")).isEqualTo(1);
    }

    private List<String> states(String year) {
        return jdbc.sql("select state from grant_grant where year = " + year)
                .query(String.class)
                .list();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
