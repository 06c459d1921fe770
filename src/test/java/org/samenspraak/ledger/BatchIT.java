package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.ledger.LedgerFixture.AN;
import static org.samenspraak.ledger.LedgerFixture.BART;
import static org.samenspraak.ledger.LedgerFixture.IBAN;
import static org.samenspraak.ledger.LedgerFixture.OTHER_IBAN;
import static org.samenspraak.ledger.LedgerFixture.euros;
import static org.samenspraak.ledger.LedgerFixture.grounds;

import java.util.Objects;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.ledger.Batch.LineState;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A payment on its way to the bank. It is Monday 14 September 2026, and after a day Tuesday. */
class BatchIT extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    private LedgerFixture office;
    private CaseView file;

    @BeforeEach
    void fixAGrant() {
        office = new LedgerFixture(context);
        office.budget(10_000);
        file = office.toPay("Wijkraad Runkst", 1_000);
    }

    @Test
    void goesFromLetterToLedgerToFile() {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);

        var batch = office.atTheBank();
        for (int twice = 0; twice < 2; twice++) {
            office.settlements.paid(batch, office.line(batch).id(), BART);
        }

        assertThat(office.budget()).returns(euros(1_000), Budget::paid).returns(euros(9_000), Budget::available);
        assertThat(office.batches.get(batch).isDone()).isTrue();
        assertThat(office.waiting()).isEmpty();
        assertThat(jdbc.sql("select reference from ledger_movement where kind = 'PAY'")
                        .query(String.class)
                        .list())
                .containsExactly(office.line(batch).endToEnd());
    }

    @Test
    void needsASecondPerson() {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.gather();

        refused(() -> office.batches.approve(batch, AN)).hasMessageContaining("own-batch");
        refused(() -> office.batches.take(batch, "", AN)).hasMessageContaining("not-approved");
        office.batches.approve(batch, BART);
        office.batches.approve(batch, BART);
        refused(() -> office.settlements.paid(batch, office.line(batch).id(), BART))
                .hasMessageContaining("not-taken");
    }

    @Test
    void givesTheSameFileAgainOnlyToWhoKnowsThatItWasTaken() {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.gather();
        office.batches.approve(batch, BART);

        var first = office.batches.take(batch, "", BART);
        LedgerFixture.nextDay(clock);
        refused(() -> office.batches.take(batch, "", AN))
                .hasMessageContaining("taken")
                .hasMessageContaining("Bart, financiën");
        assertThat(office.batches.take(batch, "De eerste is weg", AN)).isEqualTo(first);

        assertThat(Objects.requireNonNull(office.batches.get(batch).taken()).name())
                .isEqualTo("Bart, financiën");
    }

    @Test
    void waitsForAnAccountThatMayBePaid() {
        assertThat(obstacle()).isEqualTo(Obstacle.NO_ACCOUNT);
        office.account(file, IBAN);
        assertThat(obstacle()).isEqualTo(Obstacle.TOO_EARLY);
        refused(office::gather).hasMessageContaining("obstacle");
        LedgerFixture.nextDay(clock);
        assertThat(obstacle()).isNull();
        office.accounts.enter(Objects.requireNonNull(file.council()), OTHER_IBAN, "Nieuw", AN);
        assertThat(obstacle()).isEqualTo(Obstacle.CHANGING);
    }

    @Test
    void isNotApprovedWhenTheAccountChangedMeanwhile() {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.gather();
        office.account(file, OTHER_IBAN);

        refused(() -> office.batches.approve(batch, BART))
                .hasMessageContaining("account-changed")
                .hasMessageContaining("Wijkraad Runkst");
        office.batches.withdraw(batch, "Rekening veranderde", false, AN);
        LedgerFixture.nextDay(clock);

        assertThat(office.line(office.gather()).iban().value()).isEqualTo(OTHER_IBAN);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void comesBackAndIsPaidOnAnotherAccount(boolean afterwards) {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.atTheBank();
        var line = office.line(batch).id();
        if (afterwards) {
            office.settlements.paid(batch, line, BART);
        }
        for (int twice = 0; twice < 2; twice++) {
            office.settlements.returned(batch, line, "rekening opgeheven", BART);
        }
        refused(() -> office.settlements.paid(batch, line, BART)).hasMessageContaining("settled");
        assertThat(office.budget()).returns(euros(1_000), Budget::committed).returns(euros(0), Budget::paid);
        assertThat(obstacle()).isEqualTo(Obstacle.RETURNED);
        assertThat(jdbc.sql("select kind from ledger_movement where kind in ('PAY', 'RETURN') order by id")
                        .query(String.class)
                        .list())
                .as("who follows the money sees that it went and came back")
                .containsExactly("PAY", "RETURN");

        office.account(file, OTHER_IBAN);
        LedgerFixture.nextDay(clock);
        var next = office.atTheBank();
        office.settlements.paid(next, office.line(next).id(), BART);

        assertThat(office.budget()).returns(euros(1_000), Budget::paid).returns(euros(0), Budget::committed);
        assertThat(office.line(batch).state()).isEqualTo(LineState.RETURNED);
    }

    @Test
    void staysOnItsWayWhenTheRestIsReleased() {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        office.gather();

        assertThat(office.ledger.release(grounds(file))).isFalse();
        assertThat(office.budget().committed()).isEqualTo(euros(1_000));
    }

    /** Two say that the bank did nothing with it, and the bank knows it again when it comes twice. */
    @Test
    void isWithdrawnByTwoOnceTheFileIsOut() {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.atTheBank();

        refused(() -> office.batches.withdraw(batch, " ", true, AN)).hasMessageContaining("reason");
        refused(() -> office.batches.withdraw(batch, "Geweigerd door de bank", false, AN))
                .hasMessageContaining("bank-did-nothing");
        office.batches.withdraw(batch, "Geweigerd door de bank", true, AN);
        assertThat(office.batches.get(batch).state()).isEqualTo(Batch.State.APPROVED);
        assertThat(office.waiting()).as("one person alone frees nothing").isEmpty();
        refused(() -> office.batches.withdraw(batch, "Echt waar", true, AN)).hasMessageContaining("own-file");
        office.batches.withdraw(batch, "", true, BART);

        assertThat(office.batches.get(batch)).returns("Geweigerd door de bank", Batch::reason);
        refused(() -> office.settlements.returned(batch, office.line(batch).id(), "x", AN))
                .hasMessageContaining("settled");
        assertThat(office.line(office.gather()).endToEnd())
                .isEqualTo(office.line(batch).endToEnd());
    }

    @Test
    void anAnswerOfTheBankEndsTheDoubt() {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.atTheBank();
        office.batches.withdraw(batch, "Niets van gehoord", true, AN);

        office.settlements.paid(batch, office.line(batch).id(), AN);

        assertThat(office.batches.get(batch)).returns(null, Batch::doubted).returns(null, Batch::reason);
        refused(() -> office.batches.withdraw(batch, "Toch", true, BART)).hasMessageContaining("settled");
    }

    @Test
    void wasPaidAfterAllAfterItWasWithdrawn() {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.atTheBank();
        office.batches.withdraw(batch, "Niets van gehoord", true, AN);
        office.batches.withdraw(batch, "", true, BART);
        var again = office.gather();
        refused(() -> office.settlements.paid(batch, office.line(batch).id(), AN))
                .hasMessageContaining(office.batches.get(again).name());
        office.batches.withdraw(again, "De eerste is toch betaald", false, AN);

        office.settlements.paid(batch, office.line(batch).id(), AN);

        assertThat(office.budget()).returns(euros(1_000), Budget::paid).returns(euros(0), Budget::committed);
        assertThat(office.waiting()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void freesTheMoneyOfAStoppedCaseOnceItIsBack(boolean returned) {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.atTheBank();
        context.getBean(Cases.class).stop(file.id(), CaseStatus.STOPPED, "De raad is ontbonden", AN);
        assertThat(office.budget().committed()).as("on its way").isEqualTo(euros(1_000));

        if (returned) {
            office.settlements.returned(batch, office.line(batch).id(), "rekening opgeheven", BART);
        } else {
            office.batches.withdraw(batch, "Niet verstuurd", true, AN);
            office.batches.withdraw(batch, "", true, BART);
        }

        assertThat(office.budget().available()).isEqualTo(euros(10_000));
        assertThat(office.waiting()).isEmpty();
    }

    @Test
    void goesToTheCouncilThatTheCaseIsMovedTo() {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.gather();
        var other = office.openCase(office.council("Wijkraad Kuringen"));
        var to = Objects.requireNonNull(other.council());
        context.getBean(Cases.class).move(file.id(), file.version(), to, null, "Subsidie", "Verkeerde raad", AN);
        refused(() -> office.batches.approve(batch, BART)).hasMessageContaining("Wijkraad Kuringen");
        office.batches.withdraw(batch, "Verkeerde raad", false, AN);
        assertThat(obstacle()).isEqualTo(Obstacle.NO_ACCOUNT);

        office.account(other, OTHER_IBAN);
        LedgerFixture.nextDay(clock);
        assertThat(office.line(office.gather())).returns(to, Batch.Line::council);
    }

    @Test
    void isReclaimedAndReceivedInParts() {
        office.account(file, IBAN);
        LedgerFixture.nextDay(clock);
        var batch = office.atTheBank();
        office.settlements.paid(batch, office.line(batch).id(), BART);

        refused(() -> office.ledger.reclaim(euros(1_001), grounds(file))).hasMessageContaining("more-than-paid");
        for (int twice = 0; twice < 2; twice++) {
            office.ledger.reclaim(euros(300), grounds(file));
            office.ledger.receive(euros(100), grounds(file, "afschrift 1"));
            office.ledger.receive(euros(200), grounds(file, "afschrift 2"));
        }
        refused(() -> office.ledger.receive(euros(1), grounds(file, "afschrift 3")))
                .hasMessageContaining("more-than-owed");
        refused(() -> office.settlements.returned(batch, office.line(batch).id(), "terug", BART))
                .hasMessageContaining("more-than-paid");

        assertThat(office.budget())
                .returns(euros(700), Budget::paid)
                .returns(euros(0), Budget::owed)
                .returns(euros(9_300), Budget::available);
    }

    private @Nullable Obstacle obstacle() {
        return office.batches.waiting(null, 10).get(0).obstacle();
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable command) {
        return assertThatThrownBy(command).isInstanceOf(Refusal.class);
    }
}
