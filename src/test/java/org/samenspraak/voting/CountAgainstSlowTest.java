package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The fast count gives what a slow and plain one gives, on very many elections full of ties. */
class CountAgainstSlowTest {

    private static final int ELECTIONS = 6_000;

    @Test
    void choosesTheSameInTheSameOrder() {
        elections().forEach(seed -> {
            var election = Elections.random(new Random(seed));
            assertThat(Count.of(election).funded())
                    .as("election %d: %s", seed, election)
                    .isEqualTo(SlowCount.funded(election));
        });
    }

    @Test
    void neverSpendsMoreThanThereIs() {
        elections().forEach(seed -> {
            var election = Elections.random(new Random(seed));
            var outcome = Count.of(election);
            var funded =
                    outcome.verdicts().stream().filter(Outcome.Verdict::funded).map(Outcome.Verdict::project);
            assertThat(outcome.spent()).isLessThanOrEqualTo(election.budget());
            assertThat(funded).containsExactlyInAnyOrderElementsOf(outcome.funded());
            assertThat(outcome.verdicts()).hasSameSizeAs(election.projects());
        });
    }

    @Test
    void givesTheSameBytesForBallotsInAnyOrder() {
        elections().limit(1_000).forEach(seed -> {
            var election = Elections.random(new Random(seed));
            var ballots = new ArrayList<Ballot>();
            election.ballots()
                    .forEach((ballot, number) -> ballots.addAll(Collections.nCopies(number.intValue(), ballot)));
            Collections.shuffle(ballots, new Random(seed));
            var shuffled =
                    Election.of(election.budget(), election.projects(), ballots, election.rules(), election.rule());
            assertThat(Count.of(shuffled).bytes()).isEqualTo(Count.of(election).bytes());
        });
    }

    @Test
    void countsTheSameFromItsOwnFile() {
        elections().limit(1_000).forEach(seed -> {
            var election = Elections.random(new Random(seed));
            var outcome = Count.of(election);
            var bytes = PbWriter.write(PbExport.of(election, outcome, List.of()));
            assertThat(Pbs.count(bytes).bytes()).isEqualTo(outcome.bytes());
        });
    }

    private static LongStream elections() {
        return LongStream.range(0, ELECTIONS);
    }
}
