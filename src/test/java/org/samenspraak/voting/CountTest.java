package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.voting.Elections.approving;
import static org.samenspraak.voting.Elections.election;
import static org.samenspraak.voting.Elections.projects;
import static org.samenspraak.voting.Elections.ties;
import static org.samenspraak.voting.Elections.times;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.samenspraak.voting.CountRule.Method;

/** Small elections, counted by hand. */
class CountTest {

    @Test
    void passesOverWhatDoesNotFit() {
        var outcome = Count.of(threeProjects(Method.GREEDY));

        assertThat(outcome.funded()).containsExactly("1", "3");
        assertThat(outcome.spent()).isEqualTo(9_000);
        assertThat(why(outcome)).containsExactly("voting.greedy.funded", "voting.greedy.over", "voting.greedy.funded");
    }

    @Test
    void stopsAtTheFirstThatDoesNotFit() {
        var outcome = Count.of(threeProjects(Method.GREEDY_STOPS));

        assertThat(outcome.funded()).containsExactly("1");
        assertThat(why(outcome)).containsExactly("voting.greedy.funded", "voting.greedy.stops", "voting.greedy.after");
    }

    @Test
    void writesTheCountDown() {
        assertThat(Count.of(threeProjects(Method.GREEDY)).bytes())
                .asString()
                .isEqualTo(
                        """
                voting.start;100.00;3;7
                voting.method.greedy
                voting.score;1;4;4
                voting.score;2;2;2
                voting.score;3;1;1
                voting.greedy.funded;1;60.00;40.00
                voting.greedy.over;2;50.00;40.00
                voting.greedy.funded;3;30.00;10.00
                voting.end;2;90.00;10.00
                """);
    }

    /** 4, 2 and 1 of 7 voters; 60, 50 and 30 of 100 euro. */
    private static Election threeProjects(Method method) {
        return election(
                100,
                projects(60, 50, 30),
                CountRule.of(method),
                times(4, approving(1)),
                times(2, approving(2)),
                times(1, approving(3)));
    }

    @ParameterizedTest
    @EnumSource
    void fundsNothingThatNobodyVotedFor(Method method) {
        var outcome = Count.of(election(100, projects(1, 2), CountRule.of(method)));

        assertThat(outcome.funded()).isEmpty();
        assertThat(why(outcome)).containsOnly("voting.excluded.nobody");
    }

    @ParameterizedTest
    @EnumSource
    void letsOneProjectTakeAll(Method method) {
        var outcome = Count.of(
                election(99, projects(99, 1), exact(method), times(2, approving(1)), times(1, approving(1, 2))));

        assertThat(outcome.funded()).containsExactly("1");
        assertThat(outcome.spent()).isEqualTo(9_900);
    }

    @ParameterizedTest
    @EnumSource
    void ordersEqualsByTheRegulation(Method method) {
        var all = List.of(approving(1, 2, 3));

        assertThat(Count.of(election(
                                50, projects(30, 20, 20), ties(exact(method), TieRule.CHEAPER, TieRule.NUMBER), all))
                        .funded())
                .containsExactly("2", "3");
        assertThat(Count.of(election(
                                50, projects(30, 20, 20), ties(exact(method), TieRule.DEARER, TieRule.NUMBER), all))
                        .funded())
                .containsExactly("1", "2");
    }

    @Test
    void countsSupportersAtDifferentAddresses() {
        var projects = List.of(new Project("a", "a", 100, 2, Map.of()), new Project("b", "b", 100, 3, Map.of()));
        var rule = ties(CountRule.of(Method.GREEDY), TieRule.SUPPORTERS, TieRule.NUMBER);

        var outcome = Count.of(election(1, projects, rule, times(5, approving(1, 2))));
        assertThat(outcome.funded()).containsExactly("b");
        assertThat(outcome.steps()).contains(Step.of("voting.tie.by.supporters", "b: 3 | a: 2"));
    }

