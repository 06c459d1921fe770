package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.kernel.Refusal;

class PbElectionsTest {

    private static final String FILE =
            """
            META
            key;value
            budget;1000,50
            vote_type;%s
            max_length;2
            %s
            PROJECTS
            cost;project_id
            600;A
            800.5;B
            1;C
            VOTES
            voter_id;vote;points
            1;%s;%s
            """;

    @Test
    void readsApproval() {
        var election = read("approval", "comment;x", "C, A ,C", "");

        assertThat(election.budget()).isEqualTo(100_050);
        assertThat(election.projects()).extracting(Project::cost).containsExactly(60_000L, 80_050L, 100L);
        assertThat(election.ballots()).containsOnlyKeys(new Ballot(List.of(new Mark(0, 1), new Mark(2, 1))));
        assertThat(election.rule().method()).isEqualTo(CountRule.Method.GREEDY);
        assertThat(election.rule().ties()).containsExactly(TieRule.CHEAPER, TieRule.VOTES, TieRule.NUMBER);
        // a rule of elsewhere says nothing of what happens with the rest
        assertThat(election.rule().shares()).isEqualTo(new SharesRule(true, false, true, 100));
    }

    @Test
    void readsOrdersAsPoints() {
        assertThat(read("ordinal", "comment;x", "C,A", "").ballots())
                .containsOnlyKeys(new Ballot(List.of(new Mark(2, 2), new Mark(0, 1))));
    }

