package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.ledger.LedgerFixture.BART;
import static org.samenspraak.ledger.LedgerFixture.IBAN;
import static org.samenspraak.ledger.LedgerFixture.euros;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.ledger.Batch.LineState;
import org.samenspraak.ledger.Batch.State;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The database drops the office in the middle of a step: the step is done not at all, and once when it is repeated. */
class BatchKillIT extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    private LedgerFixture office;

    @BeforeEach
    void waitForTheBank() {
        office = new LedgerFixture(context);
        office.budget(10_000);
        for (var council : new String[] {"Wijkraad Runkst", "Wijkraad Kuringen"}) {
            office.account(office.toPay(council, 1_000), IBAN);
        }
        LedgerFixture.nextDay(clock);
        jdbc.sql(
                        """
                        create or replace function ledger_kill() returns trigger language plpgsql as $$
                        begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return new; end $$""")
                .update();
    }

    @AfterEach
    void stopKilling() {
        jdbc.sql("drop function ledger_kill() cascade").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ledger_batch", "ledger_batch_line", "ledger_payment", "identity_audit"})
    void whileItIsGathered(String table) {
        killed(table, office::gather);
        assertThat(office.batches.all(null, 10)).isEmpty();
        assertThat(office.waiting()).hasSize(2);

        office.gather();
        assertThat(office.batches.all(null, 10)).hasSize(1);
        assertThat(office.waiting()).isEmpty();
    }

    /** Between the approval and the file there is nothing: both or neither. */
    @ParameterizedTest
    @ValueSource(strings = {"ledger_batch", "identity_audit"})
    void betweenApprovalAndFile(String table) {
        var batch = office.gather();
        killed(table, () -> office.batches.approve(batch, BART));
        assertThat(office.batches.get(batch).state()).isEqualTo(State.MADE);

        office.batches.approve(batch, BART);
        var file = office.batches.take(batch, "", BART);
        assertThat(new String(file, StandardCharsets.UTF_8)).containsOnlyOnce("<CstmrCdtTrfInitn>");
    }

    /** Who does not know whether the download was noted sees the warning, or takes the same file. */
    @ParameterizedTest
    @ValueSource(strings = {"ledger_batch", "identity_audit"})
    void whileTheFileIsTaken(String table) {
        var batch = office.gather();
        office.batches.approve(batch, BART);
        killed(table, () -> office.batches.take(batch, "", BART));

        assertThat(office.batches.get(batch).taken()).isNull();
        var file = office.batches.take(batch, "", BART);
        assertThat(office.batches.take(batch, "De eerste is weg", BART)).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ledger_batch_line", "ledger_payment", "ledger_movement", "ledger_budget", "identity_audit"})
    void betweenFileAndMark(String table) {
        var batch = office.atTheBank();
        killed(table, () -> payAll(batch));
        assertThat(office.budget()).returns(euros(0), Budget::paid).returns(euros(2_000), Budget::committed);
        assertThat(office.batches.lines(batch)).allMatch(line -> line.state() == LineState.OPEN);

        payAll(batch);
        payAll(batch);
        assertThat(office.budget()).returns(euros(2_000), Budget::paid).returns(euros(0), Budget::committed);
    }

    private void payAll(UUID batch) {
        office.batches.lines(batch).forEach(line -> office.settlements.paid(batch, line.id(), BART));
    }

    private void killed(String table, ThrowingCallable step) {
        jdbc.sql("create trigger killed after insert or update on " + table
                        + " for each row execute function ledger_kill()")
                .update();
        assertThatThrownBy(step).isInstanceOf(RuntimeException.class);
        jdbc.sql("drop trigger killed on " + table).update();
    }
}
