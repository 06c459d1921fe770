package org.samenspraak.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PostgresBaseIT extends PostgresIT {

    @Autowired
    private Clock clockOfTheOffice;

    @RepeatedTest(2)
    void startsEachTestWithTheSameDataAndTime() {
        assertThat(jdbc.sql("select count(*) from spring_session")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(clockOfTheOffice.instant()).isEqualTo(TestClock.START);

        jdbc.sql("insert into spring_session values ('a', 'b', 0, 0, 0, 0, null)")
                .update();
        clock.advance(Duration.ofDays(30));
    }

    @Test
    void tellsItsHealthToEverybody() throws Exception {
        mvc.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
    }
}
