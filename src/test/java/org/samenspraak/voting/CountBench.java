package org.samenspraak.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.testing.Bench.tell;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.samenspraak.testing.Bench;

/**
 * B5: the count of a large city, by each method, against reading its file. Ballots are made as in one: wijken with projects of
 * their own, some that all like, one to ten projects on a ballot.
 */
class CountBench {

    private static final int PROJECTS = Bench.size("projects", 340);
    private static final long BUDGET = 625_000_000;
    private static final int WIJKEN = 25;

    @Test
    void countsACity() throws Exception {
        for (var size : Bench.sizes("ballots", "13000,65000,130000")) {
            var election = city(size);
            var bytes = PbWriter.write(PbExport.of(election, Count.of(election), List.of()));
            var reading = Bench.median(turns(() -> Pbs.read(bytes)));
            var understanding = Bench.median(turns(() -> PbElections.of(Pbs.read(bytes))));
            tell(
                    "B5 %,d ballots, %,d different: file %.1f MB, read %.0f ms, with its election %.0f ms",
                    size, election.ballots().size(), bytes.length / 1e6, reading, understanding);
            for (var method : CountRule.Method.values()) {
                var other = election.with(CountRule.of(method));
                var outcome = Count.of(other);
                var counting = Bench.median(turns(() -> Count.of(other)));
                tell(
                        "B5 %,d ballots, %s: %.0f ms, %.1f times reading, %d funded, %s",
                        size,
                        method,
                        counting,
                        counting / reading,
                        outcome.funded().size(),
                        raised(outcome));
                assertThat(outcome.spent()).isLessThanOrEqualTo(BUDGET);
            }
        }
    }

    private static String raised(Outcome outcome) {
        return outcome.steps().stream()
                .filter(it -> it.key().equals("voting.shares.raised"))
                .map(it -> "share raised " + it.args().get(0) + " times")
                .findFirst()
                .orElse("no share raised");
    }

    private static List<Long> turns(Callable<?> work) throws Exception {
        var times = new ArrayList<Long>();
        for (var i = 0; i < 3; i++) {
            times.add(Bench.time(work));
        }
        return times;
    }

    private static Election city(int voters) {
        var random = new Random(5);
        var projects = IntStream.range(0, PROJECTS)
                .mapToObj(it -> new Project(Integer.toString(it + 1), 500_000L + 100L * random.nextInt(195_000)))
                .toList();
        var ballots = IntStream.range(0, voters)
                .mapToObj(it -> ballot(random, random.nextInt(WIJKEN)))
                .toList();
        return Election.of(BUDGET, projects, ballots, BallotRules.atMost(10), CountRule.of(CountRule.Method.GREEDY));
    }

    /** Two of three from the own wijk, the first projects of which are liked most; the others from all. */
    private static Ballot ballot(Random random, int wijk) {
        var each = PROJECTS / WIJKEN;
        return new Ballot(IntStream.rangeClosed(0, random.nextInt(10))
                .map(it -> {
                    var liked = (int) (each * random.nextDouble() * random.nextDouble());
                    var where = random.nextInt(3) > 0 ? wijk : random.nextInt(WIJKEN);
                    return where * each + liked;
                })
                .distinct()
                .mapToObj(it -> new Mark(it, 1))
                .toList());
    }
}
