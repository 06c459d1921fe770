package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.ledger.Budget;
import org.samenspraak.ledger.Claim;
import org.samenspraak.ledger.Grounds;
import org.samenspraak.ledger.Ledger;
import org.samenspraak.voting.Seed;
import org.springframework.beans.factory.annotation.Autowired;

/** What a council says of its money, and what becomes of it: approved, partly reclaimed, or so late that nothing new is granted. */
class GrantAccountabilityProcessTest extends GrantScenario {

    private static final Actor FINANCE = Actor.person(PersonId.create(), "Financiën");

    @Autowired
    private Letters letters;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Draws draws;

    @Test
    void aSmallGrantThatWasNotDrawnNeedsAStatementOnly() {
        set("grant.sample", "0");
        var grant = toAccountFor();
        assertThat(grants.get(grant)).returns(false, Grant::drawn).returns(LocalDate.of(2028, 3, 31), Grant::reportDue);
        assertThat(known(grant, "Task_Account")).doesNotContainKey("drawn");

        send(grant, "Task_Account", chair(), account());

        assertThat(letters.latest(grant, "grant-approved")).isPresent();
        assertThat(cases.get(grant).outcome()).isEqualTo("accounted");
        assertThat(grants.get(grant)).returns(State.ACCOUNTED, Grant::state).returns(euros("1000"), Grant::spent);
        assertThat(jdbc.sql("select grade from grant_grant")
                        .query(Integer.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void whoWasDrawnShowsCostsAndProofs() {
        set("grant.sample", "100");
        var grant = toAccountFor();
        assertThat(said(grant, "Task_Account", "drawn")).contains("geloot");
        assertThatThrownBy(() -> send(grant, "Task_Account", chair(), account()))
                .as("the costs are what was spent, whatever else is said")
                .hasMessageContaining("costs[0].cost");

        send(grant, "Task_Account", chair(), proved("999"));
        assertThat(grants.get(grant).spent()).isEqualTo(euros("999"));
        assertThat(said(grant, "Task_Review", "costs")).contains("Banken");
        assertThat(said(grant, "Task_Review", "proofs")).as("beside the costs").contains("factuur.pdf");
        assertThat(known(grant, "Task_Review"))
                .containsEntry("spent", "€ 999,00")
                .containsEntry("unspent", "€ 1,00")
                .containsEntry("forumHeld", "2027-10-15")
                .containsEntry("forumReport", "Veertig bewoners kwamen.");
        send(grant, "Task_Review", ASSESSOR, Map.of("verdict", "remark", "reason", "Bewaar ook de bonnetjes."));

        assertThat(letters.latest(grant, "grant-approved")).isPresent();
        assertThat(grants.get(grant).state()).isEqualTo(State.ACCOUNTED);
    }

    @Test
    void theForumWasInTheYearOfTheGrant() {
        var grant = toAccountFor();
        for (var day : List.of("2026-10-15", "2028-01-10")) {
            assertThatThrownBy(() -> send(grant, "Task_Account", chair(), account("forumHeld", day)))
                    .as("with all that is wrong on the page, and each cost")
                    .hasMessageContainingAll("forumHeld", "costs[0].what");
        }
        assertThat(open(grant)).containsExactly("Task_Account");
    }

    @Test
    void aLargeGrantAlwaysShowsItsProofs() {
        var grant = toAccountFor("amount", "2600");
        assertThat(grants.get(grant).drawn()).isNull();
        assertThat(said(grant, "Task_Account", "drawn")).contains("Bij dit bedrag");
    }

    @Test
    void whatWasNotSpentIsReclaimedAndPaidBack() {
        set("grant.sample", "0");
        var grant = toAccountFor();
        send(grant, "Task_Account", chair(), account("spent", "700"));
        refused(
                "grant.refusal.reclaim",
                () -> send(
                        grant,
                        "Task_Review",
                        ASSESSOR,
                        Map.of("verdict", "reclaim", "amount", "1000.01", "reason", "Niet besteed.")));
        send(grant, "Task_Review", ASSESSOR, Map.of("verdict", "reclaim", "amount", "300", "reason", "Niet besteed."));
        assertThat(said(grant, "Task_DecideReclaim", "townAccount")).startsWith("BE");
        var until = LocalDate.parse(said(grant, "Task_DecideReclaim", "payBackBy"));
        assertThat(until).isAfterOrEqualTo(today().plusDays(30));
        refused("process.refusal.not-by", () -> send(grant, "Task_DecideReclaim", ASSESSOR, reclaim("yes")));
        send(grant, "Task_DecideReclaim", DIRECTOR, reclaim("yes"));

        assertThat(letters.latest(grant, "grant-reclaim")).isPresent();
        assertThat(budget()).returns(euros("300"), Budget::owed).returns(euros("700"), Budget::paid);
        wait(45);
        send(grant, "Task_ChaseMoney", FINANCE, Map.of("note", "Zij betalen morgen."));

        receive(grant, "100", "bank-1");
        assertThat(grants.get(grant).state()).isEqualTo(State.RECLAIMING);
        receive(grant, "200", "bank-2");
        assertThat(grants.get(grant)).returns(State.ACCOUNTED, Grant::state).returns(euros("300"), Grant::reclaimed);
        assertThat(cases.get(grant).outcome()).isEqualTo("accounted");
        assertThat(budget()).returns(euros("0"), Budget::owed).returns(euros("4300"), Budget::available);
    }

    @Test
    void aReclaimThatIsNotDecidedIsAnApproval() {
        set("grant.sample", "0");
        var grant = toAccountFor();
        send(grant, "Task_Account", chair(), account("spent", "990"));
        send(grant, "Task_Review", ASSESSOR, Map.of("verdict", "reclaim", "amount", "10", "reason", "Niet besteed."));
        send(grant, "Task_DecideReclaim", DIRECTOR, reclaim("no"));

        assertThat(grants.get(grant).state()).isEqualTo(State.ACCOUNTED);
        assertThat(budget()).returns(euros("0"), Budget::owed);
    }

    @Test
    void whatIsOverdueIsChasedAndThenBlocksTheNextGrant() {
        set("grant.sample", "0");
        budget(2028, 5_000);
        var first = toAccountFor();
        goTo(LocalDate.of(2028, 4, 4));
        send(first, "Task_Chase", ASSESSOR, Map.of("note", "De penningmeester is ziek."));
        assertThat(open(first)).containsExactly("Task_Account");

        goTo(LocalDate.of(2028, 6, 5));
        assertThat(letters.latest(first, "grant-blocked")).isPresent();
        var second = nextYear();
        assertThat(conditions(second)).contains("1 keer veel te laat.");
        refused("grant.refusal.hard", () -> assess(second, "granted"));

        send(first, "Task_Account", chair(), account());
        assertThat(conditions(second)).doesNotContain("Niet vervuld");
        assess(second, "granted");
        assertThat(open(second)).containsExactly("Task_DecideOfficial");
    }

    @Test
    void aBlockLastsUntilSomebodyJudgedTheAccount() {
        set("grant.sample", "0");
        budget(2028, 5_000);
        var first = toAccountFor();
        goTo(LocalDate.of(2028, 6, 5));
        var second = nextYear();
        send(first, "Task_Account", chair(), account("spent", "400"));
        assertThat(known(first, "Task_Review")).containsEntry("unspent", "€ 600,00");
        assertThat(conditions(second)).contains("1 keer veel te laat.");
        refused("grant.refusal.hard", () -> assess(second, "granted"));

        send(first, "Task_Review", ASSESSOR, Map.of("verdict", "remark", "reason", "Geef de rest volgend jaar uit."));
        assertThat(conditions(second)).doesNotContain("Niet vervuld");
    }

    @Test
    void anAccountThatIsAfewDaysLateNeedsADeviation() {
        set("grant.sample", "0");
        var first = toAccountFor();
        goTo(LocalDate.of(2028, 4, 4));
        var grant = grants.get(first);
        assertThat(grants.unaccounted(next(grant), today())).isEqualTo(1);
        assertThat(grants.blocking(next(grant), today())).isZero();
    }

    @Test
    void withoutASurveyTheCaseGoesOn() {
        var grant = paid();
        wait(30);
        assertThat(open(grant)).isEmpty();
        goTo(LocalDate.of(2028, 1, 20));
        assertThat(open(grant)).containsExactly("Task_Account");
    }

    @Test
    void theSampleIsFixedByASeedWhoseHashWasShownBefore() {
        set("grant.sample", "10");
        var grant = paid();
        var before = draws.find(2027).orElseThrow();
        assertThat(before.drawnAt()).isNull();
        wait(30);
        goTo(LocalDate.of(2028, 1, 20));

        var after = draws.find(2027).orElseThrow();
        assertThat(after.commitment()).isEqualTo(before.commitment());
        assertThat(new Seed(after.seed()).commitment()).isEqualTo(before.commitment());
        assertThat(after.listed()).isEqualTo(1);
        assertThat(after.drawn()).isEqualTo(1);
        assertThat(after.highest())
                .isEqualTo(Draws.lot(new Seed(after.seed()), cases.get(grant).number()));
    }

    private Grant next(Grant one) {
        return new Grant(
                CaseId.create(),
                one.round(),
                null,
                one.council(),
                one.year() + 1,
                State.ASKED,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private Map<String, Object> proved(String cost) {
        return account("costs", List.of(Map.of("what", "Banken", "cost", cost)));
    }

    private Map<String, Object> reclaim(String reclaiming) {
        return Map.of(
                "reclaiming",
                reclaiming,
                "reason",
                "Het geld was voor de buurt.",
                "decisionNumber",
                "AD-2028-3",
                "decisionDate",
                today().toString());
    }

    private void receive(CaseId grant, String amount, String reference) {
        ledger.receive(euros(amount), new Grounds(Claim.of(grant), "Terugbetaling", reference, FINANCE));
        run();
    }

    private CaseId nextYear() {
        set("talk.waivers", "1");
        jdbc.sql("update grant_agreement set done_on = '2027-07-01'").update();
        jdbc.sql("update grant_round set closed_at = now()").update();
        round(Map.of("year", "2028", "lateReason", "Test."));
        var talk = begun(2028);
        answer(talk, "Task_Prepare", Map.of("changed", "no", "talking", "none"));
        var grant = begunGrant();
        forum("2028-10-15");
        send(grant, "Task_Apply", chair(), application());
        return grant;
    }
}
