package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {

    /** "a" is what the page showed; own: this page typed what counts. */
    @ParameterizedTest
    @CsvSource({
        // sent, read, now, typed, own
        "a, a, a, false, false, NOTHING",
        "b, a, a, false, false, KEEP",
        "b, a, a, true, false, KEEP",
        "a, a, b, true, false, NOTHING",
        "b, a, b, true, false, NOTHING",
        "b, a, c, true, false, RIVAL",
        "b, a, c, true, true, KEEP",
        "a, a, c, true, true, KEEP",
        "b, , c, true, false, RIVAL",
        "b, , c, false, false, KEEP",
        "b, , b, true, false, NOTHING",
        // what the house knew has changed since the page was made: nobody typed it, so nobody loses it
        "b, a, c, false, false, KEEP",
    })
    void saysWhatBecomesOfAnAnswer(
            String sent, @Nullable String read, String now, boolean typed, boolean own, Merge fate) {
        assertThat(Merge.of(sent, read, now, typed, own)).isEqualTo(fate);
    }
}
