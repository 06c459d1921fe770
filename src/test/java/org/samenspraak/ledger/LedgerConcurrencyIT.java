package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.ledger.LedgerFixture.AN;
import static org.samenspraak.ledger.LedgerFixture.BART;
import static org.samenspraak.ledger.LedgerFixture.BUDGET;
import static org.samenspraak.ledger.LedgerFixture.IBAN;
import static org.samenspraak.ledger.LedgerFixture.euros;
import static org.samenspraak.ledger.LedgerFixture.grounds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Everybody at the same moment. */
class LedgerConcurrencyIT extends PostgresIT {

    private static final int AT_ONCE = 10;

    @Autowired
    private ApplicationContext context;

    private LedgerFixture office;

    @BeforeEach
    void allot() {
        office = new LedgerFixture(context);
        office.budget(40_000);
    }

    @Test
    void grantsExactlyFortyOfFiftyOnABudgetForForty() throws Exception {
        var council = office.council("Wijkraad Runkst");
        var files =
                IntStream.range(0, 50).mapToObj(at -> office.openCase(council)).toList();

        var granted = atOnce(files.stream()
                .<Callable<Boolean>>map(file -> () -> {
                    var enough = office.ledger.reserve(BUDGET, euros(1_000), grounds(file));
                    if (enough) {
                        office.ledger.fix(euros(1_000), grounds(file));
                    }
                    return enough;
                })
                .toList());

        assertThat(Collections.frequency(granted, true)).isEqualTo(40);
        assertThat(office.budget())
                .returns(Amount.NOTHING, Budget::available)
                .returns(Amount.NOTHING, Budget::reserved)
                .returns(euros(40_000), Budget::committed);
    }

    @Test
    void booksTheSameCommandOnce() throws Exception {
        var file = office.openCase(office.council("Wijkraad Runkst"));

        var said =
                atOnce(Collections.nCopies(AT_ONCE, () -> office.ledger.reserve(BUDGET, euros(1_000), grounds(file))));

        assertThat(said).containsOnly(true);
        assertThat(office.budget().reserved()).isEqualTo(euros(1_000));
    }

    @Test
    void gathersApprovesAndPaysOnce() throws Exception {
        var file = office.toPay("Wijkraad Runkst", 1_000);
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var waiting = office.waiting();

        var gathered = atOnce(Collections.nCopies(AT_ONCE, () -> refusedOr(() -> office.batches.gather(waiting, AN))));
        assertThat(Collections.frequency(gathered, true)).isOne();
        var batch = office.batches.all(null, 10).get(0).id();
        atOnce(Collections.nCopies(AT_ONCE, () -> refusedOr(() -> office.batches.approve(batch, BART))));
        var taken = atOnce(Collections.nCopies(AT_ONCE, () -> refusedOr(() -> office.batches.take(batch, "", BART))));
        assertThat(Collections.frequency(taken, true)).isOne();
        var line = office.line(batch).id();
        atOnce(Collections.nCopies(AT_ONCE, () -> refusedOr(() -> office.settlements.paid(batch, line, BART))));

        assertThat(office.budget()).returns(euros(1_000), Budget::paid).returns(euros(0), Budget::committed);
    }

    private static boolean refusedOr(Runnable command) {
        try {
            command.run();
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> commands) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var start = new CyclicBarrier(AT_ONCE);
            var results = threads.invokeAll(commands.stream()
                    .<Callable<T>>map(command -> () -> {
                        start.await();
                        return command.call();
                    })
                    .toList());
            var all = new ArrayList<T>();
            for (Future<T> result : results) {
                all.add(result.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }
}
