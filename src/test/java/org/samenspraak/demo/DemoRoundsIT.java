package org.samenspraak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rounds of the neighbourhood budget that a visitor of the demo finds. */
class DemoRoundsIT extends DemoScenario {

    @Test
    void oneRoundIsInEachOfThreePhases() {
        assertThat(jdbc.sql("select r.phase from wijkbudget_round r order by r.opens")
                        .query(String.class)
                        .list())
                .containsExactly("EXECUTION", "CHOICE", "DIALOGUE");
    }
}
