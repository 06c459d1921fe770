package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void readsAsTheNearestOrCutOff() {
        var mean = Fraction.of(15).dividedBy(Fraction.of(4));

        assertThat(mean.nearest(1)).hasToString("3.8");
        assertThat(mean.rounded(1)).hasToString("3.7");
    }
}
