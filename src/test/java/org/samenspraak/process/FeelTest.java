package org.samenspraak.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeelTest {

    /** Half past midnight in Brussels: a machine in UTC is still at the day before. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-14T22:30:00Z"), ZoneId.of("Europe/Brussels"));

    private final Feel feel = new Feel(CLOCK);

    @AfterEach
    void stop() {
        feel.destroy();
    }

    @Test
    void comparesAnswers() {
        assertThat(feel.holds("decision != \"refused\"", Map.of("decision", "granted")))
                .isTrue();
        assertThat(feel.holds("decision = \"refused\" and amount > 10", Map.of("decision", "refused", "amount", 11)))
                .isTrue();
        assertThat(feel.holds("list contains(kinds, \"youth\")", Map.of("kinds", List.of("youth"))))
                .isTrue();
        assertThat(feel.holds("start < date(\"2026-09-14\")", Map.of("start", LocalDate.of(2026, 9, 13))))
                .isTrue();
    }

    @Test
    void todayIsTheDayOfTheMunicipalityInFormsAndInTables() {
        var tables = new BoundedFeel(feel);
        var none = Variables.createVariables().asVariableContext();

        assertThat(feel.evaluate("today()", Map.of())).isEqualTo("2026-09-15");
        assertThat(tables.evaluateSimpleExpression("string(today())", none).toString())
                .isEqualTo("2026-09-15");
    }

    @Test
    void missingAnswerIsNothingAndNotAnError() {
        assertThat(feel.holds("decision = \"refused\"", Map.of())).isFalse();
        assertThat(feel.holds("decision != \"refused\"", Map.of())).isTrue();
        assertThat(feel.evaluate("amount > 10", Map.of())).isNull();
        assertThat(feel.evaluate("a.b.c", Map.of("a", 1))).isNull();
    }

    @Test
    void loopsOverData() {
        assertThat(feel.evaluate("sum(for row in rows return row.cost)", Map.of("rows", rows(3))))
                .isEqualTo(6L);
        assertThat(feel.holds("some row in rows satisfies row.cost > 2", Map.of("rows", rows(4))))
                .isTrue();
        assertThat(feel.evaluate("count(rows[cost > 1])", Map.of("rows", rows(3))))
                .isEqualTo(2L);
    }

    @Test
    void holdsAsAUnaryTestDoes() {
        assertThat(feel.holds("amount > 10", Map.of())).isTrue();
        assertThat(feel.holds("not(amount > 10)", Map.of())).isFalse();
        assertThat(feel.holds("not(amount)", Map.of("amount", true))).isFalse();
        assertThat(feel.holds("not(amount) and true", Map.of())).isTrue();
        assertThat(feel.holds("amount", Map.of("amount", 5))).isFalse();
    }

    @Test
    void comparesAsTheViewerDoes() {
        assertThat(feel.evaluate("i = 1", Map.of("i", List.of(1)))).isEqualTo(true);
        assertThat(feel.evaluate("i = 1", Map.of("i", List.of(1, 1)))).isNull();
        assertThat(feel.evaluate("a < 5", Map.of("a", "x"))).isEqualTo(false);
        assertThat(feel.evaluate("a < 5", Map.of("a", "4"))).isEqualTo(true);
        assertThat(feel.evaluate("a in [1..5]", Map.of("a", "x"))).isEqualTo(false);
        assertThat(feel.evaluate("count(a[item < 3])", Map.of("a", List.of(1, 2, 3))))
                .isEqualTo(2L);
    }

    @Test
    void bringsMomentsAsText() {
        assertThat(feel.evaluate("date(\"2026-01-31\") + duration(\"P1D\")", Map.of()))
                .isEqualTo("2026-02-01");
        assertThat(feel.evaluate("[{d: duration(\"P1M\")}]", Map.of())).isEqualTo(List.of(Map.of("d", "P1M")));
        assertThat(feel.evaluate("time(\"10:00:00\")", Map.of())).isEqualTo("10:00");
    }

    @Test
    void tooMuchOfAResultIsNothing() {
        var thousand = java.util.Collections.nCopies(1_000, 1);

        assertThat(feel.evaluate("concatenate(a, a)", Map.of("a", thousand))).isInstanceOf(List.class);
        assertThat(feel.evaluate("concatenate(a, a, a, a, a)", Map.of("a", thousand)))
                .isNull();
        assertThat(feel.evaluate("{b: {c: a + a}}", Map.of("a", "x".repeat(300_000))))
                .isNull();
    }

    @Test
    void expressionsShareTheirTimeAndNoneIsBlamedForThoseBeforeIt() {
        var ones = String.join(",", java.util.Collections.nCopies(200, "1"));
        var slow = "count(for a in [%s] return count(for b in [%s] return a + b))".formatted(ones, ones);
        var together = feel.together();

        while (!isCutShort(slow)) {
            // each takes some of the time
        }
        assertThatThrownBy(() -> feel.problem("a = 12345")).isInstanceOf(Feel.TooSlow.class);

        together.close();
        assertThat(feel.problem("a = 12345")).isEmpty();
    }

    private boolean isCutShort(String expression) {
        try {
            feel.evaluate(expression, Map.of());
            return false;
        } catch (Feel.TooSlow slow) {
            return slow.cutShort;
        }
    }

    @Test
    void knowsWhichAnswersAConditionReads() {
        assertThat(feel.names("a.b = 1 and not(c)")).containsExactlyInAnyOrder("a", "c");
        assertThat(feel.names("some x in c satisfies x = a")).containsExactlyInAnyOrder("a", "c");
        assertThat(feel.names("count(c[item = a]) > x")).containsExactlyInAnyOrder("a", "c", "x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for i in 1..1000000000 return i",
                "for i in [1,2] return for j in [1,2] return for k in [1,2] return i",
                "for i in a, j in a, k in a return i",
                "some x in a, y in a satisfies x = y",
                "for i in a return concatenate(partial, partial)",
                "{f: function(n) f(n), r: f(1)}.r",
                "function(x) x",
                "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(int)\"}}",
                "matches(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
                "replace(\"a\", \"(a+)+\", \"b\")",
                "split(\"a\", \"(a+)+\")",
                "extract(\"a\", \"(a+)+\")",
                "9**999999999",
                "decimal(1, 999999999)",
                "round half up(1, 999999999)",
                "floor(1, 999999999)",
                "number(\"1e999999999\")",
                "11111111111111111111111111111111111111111",
                "a.getClass()",
                "a instance of number",
                "uuid()",
                "random number()",
                "a = ",
                "((((((((((((((((1))))))))))))))))",
            })
    void refusesWhatMayNeverEnd(String expression) {
        assertThat(feel.problem(expression)).isPresent();
        assertThatThrownBy(() -> feel.evaluate(expression, Map.of("a", List.of(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLongText() {
        assertThat(feel.problem("1 + ".repeat(1_000) + "1")).isPresent();
    }

    @Test
    void acceptsCellsOfTables() {
        for (var cell : List.of("< 10", "[1..5]", "\"a\",\"b\"", "not(\"x\")", "-", "date(\"2026-01-01\")", "? > 3")) {
            assertThat(feel.problemOfTests(cell)).as(cell).isEmpty();
        }
        assertThat(feel.problemOfTests("matches(?, \"(a+)+\")")).isPresent();
    }

    @Test
    void callsNoMethodOfWhatIsPutIn() {
        var data = new HashMap<String, Object>();
        data.put("thread", Thread.currentThread());

        assertThat(feel.evaluate("thread.name", data)).isNull();
    }

    private static List<Map<String, Integer>> rows(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(cost -> Map.of("cost", cost))
                .toList();
    }
}
