package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FewBallotsTest {

    /** Nobody voted is no secret; one to four would point at people. */
    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "4, true", "5, false"})
    void areUnderFive(long ballots, boolean few) {
        assertThat(BallotRows.isSmall(ballots)).isEqualTo(few);
    }
}
