package org.samenspraak.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NumberWordsTest {

    @Test
    void writesNumbersAsSentencesHaveThem() {
        assertThat(Stream.of(1, 21, 42, 100, 1250, 25_000).map(NumberWords::dutch))
                .containsExactly(
                        "één",
                        "eenentwintig",
                        "tweeënveertig",
                        "honderd",
                        "duizendtweehonderdvijftig",
                        "vijfentwintigduizend");
        assertThat(Stream.of(1, 21, 100, 25_000).map(NumberWords::english))
                .containsExactly("one", "twenty one", "one hundred", "twenty five thousand");
    }
}
