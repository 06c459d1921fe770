package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.samenspraak.wijkbudget.BallotDesk.Answer;
import org.samenspraak.wijkbudget.VoterRows.Voter;
import org.springframework.beans.factory.annotation.Autowired;

/** Five thousand ballots in the last minute: who was told that it counts, counts, and nobody after the close. */
class VoteClosingIT extends VoteScenario {

    private static final int MANY = 5_000;
    private static final int AT_ONCE = 8;

    @Autowired
    private Choosing choosing;

    @Test
    void losesNoneAndLetsNoneInLate() throws Exception {
        toChoice();
        var all = voters();
        var half = new CountDownLatch(MANY / 2);
        var pool = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var told = all.stream()
                    .map(voter -> pool.submit((Callable<Told>) () -> {
                        var code = ReceiptCode.draw();
                        var answer = desk.confirm(
                                voter, List.of(1 + Math.floorMod(voter.id().hashCode(), 3)), code);
                        half.countDown();
                        return new Told(code.mark(), answer);
                    }))
                    .toList();
            shuffle.shuffleAll();
            half.await();
            shuffle.shuffleAll();
            clock.set(votes.find(round).orElseThrow().closes());
            choosing.close(round);
            var atClose = marks();
            var in = new ArrayList<String>();
            var late = new ArrayList<String>();
            for (var one : told) {
                var answer = one.get();
                (answer.answer() == Answer.IN ? in : late).add(answer.mark());
            }
            assertThat(in.size() + late.size()).isEqualTo(MANY);
            assertThat(in).as("none lost").hasSizeGreaterThanOrEqualTo(MANY / 2);
            assertThat(marks()).as("none late").isEqualTo(atClose).isEqualTo(new HashSet<>(in));
        } finally {
            pool.shutdownNow();
        }
        counting.count(round, CLERK);
        assertThat(counts.lines(round).stream().mapToLong(CountRows.Line::votes).sum())
                .isEqualTo(marks().size());
    }

    private Set<String> marks() {
        return new HashSet<>(ballots.receipts(round));
    }

    private List<Voter> voters() {
        jdbc.sql(
                        """
                        insert into wijkbudget_voter (id, round, area_id, address_hash, address, language, mailed)
                        select gen_random_uuid(), :round, :area, decode(md5(n::text), 'hex'), n || '@wijk.example', 'nl', true
                          from generate_series(1, :many) n
                        """)
                .param("round", round.value())
                .param("area", poort.value())
                .param("many", MANY)
                .update();
        return jdbc.sql("select id from wijkbudget_voter").query(UUID.class).list().stream()
                .map(id -> new Voter(id, round, poort, id + "@wijk.example", Locale.forLanguageTag("nl")))
                .toList();
    }

    private record Told(String mark, Answer answer) {}
}
