package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.samenspraak.voting.Jury.Criterion;
import org.samenspraak.voting.Jury.Score;
import org.samenspraak.voting.Jury.Seat;

class JuryTest {

    private static final List<Criterion> CRITERIA =
            List.of(new Criterion("draagvlak", 2, 10), new Criterion("haalbaar", 1, 5));
    private static final List<String> MEMBERS = List.of("Ann", "Bo");

    @Test
    void takesTheMeanOfMembersAndTheirSpread() {
        var jury = new Jury(CRITERIA, scores(), Set.of());

        // Ann: (2 × 8/10 + 5/5) / 3 = 13/15, Bo: (2 × 5/10 + 1/5) / 3 = 2/5
        assertThat(jury.results(List.of("p"), MEMBERS))
                .containsExactly(new Jury.Result("p", Fraction.of(19, 30), Fraction.of(2, 5), Fraction.of(13, 15), 2))
                .extracting(Jury.Result::spread)
                .containsExactly(Fraction.of(7, 15));
    }

    @Test
    void leavesOutWhoHasAnInterest() {
        var jury = new Jury(CRITERIA, scores(), Set.of(new Seat("Ann", "p")));
        var results = jury.results(List.of("p"), MEMBERS);

        assertThat(results).extracting(Jury.Result::score).containsExactly(Fraction.of(2, 5));
        assertThat(jury.steps(results)).contains(Step.of("voting.jury.conflict", "Ann", "p"));
        assertThat(new Jury(CRITERIA, scores(), Set.of(new Seat("Ann", "p"), new Seat("Bo", "p")))
                        .results(List.of("p"), MEMBERS))
                .isEmpty();
    }

    @Test
    void refusesScoresThatAreOpenTooHighTooLowDoubleOrOnNothing() {
        var ann = new Seat("Ann", "p");
        assertThatThrownBy(() -> new Jury(CRITERIA, scores().subList(0, 3), Set.of()).results(List.of("p"), MEMBERS))
                .hasMessage("voting.jury.open[Bo, p, haalbaar]");
        assertThatThrownBy(() -> new Jury(CRITERIA, List.of(new Score(ann, "haalbaar", 6)), Set.of()))
                .hasMessageContaining("voting.jury.points");
        assertThatThrownBy(() -> new Jury(CRITERIA, List.of(new Score(ann, "haalbaar", -1)), Set.of()))
                .hasMessageContaining("voting.jury.points");
        assertThatThrownBy(() -> new Jury(CRITERIA, List.of(new Score(ann, "mooi", 1)), Set.of()))
                .hasMessageContaining("voting.jury.criterion");
        assertThatThrownBy(() -> new Jury(
                        CRITERIA, List.of(new Score(ann, "haalbaar", 1), new Score(ann, "haalbaar", 1)), Set.of()))
                .hasMessageContaining("voting.jury.twice");
    }

    private static List<Score> scores() {
        var ann = new Seat("Ann", "p");
        var bo = new Seat("Bo", "p");
        return List.of(
                new Score(ann, "draagvlak", 8),
                new Score(ann, "haalbaar", 5),
                new Score(bo, "draagvlak", 5),
                new Score(bo, "haalbaar", 1));
    }
}
