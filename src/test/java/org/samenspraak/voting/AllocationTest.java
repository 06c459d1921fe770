package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.voting.Allocation.Area;
import org.samenspraak.voting.Allocation.Rule;

class AllocationTest {

    /** The total and the limits are Gent's; the weight of vulnerability is assumed, as are most figures of the wijken. */
    private static final Rule GENT = new Rule(625_000_000, 15_000_000, 15_000_000, 35_000_000, Fraction.of(1));

    @Test
    void dividesTheMoneyOfGentToTheCent() {
        var wijken = wijken();
        var result = Allocation.of(GENT, wijken);

        assertThat(result.amounts()).hasSize(25).allMatch(it -> it >= 15_000_000 && it <= 35_000_000);
        assertThat(sum(result.amounts())).isEqualTo(625_000_000);
        assertThat(result.steps()).hasSize(27);
        assertThat(line(result, "Brugse Poort"))
                .isEqualTo("voting.allocation.at-ceiling;Brugse Poort - Rooigem -"
                        + " Malem;350000.00;20000;38.00;8.4169;360423.59;10423.59;150000.00");
        assertThat(line(result, "Kanaaldorpen"))
                .isEqualTo(
                        "voting.allocation.more;Kanaaldorpen en -zone;167164.12;2000;12.00;0.6831;167077.85;86.27;150000.00");
    }

    /** 100 euro for weights 1, 2 and 7 with a base of 10: 10 + 7, 10 + 14, 10 + 49; at most 40 leaves 60 for the first two, 40 above the base. */
    @Test
    void dividesWhatALimitLeavesOverTheOthers() {
        var areas = List.of(area("a", 1), area("b", 2), area("c", 7));

        assertThat(Allocation.of(new Rule(10_000, 1_000, 0, 9_000, Fraction.ZERO), areas)
                        .amounts())
                .containsExactly(1_700L, 2_400L, 5_900L);
        assertThat(Allocation.of(new Rule(10_000, 1_000, 0, 4_000, Fraction.ZERO), areas)
                        .amounts())
                .containsExactly(2_333L, 3_667L, 4_000L);
        assertThat(Allocation.of(new Rule(10_000, 1_000, 3_000, 9_000, Fraction.ZERO), areas)
                        .amounts())
                .containsExactly(3_000L, 3_000L, 4_000L);
    }

    /** 100 euro over three equal areas: a cent more or less is rounding, and no limit did it. */
    @Test
    void tellsWhatLimitsOfOthersBroughtAndTook() {
        var equal = List.of(area("Zuid", 1), area("Oost", 1), area("West", 1));
        var unequal = List.of(area("Zuid", 1), area("Oost", 2), area("West", 7));

        assertThat(line(Allocation.of(new Rule(10_000, 0, 0, 9_000, Fraction.ZERO), equal), "Zuid"))
                .startsWith("voting.allocation.unlimited;Zuid;33.34");
        assertThat(line(Allocation.of(new Rule(10_000, 1_000, 0, 4_000, Fraction.ZERO), unequal), "Zuid"))
                .as("a third of the 19 euros that West could not get")
                .isEqualTo("voting.allocation.more;Zuid;23.33;1;0;10.0000;17.00;6.33;10.00");
        assertThat(line(Allocation.of(new Rule(10_000, 1_000, 3_000, 9_000, Fraction.ZERO), unequal), "West"))
                .isEqualTo("voting.allocation.less;West;40.00;7;0;70.0000;59.00;19.00;10.00");
    }

    @Test
    void weighsVulnerableInhabitantsMore() {
        var areas = List.of(new Area("a", 100, Fraction.of(1, 2)), area("b", 100));

        assertThat(Allocation.of(new Rule(1_000, 0, 0, 1_000, Fraction.of(2)), areas)
                        .amounts())
                .containsExactly(667L, 333L);
    }

    @Test
    void givesALostCentToTheFirstOfEquals() {
        var areas = List.of(area("a", 5), area("b", 5), area("c", 5));

        assertThat(Allocation.of(new Rule(100, 0, 0, 100, Fraction.ZERO), areas).amounts())
                .containsExactly(34L, 33L, 33L);
    }

