package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.ledger.Budget;

/** Steps of the models of grants that leave something: each fails once, leaves nothing then, and does it once when it is repeated. */
class GrantFailingStepsProcessTest extends GrantScenario {

    @AfterEach
    void mend() {
        jdbc.sql("drop function if exists broken() cascade").update();
    }

    @Test
    void anApplicationIsKeptWithItsAccountOrNotAtAll() {
        var grant = grant();
        breaks("ledger_account", "insert");

        assertThatThrownBy(() -> send(grant, "Task_Apply", chair(), application()))
                .hasStackTraceContaining("broken");
        assertThat(grants.get(grant)).returns(State.OPEN, Grant::state).returns(null, Grant::asked);
        assertThat(open(grant)).containsExactly("Task_Apply");

        mend();
        send(grant, "Task_Apply", chair(), application());
        assertThat(accounts.history(council)).hasSize(1);
    }

    @Test
    void whatIsProposedIsReservedOrNotAtAll() {
        var grant = asked();
        breaks("grant_grant", "update");

        assertThatThrownBy(() -> assess(grant, "granted")).hasStackTraceContaining("broken");
        assertThat(budget()).returns(euros("5000"), Budget::available);
        assertThat(open(grant)).containsExactly("Task_Assess");

        mend();
        assess(grant, "granted");
        assertThat(budget()).returns(euros("1000"), Budget::reserved);
    }

    @Test
    void whatIsDecidedIsFixedOrNotAtAll() {
        var grant = asked();
        assess(grant, "granted");
        breaks("grant_grant", "update");

        assertThatThrownBy(() -> send(grant, "Task_DecideOfficial", DIRECTOR, decision("granted")))
                .hasStackTraceContaining("broken");
        assertThat(budget()).returns(euros("1000"), Budget::reserved).returns(euros("0"), Budget::committed);

        mend();
        send(grant, "Task_DecideOfficial", DIRECTOR, decision("granted"));
        assertThat(budget()).returns(euros("1000"), Budget::committed);
    }

    @Test
    void aLetterIsSentAndAPaymentAskedOnce() {
        var grant = asked();
        assess(grant, "granted");
        breaks("ledger_payment", "insert");
        var task = task(grant, "Task_DecideOfficial");
        var form = forms.parse(String.valueOf(task.formJson()));
        var judged = judged(form, taskData.of(task, form, DIRECTOR), decision("granted"));
        intake.answer(task.id(), form, judged, false, DIRECTOR);
        engine.runDue();
        assertThat(processes.failedSteps(10)).hasSize(1);
        assertThat(count("ledger_payment")).isZero();

        mend();
        processes.failedSteps(10).forEach(step -> processes.retry(step.id()));
        run();
        assertThat(count("ledger_payment")).isEqualTo(1);
        assertThat(count("correspondence_letter where template = 'grant-granted'"))
                .isEqualTo(1);
    }

    @Test
    void aPaymentIsBookedAndToldOrNotAtAll() {
        var grant = granted();
        wait(3);
        breaks("grant_draw", "insert");

        assertThatThrownBy(() -> bank.pays()).hasStackTraceContaining("broken");
        assertThat(budget()).returns(euros("0"), Budget::paid);
        assertThat(grants.get(grant).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void anAccountIsKeptOrNotAtAll() {
        set("grant.sample", "0");
        var grant = toAccountFor();
        breaks("grant_grant", "update");

        assertThatThrownBy(() -> send(grant, "Task_Account", chair(), account()))
                .hasStackTraceContaining("broken");
        assertThat(grants.get(grant)).returns(State.PAID, Grant::state).returns(null, Grant::reportedOn);

        mend();
        send(grant, "Task_Account", chair(), account());
        assertThat(grants.get(grant)).returns(LocalDate.of(2028, 1, 20), Grant::reportedOn);
    }

    @Test
    void aGrantThatCouldNotBeginBeginsLater() {
        var talk = reported();
        breaks("grant_grant", "insert");
        answer(talk, "Task_ConfirmReport", Map.of("agreed", "yes"));
        grantStarter.begin();
        assertThat(count("casefile_case where trajectory = 'grant-application'"))
                .isZero();
        assertThat(count("grant_round_council where grant_problem like '%broken%'"))
                .isEqualTo(1);

        mend();
        jdbc.sql("update grant_round_council set grant_attempts = 0").update();
        assertThat(open(begunGrant())).containsExactly("Task_Apply");
    }

    private void breaks(String table, String on) {
        jdbc.sql("create or replace function broken() returns trigger language plpgsql as "
                        + "$$ begin raise exception 'broken'; end $$")
                .update();
        jdbc.sql("create trigger broken before " + on + " on " + table + " for each row execute function broken()")
                .update();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }
}
