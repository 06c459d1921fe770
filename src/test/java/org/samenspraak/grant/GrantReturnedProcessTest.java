package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.testing.Mails;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a grant that the bank sent back. */
class GrantReturnedProcessTest extends GrantScenario {

    @Autowired
    private RoundRows rows;

    @Test
    void aPaymentThatCameBackAsksForAnotherAccountAndIsPaidThere() {
        var grant = granted();
        wait(3);
        bank.returns("rekening opgeheven");
        run();
        assertThat(known(grant, "Task_GiveAccount"))
                .containsEntry("returned", "€ 1.000,00 kwam terug. De bank zegt: rekening opgeheven")
                .doesNotContainKey("iban");
        send(grant, "Task_GiveAccount", chair(), Map.of("iban", OTHER_IBAN, "holder", "Wijkraad Runkst vzw"));
        send(grant, "Task_SignAccount", secretary(), Map.of("agreed", "yes"));
        assertThat(grants.get(grant).state()).isEqualTo(State.GRANTED);

        wait(3);
        bank.pays();
        run();
        assertThat(grants.get(grant).state()).isEqualTo(State.PAID);
    }

    /** Nobody answers, and somebody of the city talks to them until there is an account. */
    @Test
    void aPaymentThatCameBackNeverWaitsForNobody() {
        var grant = granted();
        wait(3);
        bank.returns("rekening opgeheven");
        run();
        wait(45);
        assertThat(open(grant)).containsExactly("Task_ChaseAccount");

        send(grant, "Task_ChaseAccount", OFFICE, Map.of("note", "De penningmeester is verhuisd."));
        assertThat(open(grant)).containsExactly("Task_GiveAccount");
        send(grant, "Task_GiveAccount", chair(), Map.of("iban", OTHER_IBAN, "holder", "Wijkraad Runkst vzw"));
        wait(20);
        assertThat(open(grant)).as("nobody confirmed it").containsExactly("Task_ChaseAccount");
        send(grant, "Task_ChaseAccount", OFFICE, Map.of("note", "De secretaris zal het doen."));
        send(grant, "Task_SignAccount", secretary(), Map.of("agreed", "yes"));
        assertThat(open(grant)).isEmpty();
    }

    @Test
    void whatWasPaidAndCameBackIsNotPaid() {
        var grant = paid();
        bank.takesBack("rekening opgeheven");
        run();
        assertThat(grants.get(grant)).returns(State.GRANTED, Grant::state).returns(null, Grant::paidOn);
        assertThat(rows.totals(grants.get(grant).round()).paid()).isEqualTo(euros("0"));
        assertThat(open(grant)).as("nobody is asked about money that went back").containsExactly("Task_GiveAccount");
        send(grant, "Task_GiveAccount", chair(), Map.of("iban", OTHER_IBAN, "holder", "Wijkraad Runkst vzw"));
        send(grant, "Task_SignAccount", secretary(), Map.of("agreed", "yes"));
        wait(3);
        bank.pays();
        run();

        assertThat(grants.get(grant)).returns(State.PAID, Grant::state).returns(today(), Grant::paidOn);
        assertThat(rows.totals(grants.get(grant).round()).paid()).isEqualTo(euros("1000"));
        send(grant, "Task_Survey", chair(), Map.of("grade", "8"));
        assertThat(grants.get(grant).reportDue()).isNotNull();
    }

    /** It came back before the mail that it was paid went out: the survey is open, and nothing is accounted for. */
    @Test
    void whatCameBackAtOnceIsNotAccountedFor() {
        var grant = granted();
        wait(3);
        bank.pays();
        bank.takesBack("rekening opgeheven");
        run();
        send(grant, "Task_Survey", chair(), Map.of("grade", "8"));
        assertThat(open(grant)).containsExactly("Task_GiveAccount");
        assertThat(grants.get(grant).reportDue()).isNull();
    }

    @Test
    void theNumberThatTheBankRefusedIsNotTakenAgainWithoutAWord() {
        var grant = granted();
        wait(3);
        bank.returns("rekening opgeheven");
        run();
        outbox.sendDue();
        assertThat(mail.receivedBy(AN)).anySatisfy(told -> assertThat(Mails.text(told))
                .contains("€ 1.000,00 kwam terug. De bank zegt: rekening opgeheven")
                .contains("Subsidie van € 1.000,00 voor 2027"));
        var same = Map.<String, Object>of("iban", IBAN, "holder", "Wijkraad Runkst vzw");
        refused("grant.refusal.returned-account", () -> send(grant, "Task_GiveAccount", chair(), same));
        send(grant, "Task_GiveAccount", chair(), with(new HashMap<>(same), "right", "true"));
        assertThat(open(grant)).containsExactly("Task_SignAccount");
    }
}
