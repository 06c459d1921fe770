package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PbClaimsTest {

    private static final String FILE =
            """
            META
            key;value
            num_projects;3
            num_votes;4
            budget;100
            vote_type;approval
            rule;greedy
            max_length;2
            PROJECTS
            project_id;cost;votes;score;selected
            A;60;3;3;1
            B;50;2;2;0
            C;40;1;;2
            VOTES
            voter_id;vote
            1;A,B
            2;A
            3;A,B
            4;C
            """;

    @Test
    void findsTheChosenProjectsOfTheFile() {
        assertThat(notes(FILE)).containsExactly("voting.pb.note.same[]");
    }

    @Test
    void saysWhatTheFileHasWrong() {
        var wrong = FILE.replace("num_votes;4", "num_votes;5")
                .replace("A;60;3;3;1", "A;60;4;3;0")
                .replace("B;50;2;2;0", "B;50;2;1;1");

        assertThat(notes(wrong))
                .containsExactly(
                        "voting.pb.note.number[num_votes, 5, 4]",
                        "voting.pb.note.votes[1, A]",
                        "voting.pb.note.score[1, B]",
                        "voting.pb.note.more[1, A]",
                        "voting.pb.note.less[1, B]");
    }

    @Test
    void namesTheLinesOfBallotsThatDoNotCount() {
        assertThat(notes(FILE.replace("2;A", "2;A,B,C"))).contains("voting.pb.note.ballots[1, 17]");
    }

    @Test
    void saysWhatItDoesNotKnowOfTheRule() {
        assertThat(notes(FILE.replace("rule;greedy", "rule;greedy-custom")))
                .contains("voting.pb.note.rule[greedy-custom, greedy]");
        assertThat(notes(FILE.replace("rule;greedy\n", ""))).contains("voting.pb.note.no-rule[greedy]");
        assertThat(notes(FILE.replace("rule;greedy", "rule;greedy-threshold")))
                .containsExactly("voting.pb.note.same[]");
    }

    @Test
    void hasNothingAgainstWhatWeWrote() {
        for (var seed = 0; seed < 200; seed++) {
            var election = Elections.random(new Random(seed));
            var outcome = Count.of(election);
            var file = PbExport.of(election, outcome, List.of());
            var notes = PbClaims.of(file, election, outcome);

            assertThat(notes)
                    .extracting(Step::key)
                    .filteredOn(key -> !key.equals("voting.pb.note.ballots"))
                    .containsExactly("voting.pb.note.same");
        }
    }

    private static List<String> notes(String text) {
        var file = Pbs.read(text);
        var election = PbElections.of(file);
        return PbClaims.of(file, election, Count.of(election)).stream()
                .map(it -> it.key() + it.args())
                .toList();
    }
}
