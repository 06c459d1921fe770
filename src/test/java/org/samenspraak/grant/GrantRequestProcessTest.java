package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.ledger.BudgetKey;
import org.samenspraak.ledger.Budgets.Allotment;
import org.samenspraak.ledger.PayeeAccount;
import org.springframework.beans.factory.annotation.Autowired;

/** How a council asks for its grant: in time, late or not at all, and where the money goes. */
class GrantRequestProcessTest extends GrantScenario {

    private static final List<Map<String, String>> DEVIATIONS =
            List.of(Map.of("condition", "forum", "reason", "Het is gepland."));

    @Autowired
    private Letters letters;

    @Test
    void whoIsLateGetsOneMoreChanceAndTheOfficeDecides() {
        var grant = grant();
        goTo(LocalDate.of(2027, 10, 5));
        assertThat(open(grant)).containsExactly("Task_ApplyLate");
        send(grant, "Task_ApplyLate", chair(), application("lateReason", "Ziekte."));
        assertThat(known(grant, "Task_JudgeLate")).containsEntry("lateReason", "Ziekte.");
        send(grant, "Task_JudgeLate", ASSESSOR, Map.of("late", "accepted", "reason", "Ziekte is overmacht."));
        assertThat(open(grant)).containsExactly("Task_SignAccount");
        assertThat(grants.get(grant).late()).isTrue();
    }

    @Test
    void whatIsTooLateIsRefusedWithItsReason() {
        var grant = grant();
        goTo(LocalDate.of(2027, 10, 5));
        send(grant, "Task_ApplyLate", chair(), application("lateReason", "Vergeten."));
        send(grant, "Task_JudgeLate", ASSESSOR, Map.of("late", "refused", "reason", "Twee keer herinnerd."));

        assertThat(letters.latest(grant, "grant-too-late")).isPresent();
        assertThat(cases.get(grant).outcome()).isEqualTo("not-asked");
    }

    @Test
    void whoNeverAsksGetsNothing() {
        var grant = grant();
        goTo(LocalDate.of(2027, 10, 5));
        wait(30);

        assertThat(letters.latest(grant, "grant-not-asked")).isPresent();
        assertThat(grants.get(grant).state()).isEqualTo(State.NOT_ASKED);
    }

    @Test
    void aTalkThatMovedMakesNoApplicationLate() {
        planned();
        goTo(LocalDate.of(2027, 8, 19));
        grantStarter.begin();
        assertThat(jdbc.sql("select count(*) from grant_grant")
                        .query(Integer.class)
                        .single())
                .isZero();
        goTo(LocalDate.of(2027, 8, 20));

        var grant = begunGrant();

        send(grant, "Task_Apply", chair(), application());
        send(grant, "Task_SignAccount", secretary(), Map.of("agreed", "yes"));
        assertThat(conditions(grant)).contains("Gesprek: Gepland.");
    }

    @Test
    void whatBeginsAfterTheClosingDayIsLateAtOnce() {
        planned();
        goTo(LocalDate.of(2027, 10, 5));
        assertThat(open(begunGrant())).containsExactly("Task_ApplyLate");
    }

