package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every step has words in both languages, with something in every place. */
class StepTextsTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.ENGLISH);

    @Test
    void saysEveryStepInBothLanguages() {
        var steps = new TreeMap<String, Step>();
        steps().forEach(it -> steps.putIfAbsent(it.key(), it));

        assertThat(steps.keySet()).hasSizeGreaterThan(35);
        for (var step : steps.values()) {
            for (var language : LANGUAGES) {
                assertThat(words(step, language)).as(step.toString()).doesNotContain("{");
            }
        }
    }

    @Test
    void saysTheSameOfWhatWasKept() {
        var steps = steps().toList();

        assertThat(Step.read(Step.bytes(steps)).stream().map(it -> words(it, Locale.ENGLISH)))
                .containsExactlyElementsOf(
                        steps.stream().map(it -> words(it, Locale.ENGLISH)).toList());
    }

    @Test
    void writesAmountsAsPeopleDo() {
        var step = Step.of("voting.greedy.funded", "7 Speeltuin", Money.euros(1_234_550), Money.euros(5));
        var dutch = new MessageFormat(text(step, Locale.ROOT), Locale.forLanguageTag("nl-BE"));

        assertThat(dutch.format(step.args().toArray()))
                .isEqualTo("7 Speeltuin krijgt 12.345,50 euro. Er blijft 0,05 euro over.");
    }

    @Test
    void countsOneThingAsOne() {
        var start = Step.of("voting.start", Money.euros(100), 1, 1L);
        var words = new MessageFormat(text(start, Locale.ROOT), Locale.forLanguageTag("nl-BE"));

        assertThat(words.format(start.args().toArray()))
                .isEqualTo("Er is 1,00 euro voor 1 project. 1 stembiljet telt mee.");
    }

    @Test
    void leavesOutABaseAndAWeightOfZero() {
        var areas = List.of(
                new Allocation.Area("Noord", 80, Fraction.of(1, 2)), new Allocation.Area("Zuid", 20, Fraction.ZERO));

        assertThat(allocated(new Allocation.Rule(20_000_000, 0, 0, 20_000_000, Fraction.ZERO), areas))
                .containsExactly(
                        "We divide 200,000 euros between 2 areas. No area gets more than 200,000 euros.",
                        "Noord gets 160,000.00 euros: 80.00 % of the weight of all areas (80 inhabitants).",
                        "Zuid gets 40,000.00 euros: 20.00 % of the weight of all areas (20 inhabitants).",
                        "Together that is 200,000.00 euros.");
        assertThat(allocated(new Allocation.Rule(20_000_000, 1_000_000, 500_000, 20_000_000, Fraction.of(1)), areas))
                .startsWith("We divide 200,000 euros between 2 areas. Each area gets a base of 10,000 euros."
                        + " No area gets less than 5,000 euros. No area gets more than 200,000 euros."
                        + " A vulnerable inhabitant counts 1 times extra.")
                .anyMatch(it -> it.contains("the base, and 85.71 %")
                        && it.contains("80 inhabitants, 50 % of them count extra"));
    }

    private static List<String> allocated(Allocation.Rule rule, List<Allocation.Area> areas) {
        return Allocation.of(rule, areas).steps().stream()
                .map(it -> words(it, Locale.ENGLISH))
                .toList();
    }

    private static Stream<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var seed = 0; seed < 600; seed++) {
            steps.addAll(Count.of(Elections.random(new Random(seed))).steps());
        }
        var gent = new Allocation.Rule(625_000_000, 10_000_000, 15_000_000, 35_000_000, Fraction.of(1));
        steps.addAll(Allocation.of(gent, AllocationTest.wijken()).steps());
        var age = LotTest.criterion("leeftijd", Map.of("16-30", 1L, "31-60", 8L, "61+", 1L));
        var draw = Lot.draw(new Lot.Rule(List.of(age), 40, 1), LotTest.candidates(new Random(1), 45), Elections.SEED);
        steps.addAll(Lot.replace(
                        Lot.replace(draw, draw.members().get(0).id()),
                        draw.members().get(1).id())
                .steps());
        var jury = new Jury(
                List.of(new Jury.Criterion("c", 1, 1)),
                List.of(new Jury.Score(new Jury.Seat("Ann", "p"), "c", 1)),
                Set.of(new Jury.Seat("Bo", "p")));
        steps.addAll(jury.steps(jury.results(List.of("p"), List.of("Ann", "Bo"))));
        return steps.stream();
    }

    private static String words(Step step, Locale language) {
        return new MessageFormat(text(step, language), Locale.ENGLISH)
                .format(step.args().toArray());
    }

    private static String text(Step step, Locale language) {
        var lot = step.key().startsWith("voting.lot.") || step.key().startsWith("voting.allocation.");
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(lot ? "messages.voting-lot" : "messages.voting", language, control)
                .getString(step.key());
    }
}
