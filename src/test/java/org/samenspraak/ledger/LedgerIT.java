package org.samenspraak.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.samenspraak.ledger.LedgerFixture.AN;
import static org.samenspraak.ledger.LedgerFixture.BUDGET;
import static org.samenspraak.ledger.LedgerFixture.allotment;
import static org.samenspraak.ledger.LedgerFixture.euros;
import static org.samenspraak.ledger.LedgerFixture.grounds;

import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.CaseView;
import org.samenspraak.casefile.Cases;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.PostgresIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

class LedgerIT extends PostgresIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Ledger ledger;

    private LedgerFixture office;
    private CaseView file;

    @BeforeEach
    void allot() {
        office = new LedgerFixture(context);
        file = office.openCase(office.council("Wijkraad Runkst"));
        office.budget(2_000);
    }

    @Test
    void reservesFixesLessAndFreesTheRest() {
        assertThat(ledger.reserve(BUDGET, euros(1_000), grounds(file))).isTrue();
        ledger.fix(euros(800), grounds(file));

        assertThat(office.budget())
                .returns(euros(1_200), Budget::available)
                .returns(euros(0), Budget::reserved)
                .returns(euros(800), Budget::committed)
                .returns(euros(2_000), Budget::total);
    }

    @Test
    void saysThatThereIsNotEnoughAndChangesNothing() {
        assertThat(ledger.reserve(BUDGET, new Amount(200_001), grounds(file))).isFalse();

        assertThat(office.budget().available()).isEqualTo(euros(2_000));
        assertThat(ledger.of(Claim.of(file.id()))).isEmpty();
    }

    @Test
    void booksARepeatedCommandOnceAndRefusesAnotherAmount() {
        for (int twice = 0; twice < 2; twice++) {
            assertThat(ledger.reserve(BUDGET, euros(1_000), grounds(file))).isTrue();
        }
        refused(() -> ledger.reserve(BUDGET, euros(900), grounds(file))).hasMessageContaining("other-amount");
        for (int twice = 0; twice < 2; twice++) {
            ledger.fix(euros(800), grounds(file));
        }
        refused(() -> ledger.fix(euros(700), grounds(file))).hasMessageContaining("other-amount");
        assertThat(ledger.reserve(BUDGET, euros(1_000), grounds(file))).isTrue();

        assertThat(office.budget().available()).isEqualTo(euros(1_200));
        assertThat(movements()).isEqualTo(4);
    }

    @Test
    void reservesAnewAfterARelease() {
        ledger.reserve(BUDGET, euros(1_000), grounds(file));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(ledger.release(grounds(file))).isTrue();
        }
        assertThat(office.budget().available()).isEqualTo(euros(2_000));

        assertThat(ledger.reserve(BUDGET, euros(1_500), grounds(file))).isTrue();
        ledger.fix(euros(1_500), grounds(file));
        ledger.release(grounds(file));
        assertThat(office.budget().available()).isEqualTo(euros(2_000));
    }

    @Test
    void refusesMoreThanThereIsToFix() {
        refused(() -> ledger.fix(euros(1), grounds(file))).hasMessageContaining("nothing-reserved");
        ledger.reserve(BUDGET, euros(1_000), grounds(file));
        refused(() -> ledger.fix(new Amount(100_001), grounds(file))).hasMessageContaining("more-than-reserved");
        refused(() -> ledger.fix(Amount.NOTHING, grounds(file))).hasMessageContaining("nothing");
    }

    @Test
    void asksThatAllThatIsFixedIsPaidAndOnlyOnce() {
        office.reserveAndFix(file, 1_000);
        ledger.pay("eerste", euros(400), grounds(file));
        ledger.pay("eerste", euros(400), grounds(file));
        refused(() -> ledger.pay("eerste", euros(500), grounds(file))).hasMessageContaining("other-amount");
        refused(() -> ledger.pay("tweede", euros(700), grounds(file))).hasMessageContaining("more-than-fixed");
        for (int twice = 0; twice < 2; twice++) {
            ledger.pay("rest", grounds(file));
        }

        assertThat(office.batches.waiting(null, 10))
                .extracting(payment -> payment.amount().euros().intValue())
                .containsExactlyInAnyOrder(400, 600);
    }

    @Test
    void withdrawsThePaymentsOfWhatIsReleased() {
        office.reserveAndFix(file, 1_000);
        ledger.pay("", grounds(file));
        assertThat(ledger.release(grounds(file))).isTrue();

        assertThat(office.waiting()).isEmpty();
        assertThat(office.budget().available()).isEqualTo(euros(2_000));
    }

    @Test
    void freesTheMoneyOfACaseThatIsStopped() {
        office.reserveAndFix(file, 1_000);
        ledger.pay("", grounds(file));

        context.getBean(Cases.class).stop(file.id(), CaseStatus.STOPPED, "De raad is ontbonden", AN);

        assertThat(office.budget().available()).isEqualTo(euros(2_000));
        assertThat(office.waiting()).isEmpty();
    }

    @Test
    void lowersABudgetOnlyByWhatIsAvailable() {
        ledger.reserve(BUDGET, euros(1_500), grounds(file));
        refused(() -> office.budgets.lower(BUDGET, allotment(501, "2026_GR_0002")))
                .hasMessageContaining("not-available");
        for (int twice = 0; twice < 2; twice++) {
            office.budgets.lower(BUDGET, allotment(500, "2026_GR_0002"));
            office.budgets.raise(BUDGET, allotment(100, "2026_GR_0003"));
        }
        refused(() -> office.budgets.raise(BUDGET, allotment(200, "2026_GR_0003")))
                .hasMessageContaining("decision-booked");

        assertThat(office.budget().total()).isEqualTo(euros(1_600));
        assertThat(jdbc.sql("select count(*) from identity_audit where what = 'budget-changed'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void makesABudgetOnce() {
        office.budget(2_000);
        assertThat(office.budget().total()).isEqualTo(euros(2_000));
        refused(() -> office.budgets.add(BUDGET, "Andere", allotment(5, "2026_GR_0009")))
                .hasMessageContaining("budget-there");
    }

    @Test
    void keepsTheBooksAsTheyWereWritten() {
        ledger.reserve(BUDGET, euros(1_000), grounds(file));

        for (var change : new String[] {
            "update ledger_movement set cents = 1", "delete from ledger_movement", "truncate ledger_movement cascade"
        }) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append only");
        }
        assertThatThrownBy(() ->
                        jdbc.sql("update ledger_budget set available = -1").update())
                .isInstanceOf(DataAccessException.class);
    }

    private int movements() {
        return jdbc.sql("select count(*) from ledger_movement")
                .query(Integer.class)
                .single();
    }

    private static AbstractThrowableAssert<?, ?> refused(ThrowingCallable command) {
        return assertThatThrownBy(command).isInstanceOf(Refusal.class);
    }
}
