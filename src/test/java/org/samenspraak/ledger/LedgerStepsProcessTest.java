package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.samenspraak.ledger.LedgerFixture.AN;
import static org.samenspraak.ledger.LedgerFixture.BART;
import static org.samenspraak.ledger.LedgerFixture.IBAN;
import static org.samenspraak.ledger.LedgerFixture.euros;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.process.EngineClock;
import org.samenspraak.process.Processes;
import org.samenspraak.process.TrialModel;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a model asks of the books, and what the books tell it. */
class LedgerStepsProcessTest extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Processes processes;

    @Autowired
    private EngineClock engine;

    private LedgerFixture office;
    private CaseView file;

    @BeforeEach
    void openCase() {
        office = new LedgerFixture(context);
        office.budget(1_000);
        file = office.openCase(office.council("Wijkraad Runkst"));
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        engine.set(clock.instant());
    }

    @AfterEach
    void leaveEngineToItsClock() {
        engine.reset();
    }

    @ParameterizedTest
    @CsvSource({"1000.0,yes", "1000.01,no"})
    void tellsWhetherThereIsEnough(double amount, String outcome) {
        TrialModel.ask(
                context, "${casefile.note('Begonnen')}", "${ledger.reserve('buurtsubsidies', grantYear, amount)}");
        processes.start(TrialModel.QUESTION, file.id(), Map.of("grantYear", 2026, "amount", amount), AN);
        engine.runDue();

        assertThat(context.getBean(Cases.class).get(file.id()).outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"payment-made,true", "payment-returned,false"})
    void waitsUntilTheBankAnswered(String message, boolean paid) {
        TrialModel.await(
                context,
                message,
                "${ledger.reserve('buurtsubsidies', 2026, amount)}",
                "${ledger.fix(decided, decision)}",
                "${ledger.pay()}");
        processes.start(
                TrialModel.QUESTION,
                file.id(),
                Map.of("amount", 750.5, "decided", 500.25, "decision", "2026_CBS_0042"),
                AN);
        assertThat(office.budget()).returns(new Amount(50_025), Budget::committed);
        assertThat(processes.awaits(file.id(), message)).isTrue();

        var batch = office.atTheBank();
        var line = office.line(batch).id();
        if (paid) {
            office.settlements.paid(batch, line, BART);
        } else {
            office.settlements.returned(batch, line, "rekening opgeheven", BART);
        }

        assertThat(processes.awaits(file.id(), message)).isFalse();
    }

    @Test
    void reclaimsAndReleases() {
        office.reserveAndFix(file, 1_000);
        office.ledger.pay("", euros(600), LedgerFixture.grounds(file));
        var batch = office.atTheBank();
        office.settlements.paid(batch, office.line(batch).id(), BART);

        TrialModel.await(context, "nothing", "${ledger.release()}", "${ledger.reclaim(back, '2027_CBS_0007')}");
        processes.start(TrialModel.QUESTION, file.id(), Map.of("back", 100), AN);

        assertThat(office.budget())
                .returns(euros(400), Budget::available)
                .returns(euros(500), Budget::paid)
                .returns(euros(100), Budget::owed);
    }
}