    @Test
    void takesThePointsThatAnOrderHasBefore() {
        assertThat(read("ordinal", "comment;x", "C,A", "5,1").ballots())
                .containsOnlyKeys(new Ballot(List.of(new Mark(2, 5), new Mark(0, 1))));
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, GREEDY",
        "greedy-threshold, GREEDY",
        "greedy-custom, GREEDY",
        "greedy-exclusive, GREEDY",
        "greedy-no-skip, GREEDY_STOPS",
        "equalshares-comparison, EQUAL_SHARES",
        "equalshares/add1-comparison, EQUAL_SHARES_ADD1"
    })
    void readsRulesThatCitiesAddedTo(String rule, CountRule.Method method) {
        assertThat(read("approval", "rule;" + rule, "A", "").rule().method()).isEqualTo(method);
    }

    @Test
    void readsNoneAsNothing() {
        assertThat(read("approval", "max_sum_cost;None\nmin_length;nan", "A,B", "")
                        .rules())
                .isEqualTo(read("approval", "comment;x", "A,B", "").rules());
    }

    @Test
    void leavesOutWhatWasWithdrawn() {
        var file = text().replace("1;C", "999999999;C").replace("vote_type", "rule;greedy-no-skip\nvote_type");
        var outcome = Pbs.count(file.replace("1;A;", "1;C;\n2;C;\n3;A;"));

        assertThat(outcome.funded()).containsExactly("A");
        assertThat(outcome.verdicts().get(2).why().key()).isEqualTo("voting.excluded.withdrawn");
    }

    @Test
    void readsPoints() {
        assertThat(read("cumulative", "max_sum_points;7", "C,A", "4,3.0").ballots())
                .containsOnlyKeys(new Ballot(List.of(new Mark(0, 3), new Mark(2, 4))));
        assertThat(read("scoring", "default_score;-1", "C,A", "4,-2").ballots())
                .containsOnlyKeys(new Ballot(List.of(new Mark(0, -2), new Mark(1, -1), new Mark(2, 4))));
    }

    @Test
    void leavesOutBallotsAgainstTheRules() {
        assertThat(Tally.of(read("approval", "comment;x", "A,B,C", "")).invalid())
                .containsEntry("voting.ballot.number", 1L);
        assertThat(Tally.of(read("choose-1", "comment;x", "A,B", "")).invalid())
                .containsEntry("voting.ballot.number", 1L);
        assertThat(Tally.of(read("approval", "max_sum_cost;1400.49", "A,B", "")).invalid())
                .containsEntry("voting.ballot.cost", 1L);
        assertThat(Tally.of(read("approval", "max_sum_cost;1400.50", "A,B", "")).voters())
                .isEqualTo(1);
        assertThat(Tally.of(read("cumulative", "max_sum_points;6", "A,B", "3,4"))
                        .invalid())
                .containsEntry("voting.ballot.sum", 1L);
        assertThat(Tally.of(read("scoring", "max_points;3", "A,B", "3,4")).invalid())
                .containsEntry("voting.ballot.points", 1L);
    }

    @Test
    void readsTheRule() {
        var rule = CountRule.of(CountRule.Method.EQUAL_SHARES_ADD1);
        var other = new CountRule(
                rule.method(),
                new SharesRule(false, false, false, 250),
                7,
                new Range(100, 5_000),
                List.of(TieRule.SUPPORTERS, TieRule.LOT),
                Optional.of(Elections.SEED),
                rule.weights());
        var election = read("approval", "comment;x", "A", "").with(other);

        var file = PbExport.of(election, Count.of(election), List.of());
        assertThat(PbElections.of(file).rule()).isEqualTo(other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "approval | comment;x | A,X | '' | voting.pb.unknown-project[14, X]",
                "cumulative | comment;x | A,B | 3 | voting.pb.points-differ[14, 2, 1]",
                "cumulative | comment;x | A | x | voting.pb.no-number[14, x]",
                "cumulative | comment;x | A | 1/2 | voting.pb.points-broken[14, 1/2]",
                "cumulative | comment;x | A | 1000001 | voting.pb.points-large[14, 1000000]",
                "quadratic | comment;x | A | '' | voting.pb.vote-type[quadratic]",
                "approval | rule;dice | A | '' | voting.pb.rule[dice]",
                "approval | count_ties;cheaper | A | '' | voting.rule.ties-open[]",
                "approval | count_ties;oldest | A | '' | voting.pb.tie[oldest]",
                "approval | count_ties;lot | A | '' | voting.rule.no-seed[]",
                "approval | lot_seed;short | A | '' | voting.seed.short[32]",
                "approval | count_weights;votes | A | '' | voting.pb.weights[votes]",
                "approval | count_weights;votes=0 | A | '' | voting.rule.weight[1000000]",
                "scoring | default_score;9999999 | A | 1 | 'voting.pb.key-no-number[default_score, 9999999]'",
                "approval | count_step;0 | A | '' | voting.rule.step[1000000.00]",
                "approval | count_start;half | A | '' | voting.pb.choice[count_start, half, whole, exact]",
                "approval | budget;1.000.000 | A | '' | 'voting.pb.key-no-amount[budget, 1.000.000]'",
                "approval | min_length;few | A | '' | voting.pb.key-no-number[min_length, few]"
            })
    void saysWhatIsWrong(String type, String key, String vote, String points, String message) {
        assertThatThrownBy(() -> read(type, key, vote, points))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    @Test
    void refusesASeedThatWasNotTheOneAnnounced() {
        var seed = "lot_seed;" + Elections.SEED.text() + "\nlot_commitment;";
        assertThatThrownBy(() -> read("approval", seed + "0".repeat(64), "A", ""))
                .hasMessageContaining("voting.seed.other");
        assertThat(read("approval", seed + Elections.SEED.commitment(), "A", "")
                        .rule()
                        .seed())
                .contains(Elections.SEED);
    }

    @Test
    void refusesProjectsThatAreNotClear() {
        assertThatThrownBy(() -> PbElections.of(Pbs.read(text().replace("1;C", "1;A"))))
                .hasMessage("voting.pb.project-twice[11, A]");
        assertThatThrownBy(() -> PbElections.of(Pbs.read(text().replace("1;C", "1;"))))
                .hasMessage("voting.pb.no-id[11]");
        assertThatThrownBy(() -> PbElections.of(Pbs.read(text().replace("1;C", "veel;C"))))
                .hasMessage("voting.pb.no-amount[11, veel]");
        assertThatThrownBy(() -> PbElections.of(Pbs.read(text().replace("1;A;", "v;A;\nw;B;\nv;C;"))))
                .hasMessage("voting.pb.voter-twice[16, v, 14]");
        assertThatThrownBy(() -> PbElections.of(Pbs.read(text().replace("cost;", "price;"))))
                .hasMessage("voting.pb.no-column[cost]");
    }

    private static String text() {
        return FILE.formatted("approval", "comment;x", "A", "");
    }

    private static Election read(String type, String key, String vote, String points) {
        return PbElections.of(Pbs.read(FILE.formatted(type, key, vote, points)));
    }
}