    @Test
    void beginsOnceAndNotForWhoLeftTheRegister() {
        var grant = grant();
        assertThat(begunGrant()).isEqualTo(grant);

        jdbc.sql("delete from grant_grant").update();
        jdbc.sql("update council_council set standing = 'WITHDRAWN'").update();
        grantStarter.begin();
        assertThat(jdbc.sql("select count(*) from grant_grant")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whereNothingIsAskedTheCouncilOnlyConfirmsItsAccount() {
        set("talk.application", "no");
        var grant = grant();
        assertThat(open(grant)).containsExactly("Task_GiveAccount");
        send(grant, "Task_GiveAccount", chair(), Map.of("iban", IBAN, "holder", "Wijkraad Runkst vzw"));
        refused("ledger.refusal.own-account", () -> send(grant, "Task_SignAccount", chair(), Map.of("agreed", "yes")));
        send(grant, "Task_SignAccount", secretary(), Map.of("agreed", "no", "why", "Oude rekening."));
        assertThat(known(grant, "Task_GiveAccount")).containsEntry("refused", "Oude rekening.");
        send(grant, "Task_GiveAccount", chair(), Map.of("iban", OTHER_IBAN, "holder", "Wijkraad Runkst vzw"));
        send(grant, "Task_SignAccount", secretary(), Map.of("agreed", "yes"));

        assertThat(grants.get(grant)).returns(euros("1000"), Grant::asked);
        assertThat(open(grant)).containsExactly("Task_Assess");
    }

    @Test
    void theForumIsInTheYearOfTheGrant() {
        answer(forum, "Task_ReportForum", Map.of("held", "off", "offReason", "Geen zaal."), member());
        var grant = grant();
        for (var day : new String[] {"1999-01-01", "2026-10-15", "2028-01-01"}) {
            assertThatThrownBy(() -> send(grant, "Task_Apply", chair(), application("forumOn", day)))
                    .hasMessageContaining("forumOn");
        }
        assertThat(open(grant)).containsExactly("Task_Apply");
    }

    @Test
    void theCouncilReadsWhenTheBudgetHasLessThanItMayAsk() {
        var grant = grant();
        assertThat(known(grant, "Task_Apply")).containsEntry("most", "€ 3.000,00");

        budgets.lower(
                new BudgetKey(2027, Grant.PURPOSE), new Allotment(euros("4200"), "2027_GR_0002", "Minder.", DIRECTOR));

        assertThat(known(grant, "Task_Apply"))
                .containsEntry("most", "€ 3.000,00. Voor alle raden samen is voor 2027 nu nog € 800,00 te verdelen.");
    }

    @Test
    void anAccountThatIsKnownIsConfirmedByOne() {
        set("talk.application", "no");
        accounts.enter(council, IBAN, "Wijkraad Runkst vzw", chair());
        accounts.confirm(council, accounts.history(council).get(0).id(), secretary());
        var grant = grant();
        assertThat(known(grant, "Task_GiveAccount")).containsEntry("iban", IBAN);
        send(grant, "Task_GiveAccount", chair(), Map.of("iban", IBAN, "holder", "Wijkraad Runkst vzw"));

        assertThat(open(grant)).containsExactly("Task_Assess");
    }

    @Test
    void silenceAboutTheAccountDoesNotHoldUpTheAssessment() {
        set("talk.application", "no");
        var grant = grant();
        wait(45);
        assertThat(open(grant)).containsExactly("Task_Assess");
        send(grant, "Task_Assess", ASSESSOR, Map.of("proposal", "granted", "deviations", DEVIATIONS));
        send(grant, "Task_DecideOfficial", DIRECTOR, decision("granted"));

        assertThat(open(grant)).as("the money has to go somewhere").containsExactly("Task_GiveAccount");
        wait(45);
        assertThat(open(grant)).containsExactly("Task_ChaseAccount");
        accounts.enter(council, IBAN, "Wijkraad Runkst vzw", ASSESSOR);
        accounts.confirm(council, accounts.history(council).get(0).id(), DIRECTOR);
        send(grant, "Task_ChaseAccount", OFFICE, Map.of("note", "Zij brachten het aan de balie."));
        assertThat(open(grant)).isEmpty();
        wait(3);
        bank.pays();
        assertThat(grants.get(grant).state()).isEqualTo(State.PAID);
    }

    @Test
    void aNumberThatNobodyConfirmsWaits() {
        var grant = grant();
        send(grant, "Task_Apply", chair(), application());
        wait(20);

        assertThat(open(grant)).containsExactly("Task_Assess");
        assertThat(accounts.history(council)).extracting(PayeeAccount::waits).containsExactly(true);
    }
}
