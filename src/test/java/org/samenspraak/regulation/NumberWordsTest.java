package org.samenspraak.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberWordsTest {

    @Test
    void writesNumbersAsInABook() {
        var dutch = new RuleBasedNumberFormat(Locale.forLanguageTag("nl"), RuleBasedNumberFormat.SPELLOUT);
        var english = new RuleBasedNumberFormat(Locale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);

        IntStream.concat(
                        IntStream.range(0, 1100), IntStream.iterate(2000, it -> it <= NumberWords.MOST, it -> it + 997))
                .forEach(it -> {
                    assertThat(plain(NumberWords.english(it))).isEqualTo(plain(english.format(it)));
                    assertThat(plain(NumberWords.dutch(it)).replace(" ", ""))
                            .isEqualTo(plain(dutch.format(it)).replace(" ", ""));
                });
        assertThat(NumberWords.dutch(25_000)).isEqualTo("vijfentwintigduizend");
        assertThat(NumberWords.dutch(1)).isEqualTo("één");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.replace("\u00ad", "").replace('-', ' '), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
