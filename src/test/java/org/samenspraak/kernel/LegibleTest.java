package org.samenspraak.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads of a text. */
class LegibleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b",
                " \u00a0\u3000\t",
                "\u200d\u200c",
                "\u2800\u3164",
                "\ufe0f",
                "\u202e\u2066\ufeff",
                "\n\u2060\n"
            })
    void isNothingWhereNobodySeesAny(String text) {
        assertThat(Legible.of(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Een reden.", "\ud83d\udc69\u200d\ud83c\udf3e", " twee\nregels ", "cafe\u0301", "."})
    void isAllOfWhatIsSeen(String text) {
        assertThat(Legible.of(text)).isEqualTo(text);
        assertThat(Legible.of("\u200b" + text + "\u202e")).isEqualTo(text);
    }
}
