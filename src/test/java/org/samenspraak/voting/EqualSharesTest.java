package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.voting.Elections.approving;
import static org.samenspraak.voting.Elections.election;
import static org.samenspraak.voting.Elections.projects;
import static org.samenspraak.voting.Elections.times;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.voting.CountRule.Method;

class EqualSharesTest {

    /**
     * Ten voters have 10 euro each. Six like 1 (40 euro) and 2 (30), four like 3 (40). By votes the six would get both. Here 2 goes first
     * (as good as 1, and cheaper) and costs each of the six 5 euro; the 30 they have left is not enough for 1; the four pay 3.
     */
    @Test
    void givesAMinorityItsShare() {
        var ballots = List.of(times(6, approving(1, 2)), times(4, approving(3)));
        var projects = projects(40, 30, 40);
        var greedy = Count.of(election(100, projects, CountRule.of(Method.GREEDY), ballots.get(0), ballots.get(1)));
        var shares =
                Count.of(election(100, projects, CountRule.of(Method.EQUAL_SHARES), ballots.get(0), ballots.get(1)));

        assertThat(greedy.funded()).containsExactly("2", "1");
        assertThat(shares.funded()).containsExactly("2", "3");
        assertThat(shares.bytes())
                .asString()
                .isEqualTo(
                        """
                voting.start;100.00;3;10
                voting.method.equalshares
                voting.score;2;6;6
                voting.score;1;6;6
                voting.score;3;4;4
                voting.shares.start;10.0000
                voting.tie;2 | 1
                voting.tie.by.cheaper;2: 30 | 1: 40
                voting.shares.funded;2;30.00;6;5.0000;70.00
                voting.shares.funded;3;40.00;4;10.0000;30.00
                voting.shares.short;1;40.00;30.00
                voting.shares.completed;30.00
                voting.greedy.over;1;40.00;30.00
                voting.end;2;70.00;30.00
                """);
    }

    /** The poorest pays all they have: 1 costs the first three 2 euro each; of 2 the third pays its last 1, the fourth 3 and a half. */
    @Test
    void takesFromThePoorWhatTheyHave() {
        var election = election(
                12,
                projects(6, 4),
                CountRule.of(Method.EQUAL_SHARES),
                times(2, approving(1)),
                times(1, approving(1, 2)),
                times(1, approving(2)));

        assertThat(Count.of(election).steps())
                .contains(new Step("voting.shares.funded", told("1", "6.00", 3, "2.0000", "6.00")))
                .contains(new Step("voting.shares.funded", told("2", "4.00", 2, "3.0000", "2.00")));
    }

    private static List<Object> told(String project, String cost, long payers, String price, String left) {
        return List.of(project, new BigDecimal(cost), payers, new BigDecimal(price), new BigDecimal(left));
    }

    /**
     * Three voters have 3 euro each, in whole euros; two of them need 4 for a project of 8. It goes on, though 9 can't fit any more: only at
     * a share of 9 euro that would be paid too.
     */
    @Test
    void raisesTheShareAsLongAsItFits() {
        var election = election(
                10,
                projects(8, 9),
                CountRule.of(Method.EQUAL_SHARES_ADD1),
                times(2, approving(1)),
                times(1, approving(2)));
        var outcome = Count.of(election);

        assertThat(outcome.funded()).containsExactly("1");
        assertThat(outcome.bytes()).asString().contains("voting.shares.enough;9.0000\nvoting.shares.raised;5;8.0000\n");
    }

    /** Each project alone fits, and both get paid at the same share: then that share is one step too far. */
    @Test
    void goesBackAStepWhenItNoLongerFits() {
        var election = election(
                10,
                projects(6, 6),
                CountRule.of(Method.EQUAL_SHARES_ADD1),
                times(1, approving(1)),
                times(1, approving(2)));
        var outcome = Count.of(election);

        assertThat(outcome.bytes())
                .asString()
                .contains("voting.shares.enough;6.0000\nvoting.shares.raised;0;5.0000\n")
                .contains("voting.tie;1 | 2\nvoting.tie.by.cheaper.even;1: 6 | 2: 6\nvoting.tie.by.number\n");
        assertThat(outcome.funded()).containsExactly("1");
    }

    /** By cost 1 and 2 are as good for each euro; by number the cheaper one is better. */
    @Test
    void weighsProjectsByCostOrAllTheSame() {
        var rule = CountRule.of(Method.EQUAL_SHARES);
        var dearer = Elections.ties(rule, TieRule.DEARER, TieRule.NUMBER);
        var same = new CountRule(
                rule.method(),
                new SharesRule(false, true, true, 100),
                0,
                Range.ANY,
                dearer.ties(),
                Optional.empty(),
                rule.weights());
        var ballots = times(2, approving(1, 2));

        assertThat(Count.of(election(8, projects(6, 4), dearer, ballots)).funded())
                .containsExactly("1");
        assertThat(Count.of(election(8, projects(6, 4), same, ballots)).funded())
                .containsExactly("2");
    }