    @Test
    void drawsALotThatAnybodyCanDrawAgain() {
        var rule = ties(CountRule.of(Method.GREEDY), TieRule.SUPPORTERS, TieRule.LOT);
        var outcome = Count.of(election(20, projects(20, 20, 20), rule, List.of(approving(1, 2, 3))));

        // printf 'tie\n1' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
        var lots = List.of(lot("1"), lot("2"), lot("3"));
        var lowest = lots.stream().sorted().findFirst().orElseThrow();
        assertThat(outcome.funded()).containsExactly(Integer.toString(lots.indexOf(lowest) + 1));
        assertThat(keys(outcome))
                .containsSubsequence("voting.tie", "voting.tie.by.supporters.even", "voting.tie.by.lot")
                .filteredOn("voting.tie.lot"::equals)
                .hasSize(3);
        assertThat(outcome.steps()).contains(Step.of("voting.tie.lot", "1", lot("1")));
        assertThat(lot("1")).isEqualTo(KNOWN_LOT);
    }

    private static final String KNOWN_LOT = "6a7c363f4a7349854a1b6d0a6820c1cf84d6c6cf18d11c75dc6d07dda4c8694d";

    @Test
    void tellsOnlyTiesThatDecided() {
        var rule = CountRule.of(Method.GREEDY);
        var all = List.of(approving(1, 2, 3));

        assertThat(keys(Count.of(election(60, projects(20, 20, 20), rule, all))))
                .doesNotContain("voting.tie");
        assertThat(keys(Count.of(election(10, projects(20, 20, 20), rule, all))))
                .doesNotContain("voting.tie");
        assertThat(keys(Count.of(election(40, projects(20, 20, 50), rule, all))))
                .doesNotContain("voting.tie");
        assertThat(Count.of(election(30, projects(20, 20, 20), rule, all)).steps())
                .contains(Step.of("voting.tie", "1 | 2 | 3"), Step.of("voting.tie.by.number"));
        assertThat(Count.of(election(30, projects(20, 20), rule, List.of(approving(1, 2))))
                        .steps())
                .contains(Step.of("voting.tie", "1 | 2"));
        // where the first that does not fit ends it, it matters that the other one goes first
        var oneFits = election(30, projects(20, 40), CountRule.of(Method.GREEDY_STOPS), List.of(approving(1, 2)));
        assertThat(Count.of(oneFits).steps()).contains(Step.of("voting.tie", "1 | 2"));
        assertThat(keys(Count.of(oneFits.with(rule)))).doesNotContain("voting.tie");
        assertThat(Count.of(election(30, projects(20, 10, 30), rule, all)).steps())
                .contains(Step.of("voting.tie", "2 | 1 | 3"), Step.of("voting.tie.by.cheaper", "2: 10 | 1: 20 | 3: 30"))
                .doesNotContain(Step.of("voting.tie.by.number"));
    }

    @Test
    void keepsThresholdsAndLimits() {
        var rule = CountRule.of(Method.GREEDY);
        var strict = new CountRule(
                rule.method(),
                rule.shares(),
                3,
                new Range(1_000, 5_000),
                rule.ties(),
                Optional.empty(),
                rule.weights());
        var outcome = Count.of(election(
                500, projects(9, 51, 10, 50, 0), strict, times(3, approving(1, 2, 4, 5)), times(2, approving(3))));

        assertThat(outcome.funded()).containsExactly("4");
        assertThat(why(outcome))
                .containsExactly(
                        "voting.excluded.small",
                        "voting.excluded.large",
                        "voting.excluded.few",
                        "voting.greedy.funded",
                        "voting.excluded.free");
    }

