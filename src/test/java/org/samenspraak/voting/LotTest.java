package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.voting.Lot.Candidate;
import org.samenspraak.voting.Lot.Criterion;
import org.samenspraak.voting.Lot.Rule;

class LotTest {

    private static final Seed SEED = Elections.SEED;
    private static final Criterion AGE = criterion("leeftijd", Map.of("16-30", 25L, "31-60", 45L, "61+", 30L));
    private static final Criterion SEX = criterion("geslacht", Map.of("m", 1L, "v", 1L));
    private static final Rule RULE = new Rule(List.of(AGE, SEX), 20, 10);

    @Test
    void fillsTheQuotasExactly() {
        for (var i = 0; i < 50; i++) {
            var draw = Lot.draw(RULE, candidates(new Random(i), 120), SEED);

            assertThat(draw.members()).doesNotHaveDuplicates().hasSize(20);
            assertThat(counts(AGE, draw.members())).isEqualTo(Map.of("16-30", 5L, "31-60", 9L, "61+", 6L));
            assertThat(counts(SEX, draw.members())).isEqualTo(Map.of("m", 10L, "v", 10L));
            assertThat(draw.reserves()).hasSize(10).doesNotContainAnyElementsOf(draw.members());
            assertThat(counts(SEX, draw.reserves())).isEqualTo(Map.of("m", 5L, "v", 5L));
        }
    }

    @Test
    void drawsTheSameToTheLetterWhateverTheOrder() {
        var candidates = candidates(new Random(1), 100);
        var shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(2));

        assertThat(Lot.draw(RULE, shuffled, SEED).bytes())
                .isEqualTo(Lot.draw(RULE, candidates, SEED).bytes());
        assertThat(Lot.draw(RULE, candidates, new Seed("f".repeat(32))).members())
                .isNotEqualTo(Lot.draw(RULE, candidates, SEED).members());
    }

    @Test
    void keepsAllOthersAsReservesWhereTheyAreFew() {
        var draw = Lot.draw(RULE, candidates(new Random(4), 23), SEED);

        assertThat(draw.members()).hasSize(20);
        assertThat(draw.reserves()).hasSize(3);
    }

    /** Every candidate has a fair chance: over many seeds nobody of a stratum is drawn much more often than another. */
    @Test
    void favoursNobody() {
        var candidates = IntStream.range(0, 10)
                .mapToObj(it -> candidate(it, "16-30", "v"))
                .toList();
        var times = new TreeMap<String, Long>();
        for (var i = 0; i < 2_000; i++) {
            var seed = new Seed("seed of a fair lot, number " + (100_000 + i));
            Lot.draw(new Rule(List.of(SEX), 3, 0), candidates, seed)
                    .members()
                    .forEach(it -> times.merge(it.id(), 1L, Long::sum));
        }
        // 600 expected, with a deviation of 20
        assertThat(times).hasSize(10).allSatisfy((id, number) -> assertThat(number)
                .isBetween(500L, 700L));
    }

    @Test
    void tellsWhichPlacesStayedOpen() {
        var candidates = IntStream.range(0, 30)
                .mapToObj(it -> candidate(it, it < 2 ? "16-30" : "61+", "v"))
                .toList();
        var draw = Lot.draw(new Rule(List.of(AGE, SEX), 10, 5), candidates, SEED);

        assertThat(draw.members()).hasSize(10);
        assertThat(draw.steps())
                .contains(Step.of("voting.lot.open", "panel", "geslacht", "m", 5L))
                .contains(Step.of("voting.lot.open", "panel", "leeftijd", "31-60", 4L));
        assertThat(counts(AGE, draw.members())).containsEntry("16-30", 2L);
    }

    @Test
    void drawsWhoDidNotTellToo() {
        var candidates = IntStream.range(0, 12)
                .mapToObj(it -> new Candidate("k" + it, Map.of()))
                .toList();

        assertThat(Lot.draw(new Rule(List.of(AGE, SEX), 10, 5), candidates, SEED)
                        .members())
                .hasSize(10);
    }

    @Test
    void replacesWhoDropsOutByTheSameOrTheNearest() {
        var draw = new Lot.Draw(
                RULE,
                List.of(candidate(1, "16-30", "v"), candidate(2, "61+", "m")),
                List.of(candidate(3, "61+", "v"), candidate(4, "31-60", "v"), candidate(5, "16-30", "v")),
                List.of());

        var once = Lot.replace(draw, "k1");
        assertThat(once.members()).extracting(Candidate::id).containsExactly("k5", "k2");
        assertThat(once.steps()).containsExactly(Step.of("voting.lot.replaced", "k1", "k5"));

        var twice = Lot.replace(once, "k2");
        assertThat(twice.members()).extracting(Candidate::id).containsExactly("k5", "k3");
        assertThat(twice.steps()).contains(Step.of("voting.lot.replaced-near", "k2", "k3", 1L));

        var last = Lot.replace(Lot.replace(Lot.replace(twice, "k5"), "k4"), "k3");
        assertThat(last.members()).isEmpty();
        assertThat(last.steps()).contains(Step.of("voting.lot.no-reserve", "k3"));
        assertThatThrownBy(() -> Lot.replace(draw, "k9")).hasMessage("voting.lot.no-member[k9]");
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        var two = List.of(candidate(1, "16-30", "v"), candidate(2, "61+", "m"));
        assertThatThrownBy(() -> Lot.draw(RULE, two, SEED)).hasMessage("voting.lot.few[2, 20]");
        var rule = new Rule(List.of(AGE), 1, 0);
        assertThatThrownBy(() -> Lot.draw(rule, List.of(two.get(0), two.get(0)), SEED))
                .hasMessage("voting.lot.twice[k1]");
        assertThatThrownBy(() -> Lot.draw(rule, List.of(candidate(1, "oud", "v")), SEED))
                .hasMessage("voting.lot.value[k1, leeftijd, oud]");
        assertThatThrownBy(() -> new Rule(Collections.nCopies(7, AGE), 1, 0)).hasMessageContaining("criteria");
    }

    static List<Candidate> candidates(Random random, int number) {
        var ages = List.of("16-30", "31-60", "31-60", "61+");
        return IntStream.range(0, number)
                .mapToObj(it -> candidate(it, ages.get(random.nextInt(4)), random.nextInt(3) == 0 ? "m" : "v"))
                .toList();
    }

    static Candidate candidate(int number, String age, String sex) {
        return new Candidate("k" + number, Map.of("leeftijd", age, "geslacht", sex));
    }

    static Criterion criterion(String name, Map<String, Long> population) {
        return new Criterion(name, new TreeMap<>(population));
    }

    private static Map<String, Long> counts(Criterion criterion, List<Candidate> people) {
        var counts = new TreeMap<String, Long>();
        people.forEach(it -> counts.merge(it.value(criterion).orElseThrow(), 1L, Long::sum));
        return counts;
    }
}
