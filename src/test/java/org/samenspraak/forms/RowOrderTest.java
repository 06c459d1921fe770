package org.samenspraak.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowOrderTest {

    /** Rows are letters; {@code w} are those that the page changed, {@code r} those that others did. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
            'ab'  | 'ab'   | 'ab'   | ''  | ''  | 'ab'
            'ab'  | 'abm'  | 'abo'  | 'm' | 'o' | 'abom'
            'ab'  | 'mab'  | 'oab'  | 'm' | 'o' | 'omab'
            'ab'  | 'ba'   | 'abo'  | ''  | 'o' | 'boa'
            'abc' | 'cab'  | 'bac'  | ''  | ''  | 'cab'
            'abc' | 'ac'   | 'abc'  | ''  | ''  | 'ac'
            'abc' | 'ac'   | 'abc'  | ''  | 'b' | 'abc'
            'abc' | 'abc'  | 'ac'   | ''  | ''  | 'ac'
            'abc' | 'abc'  | 'ac'   | 'b' | ''  | 'abc'
            'abc' | ''     | ''     | ''  | ''  | ''
            'a'   | 'a'    | 'mno'  | ''  | 'm' | 'mno'
            """)
    void nobodysRowIsLost(String read, String sent, String kept, String written, String rewritten, String merged) {
        var order = new RowOrder(
                rows(read), rows(sent), rows(kept), it -> written.contains(it), it -> rewritten.contains(it));

        assertThat(String.join("", order.merged())).isEqualTo(merged);
    }

    private static List<String> rows(String letters) {
        return letters.isEmpty() ? List.of() : Arrays.asList(letters.split(""));
    }
}
