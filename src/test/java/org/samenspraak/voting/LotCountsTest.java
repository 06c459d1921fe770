package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.samenspraak.voting.Lot.Candidate;

class LotCountsTest {

    @Test
    void hidesSmallNumbersAndTheNextSmallest() {
        assertThat(shown(new int[] {30, 20, 4}, new int[] {10, 10, 0}))
                .containsExactly(line("0", 30, 10), line("1", -1, -1), line("2", -1, -1));
    }

    @Test
    void showsAllWhenNoneIsSmall() {
        assertThat(shown(new int[] {30, 20}, new int[] {10, 10})).containsExactly(line("0", 30, 10), line("1", 20, 10));
    }

    @Test
    void hidesMoreWhenTheHiddenAreFewTogether() {
        assertThat(shown(new int[] {30, 20, 1, 1}, new int[] {10, 10, 0, 0}))
                .containsExactly(line("0", 30, 10), line("1", -1, -1), line("2", -1, -1), line("3", -1, -1));
    }

    /** Two that are hidden, and eight together, would be four and four. */
    @Test
    void hidesMoreWhenTheHiddenMustAllBeTheLargest() {
        assertThat(shown(new int[] {30, 20, 4, 4}, new int[] {10, 10, 0, 0}))
                .extracting(LotCounts.Line::candidates)
                .containsExactly(OptionalLong.of(30), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    @Test
    void hidesHowFewWereNotDrawn() {
        assertThat(shown(new int[] {30, 20, 20}, new int[] {10, 18, 10}))
                .extracting(LotCounts.Line::members)
                .filteredOn(OptionalLong::isEmpty)
                .hasSize(2);
    }

    /** What is shown, its total and what follows by subtraction is never under five. */
    @Test
    void neverShowsASmallNumber() {
        var random = new Random(11);
        for (var i = 0; i < 5_000; i++) {
            var all = random.ints(2 + random.nextInt(5), 0, 5 + random.nextInt(20))
                    .toArray();
            var drawn = new int[all.length];
            for (var it = 0; it < all.length; it++) {
                drawn[it] = random.nextInt(all[it] + 1);
            }
            var lines = shown(all, drawn);
            checkHidden(lines, all, LotCounts.Line::candidates);
            checkHidden(lines, drawn, LotCounts.Line::members);
            for (var it = 0; it < all.length; it++) {
                var line = lines.get(it);
                if (line.candidates().isPresent() && line.members().isPresent()) {
                    assertThat(all[it] - drawn[it]).isGreaterThanOrEqualTo(5);
                }
            }
        }
    }

    private static void checkHidden(
            List<LotCounts.Line> lines, int[] counts, Function<LotCounts.Line, OptionalLong> shown) {
        var hidden = new ArrayList<Integer>();
        for (var it = 0; it < counts.length; it++) {
            var number = shown.apply(lines.get(it));
            if (number.isPresent()) {
                assertThat(number.getAsLong()).isEqualTo(counts[it]).isGreaterThanOrEqualTo(5);
            } else {
                hidden.add(counts[it]);
            }
        }
        if (!hidden.isEmpty() && hidden.size() < counts.length) {
            assertThat(hidden).hasSizeGreaterThan(1);
            assertThat(hidden.stream().mapToInt(it -> it).sum()).isGreaterThanOrEqualTo(5);
            assertThat(hidden).anyMatch(it -> it != 4);
        }
    }

    private static List<LotCounts.Line> shown(int[] all, int[] drawn) {
        var population = new TreeMap<String, Long>();
        var candidates = new ArrayList<Candidate>();
        var members = new ArrayList<Candidate>();
        for (var value = 0; value < all.length; value++) {
            var name = Integer.toString(value);
            population.put(name, 1L);
            var candidate = new Candidate("k", Map.of("x", name));
            candidates.addAll(Collections.nCopies(all[value], candidate));
            members.addAll(Collections.nCopies(drawn[value], candidate));
        }
        return LotCounts.of(LotTest.criterion("x", population), candidates, members);
    }

    private static LotCounts.Line line(String value, long candidates, long members) {
        return new LotCounts.Line(value, number(candidates), number(members));
    }

    private static OptionalLong number(long number) {
        return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