    /** Whatever the figures: the exact sum, within the limits, and who is not at a limit has the base and a share by weight. */
    @Test
    void keepsAllPromisesAtOnce() {
        var random = new Random(3);
        for (var i = 0; i < 2_000; i++) {
            var areas = IntStream.rangeClosed(0, random.nextInt(9))
                    .mapToObj(it -> new Area("a" + it, 1 + random.nextInt(50), Fraction.of(random.nextInt(5), 4)))
                    .toList();
            var base = random.nextInt(1_000);
            var floor = random.nextInt(2_000);
            var least = (long) Math.max(base, floor) * areas.size();
            var total = least + random.nextInt(20_000);
            var ceiling =
                    Math.max(Math.max(base, floor), (total + areas.size() - 1) / areas.size()) + random.nextInt(2_000);
            var rule = new Rule(total, base, floor, ceiling, Fraction.of(random.nextInt(3)));
            check(rule, areas, Allocation.of(rule, areas).amounts());
        }
    }

    private static void check(Rule rule, List<Area> areas, List<Long> amounts) {
        assertThat(sum(amounts)).isEqualTo(rule.total());
        assertThat(amounts).allMatch(it -> it >= rule.floor() && it <= rule.ceiling());
        for (var i = 0; i < areas.size(); i++) {
            for (var other = 0; other < areas.size(); other++) {
                // each lies within a cent of its exact amount: at the floor its share was no more, at the ceiling no
                // less
                var least =
                        amounts.get(i) == rule.floor() ? Fraction.ZERO : share(rule, areas.get(i), amounts.get(i) - 1);
                var most = share(rule, areas.get(other), amounts.get(other) + 1);
                assertThat(amounts.get(other) == rule.ceiling() || least.compareTo(most) <= 0)
                        .as("%s %s %s", rule, areas, amounts)
                        .isTrue();
            }
        }
    }

    /** What an amount gives above the base, for each inhabitant as they weigh. */
    private static Fraction share(Rule rule, Area area, long amount) {
        var weight = Fraction.of(1)
                .plus(area.vulnerable().times(rule.vulnerability()))
                .times(area.inhabitants());
        return Fraction.of(amount - rule.base()).dividedBy(weight);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 0, 0, 10, total",
        "10000000000001, 0, 0, 10000000000001, total",
        "10, 6, 0, 10, base",
        "10, 0, 6, 10, floor",
        "10, 0, 0, 4, ceiling",
        "10, 5, 0, 4, ceiling",
        "10, 9223372036854775807, 0, 10, base"
    })
    void refusesWhatCannotBePromised(long total, long base, long floor, long ceiling, String field) {
        var rule = new Rule(total, base, floor, ceiling, Fraction.ZERO);
        assertThatThrownBy(() -> Allocation.of(rule, List.of(area("a", 1), area("b", 1))))
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(it.field()).isEqualTo(field));
    }

    @Test
    void refusesFiguresThatAreNotRight() {
        var rule = new Rule(10, 0, 0, 10, Fraction.ZERO);
        assertThatThrownBy(() -> Allocation.of(rule, List.of(area("a", 0)))).hasMessage("voting.allocation.area[a]");
        assertThatThrownBy(() -> Allocation.of(rule, List.of(new Area("a", 1, Fraction.of(3, 2)))))
                .hasMessage("voting.allocation.area[a]");
        assertThatThrownBy(() -> Allocation.of(rule, List.of())).isInstanceOf(Refusal.class);
    }

    static List<Area> wijken() {
        try (var file = AllocationTest.class.getResourceAsStream("/voting/gent-wijken.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(it -> it.split(";"))
                    .map(it -> new Area(it[0], Long.parseLong(it[3]), Fraction.of(Long.parseLong(it[4]), 100)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Area area(String name, long inhabitants) {
        return new Area(name, inhabitants, Fraction.ZERO);
    }

    private static String line(Allocation.Result result, String wijk) {
        return new String(result.bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(it -> it.contains(wijk))
                .findFirst()
                .orElseThrow();
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(it -> it).sum();
    }
}