    /** Thirds and sevenths add up to exactly the cost: what doubles can't see. */
    @Test
    void seesThatMoneyIsExactlyEnough() {
        var rule = new CountRule(
                Method.EQUAL_SHARES,
                new SharesRule(true, false, false, 100),
                0,
                Range.ANY,
                List.of(TieRule.NUMBER),
                Optional.empty(),
                CountRule.of(Method.EQUAL_SHARES).weights());
        var exact = election(100, projects(33, 67), rule, times(7, approving(1, 2)));
        var short1 = Election.of(9_999, exact.projects(), times(7, approving(1, 2)), BallotRules.NONE, rule);

        assertThat(Count.of(exact).funded()).containsExactly("1", "2");
        assertThat(Count.of(short1).funded()).containsExactly("1");
    }

    /** Two voters have 50.50 each: together they can just pay 1, which both want most for each euro. In whole euros they could not. */
    @Test
    void dividesTheLastCents() {
        for (var method : List.of(Method.EQUAL_SHARES, Method.EQUAL_SHARES_ADD1)) {
            var election = election(
                    101,
                    projects(101, 50, 50),
                    CountRule.of(method),
                    times(1, approving(1, 2)),
                    times(1, approving(1, 3)));

            assertThat(Count.of(election).funded()).containsExactly("1");
        }
    }

    /** One voter needs 80,000 for 1, another 90,000 for 2: of the four million steps in between nothing but the ends matter. */
    @Test
    void passesOverStepsThatChangeNothing() {
        var election =
                election(90_000, projects(80_000, 90_000), step(1), times(1, approving(1)), times(1, approving(2)));

        assertThat(Count.of(election).bytes())
                .asString()
                .contains("voting.shares.enough;90000.0000\nvoting.shares.raised;4499999;89999.9900\n")
                .contains("voting.shares.short;2;90000.00;89999.99\n");
    }

    /** 1 leaves the first voter of 2 with less than the second, and the third needs very long for 3: of millions of steps a few matter. */
    @Test
    void passesOverStepsWhereSomebodyPaysAllTheyHave() {
        assertThat(Count.of(capped()).bytes())
                .asString()
                .contains("voting.shares.enough;90000.0000\nvoting.shares.raised;6399999;89999.9900\n");
    }

    @Test
    void givesUpWhenItTakesTooLong() {
        var input = input(capped());
        var first = new SharesRun(input, capped().budget()).upTo(capped().budget());
        var raising = new Raising(input, step(1).shares(), capped().budget(), first, 70);

        assertThatThrownBy(raising::go).hasMessageContaining("voting.rule.many-steps");
    }

    /** Beside every single step, on elections whose shares rise very far; many voters pay all they have there. */
    @Test
    void passesOverNothingThatMatters() {
        for (var seed = 0; seed < 40; seed++) {
            var election = far(new Random(seed));
            var input = input(election);
            var budget = election.budget();
            var step = 100 * input.voters();
            var all = budget;
            var last = new SharesRun(input, all).upTo(budget);
            var steps = 0L;
            while (last.rounds().size() < input.supported().size()) {
                var next = new SharesRun(input, all + step).upTo(budget);
                if (next.spent() > budget) {
                    break;
                }
                all += step;
                steps++;
                last = next;
            }
            var raising = new Raising(input, SharesRule.USUAL, budget, new SharesRun(input, budget).upTo(budget));
            raising.go();

            assertThat(raising.steps()).as("steps of %d", seed).isEqualTo(steps);
            assertThat(raising.run().rounds()).as("payments of %d", seed).isEqualTo(last.rounds());
        }
    }

    /** In whole euros for each voter. */
    private static Election far(Random random) {
        var voters = 4 + random.nextInt(20);
        var euros = 200 + random.nextInt(2_000);
        var costs = IntStream.range(0, 4 + random.nextInt(8))
                .map(it -> voters * (euros / 20 + random.nextInt(euros)))
                .toArray();
        var ballots = IntStream.range(0, voters)
                .mapToObj(it -> new Ballot(IntStream.range(0, costs.length)
                        .filter(project -> random.nextInt(3) == 0)
                        .mapToObj(project -> new Mark(project, 1 + random.nextInt(3)))
                        .toList()))
                .toList();
        return election(voters * euros, projects(costs), CountRule.of(Method.EQUAL_SHARES_ADD1), ballots);
    }

    private static SharesInput input(Election election) {
        var tally = Tally.of(election);
        var all = IntStream.range(0, election.projects().size()).boxed().toList();
        return SharesInput.of(tally, all, new Ties(tally));
    }

    private static Election capped() {
        return election(
                130_000,
                projects(40_000, 80_000, 90_000),
                step(1),
                times(1, approving(1, 2)),
                times(2, approving(1)),
                times(1, approving(2)),
                times(1, approving(3)));
    }

    private static CountRule step(long cents) {
        return new CountRule(
                Method.EQUAL_SHARES_ADD1,
                new SharesRule(true, true, true, cents),
                0,
                Range.ANY,
                List.of(TieRule.NUMBER),
                Optional.empty(),
                CountRule.of(Method.EQUAL_SHARES).weights());
    }
}
