package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.regulation.Parameter;
import org.samenspraak.regulation.ParameterType;
import org.samenspraak.voting.SharesRule;
import org.yaml.snakeyaml.Yaml;

/** What a regulation can choose of voting and counting has a page and a count; what has none is refused before it holds. */
class ShippedChoicesTest {

    private static final List<String> DECIDING =
            List.of("choice.method", "vote.limit", "count.rule", "count.worth", "count.rest", "tie.rule");

    private final ChoiceCheck check = new ChoiceCheck();

    @ParameterizedTest
    @ValueSource(strings = {"gent-wijkbudget-2020", "halle-burgerbudget"})
    void haveAPageAndACount(String regulation) throws IOException {
        var shipped = shipped(regulation);

        assertThatCode(() -> check.check(shipped)).doesNotThrowAnyException();
        for (var key : DECIDING) {
            var choices = Objects.requireNonNull(shipped.get(key)).choices();
            assertThat(choices).as(key).hasSizeGreaterThan(1);
            assertThat(choices).allSatisfy(choice -> assertThatCode(() -> ChoiceRules.of(with(shipped, key, choice)))
                    .as(key + " " + choice)
                    .doesNotThrowAnyException());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "vote.limit, ordered",
        "vote.limit, scoring",
        "count.rule, borda",
        "tie.rule, number",
        "choice.method, points"
    })
    void knowNoBallotWithoutAPage(String key, String choice) throws IOException {
        var asked = with(shipped("gent-wijkbudget-2020"), key, choice);

        assertThatThrownBy(() -> ChoiceRules.of(asked)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letNoJuryPayEqualShares() throws IOException {
        var mixed = with(shipped("gent-wijkbudget-2020"), "choice.method", "mix");

        refused("wijkbudget.refusal.rule-mixed", with(mixed, "count.rule", "equal-shares"));
        assertThatCode(() -> check.check(with(mixed, "count.rule", "greedy-skip")))
                .doesNotThrowAnyException();
        assertThatCode(() -> check.check(with(with(mixed, "choice.method", "vote"), "count.rule", "equal-shares")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "choice.public-share | 33.5                | rule-share",
                "choice.criteria     | draagvlak           | rule-criteria",
                "choice.criteria     | draagvlak:0         | rule-criteria",
                "choice.criteria     | draagvlak:2,        | rule-criteria",
                "choice.criteria     | goed:2, goed:1      | rule-criteria",
                "choice.points       | 0                   | rule-none",
                "vote.most           | 0                   | rule-none",
                "choice.members      | 0                   | rule-none",
                "project.minimum     | 999999              | rule-range",
                "money.floor         | 999999              | rule-money",
                "vote.reminder       | 21                  | rule-reminder"
            })
    void refuseWhatNobodyCouldCount(String key, String value, String refusal) throws IOException {
        refused("wijkbudget.refusal." + refusal, with(shipped("halle-burgerbudget"), key, value));
    }

    @Test
    void sayHowEqualSharesAreCounted() throws IOException {
        var shipped = shipped("gent-wijkbudget-2020");
        var other = with(with(with(shipped, "count.worth", "same"), "count.rest", "stays"), "count.step", "2.50");

        assertThat(ChoiceRules.of(shipped).shares()).isEqualTo(SharesRule.USUAL);
        assertThat(ChoiceRules.of(other).shares()).isEqualTo(new SharesRule(false, false, true, 250));
        refused("voting.rule.step", with(shipped, "count.step", "0"));
    }

    @Test
    void leaveOtherRegulationsAlone() throws IOException {
        assertThatCode(() -> check.check(shipped("hasselt"))).doesNotThrowAnyException();
    }

    private void refused(String key, Map<String, Parameter> parameters) {
        assertThatThrownBy(() -> check.check(parameters))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo(key);
    }

    private static Map<String, Parameter> with(Map<String, Parameter> before, String key, String value) {
        var old = Objects.requireNonNull(before.get(key), key);
        var after = new HashMap<>(before);
        after.put(key, parameter(key, old.type(), value, old.choices()));
        return after;
    }

    private static Map<String, Parameter> shipped(String name) throws IOException {
        Map<String, List<Map<String, Object>>> read =
                new Yaml().load(Files.readString(Path.of("src/main/resources/regulations", name + ".yaml")));
        var parameters = new HashMap<String, Parameter>();
        for (var one : Objects.requireNonNull(read.get("parameters"))) {
            var key = String.valueOf(one.get("key"));
            var choices = one.get("choices") instanceof List<?> many
                    ? many.stream().map(String::valueOf).toList()
                    : List.<String>of();
            parameters.put(
                    key,
                    parameter(
                            key,
                            ParameterType.valueOf(String.valueOf(one.get("type"))),
                            String.valueOf(one.get("value")),
                            choices));
        }
        return parameters;
    }

    private static Parameter parameter(String key, ParameterType type, String value, List<String> choices) {
        return new Parameter(key, type, value, choices, null, "", "", null, null, null);
    }
}
