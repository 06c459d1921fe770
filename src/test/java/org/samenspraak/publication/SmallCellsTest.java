package org.samenspraak.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    @Test
    void leavesWhatIsLargeAndWhatIsNothing() {
        assertThat(shown(5, 0, 12)).containsExactly("5", "0", "12");
        assertThat(shown()).isEmpty();
    }

    @Test
    void hidesNeverOneNumberAlone() {
        assertThat(shown(3, 20, 9)).containsExactly("-", "20", "-");
        assertThat(shown(3, 0, 0)).containsExactly("-", "0", "0");
    }

    @Test
    void hidesMoreWhenTheSumIsSmallToo() {
        assertThat(shown(1, 2, 20, 9)).containsExactly("-", "-", "20", "-");
        assertThat(shown(4, 2, 20, 9)).containsExactly("-", "-", "20", "9");
    }

    @Test
    void holdsForWhateverNumbers() {
        var random = new Random(760);
        for (int round = 0; round < 500; round++) {
            var counts = random.longs(random.nextInt(1, 8), 0, 12).boxed().toList();
            var shown = SmallCells.hide(counts, 5);
            var hidden = IntStream.range(0, counts.size())
                    .filter(at -> shown.get(at).isEmpty())
                    .toArray();
            var large = IntStream.range(0, counts.size())
                    .filter(at -> shown.get(at).isPresent() && counts.get(at) >= 5)
                    .count();
            assertThat(shown)
                    .as("%s", counts)
                    .noneMatch(one -> one.isPresent() && one.getAsLong() > 0 && one.getAsLong() < 5);
            if (hidden.length > 0 && large > 0) {
                assertThat(hidden.length).as("%s", counts).isGreaterThan(1);
                assertThat(IntStream.of(hidden).mapToLong(counts::get).sum())
                        .as("%s", counts)
                        .isGreaterThanOrEqualTo(5);
            }
        }
    }

    private static List<String> shown(long... counts) {
        return SmallCells.hide(Arrays.stream(counts).boxed().toList(), 5).stream()
                .map(SmallCellsTest::said)
                .toList();
    }

    private static String said(OptionalLong one) {
        return one.isPresent() ? String.valueOf(one.getAsLong()) : "-";
    }
}
