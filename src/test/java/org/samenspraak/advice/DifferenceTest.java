package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DifferenceTest {

    @Test
    void saysWhichWordsWentAndWhichCame() {
        var difference = Difference.of(
                "Wij maken twee straten smaller dit jaar.", "Wij maken drie straten smaller volgend jaar.");

        assertThat(difference.gone()).containsExactly("twee", "dit");
        assertThat(difference.added()).containsExactly("drie", "volgend");
    }

    @Test
    void isNoneForTheSameWordsOnOtherLines() {
        assertThat(Difference.of("een  twee", "een\ntwee").isNone()).isTrue();
        assertThat(Difference.of("", "  ").isNone()).isTrue();
    }

    @Test
    void replacesAllOfWhatHasNothingInCommon() {
        assertThat(Difference.of("een twee", "drie vier"))
                .isEqualTo(new Difference(java.util.List.of("een twee"), java.util.List.of("drie vier")));
        assertThat(Difference.of("", "drie").added()).containsExactly("drie");
    }

    @Test
    void comparesLongTextsWithoutRunningOutOfMemory() {
        var long1 = "woord ".repeat(20_000) + "eind";

        assertThat(Difference.of(long1, long1).isNone()).isTrue();
        assertThat(Difference.of(long1, "begin " + long1).added()).contains("begin");
    }
}