    @Test
    void mixesRankingsExactly() {
        var projects = List.of(
                new Project("1", "1", 100, 0, Map.of()),
                new Project("2", "2", 100, 0, Map.of("panel", Fraction.of(8))));
        var rule = CountRule.of(Method.GREEDY);
        var mixed = new CountRule(
                rule.method(),
                rule.shares(),
                0,
                Range.ANY,
                rule.ties(),
                Optional.empty(),
                new TreeMap<>(Map.of(CountRule.VOTES, 70L, "panel", 30L)));
        var outcome = Count.of(election(1, projects, mixed, times(3, approving(1)), times(2, approving(2))));

        assertThat(outcome.verdicts())
                .extracting(Outcome.Verdict::score)
                .containsExactly(Fraction.of(21, 50), Fraction.of(29, 50));
        assertThat(new String(outcome.bytes(), StandardCharsets.UTF_8))
                .contains(
                        """
                        voting.mix.weight.votes;0.700000;5.000000;5;votes
                        voting.mix.weight.others;0.300000;8.000000;8;panel
                        voting.mix.part.votes;2;0.400000;0.700000;0.280000;7/25;votes
                        voting.mix.part.others;2;1.000000;0.300000;0.300000;3/10;panel
                        voting.score.mixed;2;2;0.580000;29/50
                        """);
        assertThat(outcome.funded()).containsExactly("2");
    }

    @Test
    void putsNineBeforeTen() {
        var projects = List.of(new Project("10", 100), new Project("9", 100));
        var rule = ties(CountRule.of(Method.GREEDY), TieRule.NUMBER);

        assertThat(Count.of(election(1, projects, rule, List.of(approving(1, 2))))
                        .funded())
                .containsExactly("9");
    }

    @Test
    void countsNoVoteForWhatGotNoPoints() {
        var ballot = new Ballot(List.of(new Mark(0, 0), new Mark(1, 2)));
        var outcome = Count.of(election(9, projects(1, 1), CountRule.of(Method.GREEDY), times(3, ballot)));

        assertThat(outcome.verdicts()).extracting(Outcome.Verdict::votes).containsExactly(0L, 3L);
    }

    @Test
    void countsNoEmptyBallotAndMixesNoPointsBelowZero() {
        var rule = CountRule.of(Method.GREEDY);
        var ballots = List.of(approving(1), approving());
        var mixed = new CountRule(
                rule.method(),
                rule.shares(),
                0,
                Range.ANY,
                rule.ties(),
                Optional.empty(),
                new TreeMap<>(Map.of(CountRule.VOTES, 1L)));
        var against = new Ballot(List.of(new Mark(0, -1)));

        assertThat(Count.of(Election.of(900, projects(1), ballots, BallotRules.atMost(2), rule))
                        .steps())
                .contains(Step.of("voting.start", Money.euros(900), 1, 1L), Step.of("voting.ballot.number", 1L));
        assertThatThrownBy(() -> Count.of(election(9, projects(1), mixed, List.of(against))))
                .hasMessageContaining("voting.rule.negative");
    }

    /** A threshold of ballots says nothing where nobody casts any. */
    @Test
    void asksNoBallotsOfAPanel() {
        var rule = CountRule.of(Method.GREEDY);
        var panel = new CountRule(
                rule.method(),
                rule.shares(),
                3,
                Range.ANY,
                rule.ties(),
                Optional.empty(),
                new TreeMap<>(Map.of("panel", 1L)));
        var project = new Project("1", "1", 100, 0, Map.of("panel", Fraction.of(8)));

        assertThat(Count.of(election(1, List.of(project), panel)).funded()).containsExactly("1");
    }

    @Test
    void asksForARuleThatAlwaysDecides() {
        assertThatThrownBy(() -> ties(CountRule.of(Method.GREEDY), TieRule.CHEAPER))
                .hasMessageContaining("voting.rule.ties-open");
    }

    private static CountRule exact(Method method) {
        var rule = CountRule.of(method);
        return new CountRule(
                method,
                new SharesRule(true, true, false, 100),
                0,
                Range.ANY,
                rule.ties(),
                Optional.empty(),
                rule.weights());
    }

    private static String lot(String project) {
        return Elections.SEED.lot("tie", project);
    }

    private static List<String> why(Outcome outcome) {
        return outcome.verdicts().stream().map(it -> it.why().key()).toList();
    }

    private static List<String> keys(Outcome outcome) {
        return outcome.steps().stream().map(Step::key).toList();
    }
}
