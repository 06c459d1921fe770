package org.samenspraak.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.council.Memberships.Function;
import org.samenspraak.council.Memberships.NewMember;
import org.samenspraak.council.Memberships.Sex;
import org.samenspraak.council.Standing;
import org.samenspraak.grant.Grant.State;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.ledger.Budget;
import org.samenspraak.ledger.Budgets.Allotment;
import org.springframework.beans.factory.annotation.Autowired;

/** A grant from asking to money on the account, and every way that it can stop. */
class GrantApplicationProcessTest extends GrantScenario {

    @Autowired
    private Letters letters;

    @Test
    void isAskedAssessedDecidedAndPaid() {
        var grant = grant();
        assertThat(cases.get(grant).number()).contains("-SUB-");
        assertThat(known(grant, "Task_Apply")).containsEntry("plan", "Meer banken.");

        send(grant, "Task_Apply", chair(), application());
        assertThat(open(grant)).containsExactly("Task_SignAccount");
        send(grant, "Task_SignAccount", secretary(), Map.of("agreed", "yes"));
        assertThat(conditions(grant))
                .contains(
                        "In het register op 1 januari 2027.",
                        "Gesprek: 1 juni 2027.",
                        "Open forum gepland op 15 oktober 2027.")
                .doesNotContain("Niet vervuld");
        assess(grant, "granted");
        assertThat(budget()).returns(euros("1000"), Budget::reserved);

        send(grant, "Task_DecideOfficial", DIRECTOR, decision("granted"));
        assertThat(letters.latest(grant, "grant-granted")).isPresent();
        assertThat(budget()).returns(euros("1000"), Budget::committed).returns(euros("0"), Budget::reserved);
        assertThat(open(grant)).isEmpty();

        wait(3);
        bank.pays();
        run();
        assertThat(grants.get(grant)).returns(State.PAID, Grant::state).returns(today(), Grant::paidOn);
        assertThat(budget()).returns(euros("1000"), Budget::paid);
        assertThat(open(grant)).containsExactly("Task_Survey");
    }

    @Test
    void aDayThatTheCouncilWroteIsNoOpenForumInTheRegister() {
        answer(forum, "Task_ReportForum", Map.of("held", "off", "offReason", "Geen zaal."), member());
        var grant = grant();
        assertThat(known(grant, "Task_Apply")).doesNotContainKey("forum");

        send(grant, "Task_Apply", chair(), application("forumOn", "2027-10-20"));
        send(grant, "Task_SignAccount", secretary(), Map.of("agreed", "yes"));

        assertThat(conditions(grant))
                .contains("Niet vervuld", "De raad schreef 20 oktober 2027, maar er is geen open forum ingeschreven.");
        refused("grant.refusal.deviation", () -> assess(grant, "granted"));
        forum("2027-10-20");
        assess(grant, "granted");
        assertThat(open(grant)).containsExactly("Task_DecideOfficial");
    }

    @Test
    void whoAssessedDoesNotDecideNorWhoCoaches() {
        var grant = asked();
        var manager = people.all().stream()
                .filter(person -> person.email().equals(MANAGER))
                .findFirst()
                .orElseThrow();
        refused(
                "grant.refusal.coach",
                () -> send(
                        grant,
                        "Task_Assess",
                        Actor.person(manager.id(), manager.name()),
                        Map.of("proposal", "granted")));
        assess(grant, "granted");
        refused("process.refusal.not-by", () -> send(grant, "Task_DecideOfficial", ASSESSOR, decision("granted")));
        var deputy =
                Actor.person(PersonId.create(), "Vervanger").inPlaceOf(new Actor.Holder(ASSESSOR_ID, ASSESSOR.name()));
        refused("process.refusal.not-by", () -> send(grant, "Task_DecideOfficial", deputy, decision("granted")));
        assertThat(open(grant)).containsExactly("Task_DecideOfficial");
    }

    @Test
    void theCollegeDecidesOnMoreThanAnOfficialMay() {
        var grant = asked("amount", "2500.01");
        assess(grant, "partly", "amount", "2000", "reason", "De rest komt volgend jaar.");
        send(grant, "Task_DecideCollege", DIRECTOR, decision("partly", "amount", "1500.50"));

        assertThat(grants.get(grant).granted()).isEqualTo(euros("1500.50"));
        assertThat(budget()).returns(euros("1500.50"), Budget::committed).returns(euros("3499.50"), Budget::available);
    }

    @ParameterizedTest
    @CsvSource({"3000.01", "0"})
    void noMoreThanTheCeilingAndNoNothing(String amount) {
        var grant = grant();
        assertThatThrownBy(() -> send(grant, "Task_Apply", chair(), application("amount", amount, "iban", "")))
                .as("with all that is wrong on the page")
                .hasMessageContainingAll("path=amount", "path=iban");
        assertThat(open(grant)).containsExactly("Task_Apply");
    }

    @Test
    void aConditionThatIsNotMetNeedsAReasonToDeviate() {
        jdbc.sql("update council_inscription set from_day = '2027-02-01'").update();
        var grant = asked();
        refused("grant.refusal.deviation", () -> assess(grant, "granted"));

        assertThat(conditions(grant)).contains("Niet in het register op 1 januari 2027.");
        assess(grant, "granted", "deviations", List.of(Map.of("condition", "register", "reason", "Werkt al jaren.")));

        assertThat(open(grant)).containsExactly("Task_DecideOfficial");
        assertThat(jdbc.sql("select deviation from grant_condition where deviation is not null")
                        .query(String.class)
                        .list())
                .containsExactly("Werkt al jaren.");
    }

    @Test
    void asksForMoreAndGoesOnWithoutAnAnswer() {
        var grant = asked();
        assess(grant, "more", "question", "Waar komen de banken?");
        assertThat(known(grant, "Task_Supplement")).containsEntry("question", "Waar komen de banken?");
        send(grant, "Task_Supplement", chair(), Map.of("answer", "Op het plein."));
        assertThat(known(grant, "Task_Assess")).containsEntry("answer", "Op het plein.");

        assess(grant, "more", "question", "En wanneer?");
        wait(20);
        assertThat(open(grant)).containsExactly("Task_Assess");
    }

    @Test
    void aProposalCanGoBackAndARefusalFreesTheMoney() {
        var grant = asked();
        assess(grant, "granted");
        send(grant, "Task_DecideOfficial", DIRECTOR, Map.of("decision", "back", "reason", "Kijk de banken na."));
        assertThat(known(grant, "Task_Assess")).containsEntry("sentBack", "Kijk de banken na.");
        assertThat(budget()).returns(euros("5000"), Budget::available);

        refused("grant.refusal.all-met", () -> assess(grant, "refused", "reason", "Geen plan."));
        assess(grant, "refused", "reason", "Geen plan.", "against", "true");
        refused(
                "grant.refusal.nothing-proposed",
                () -> send(grant, "Task_DecideOfficial", DIRECTOR, decision("granted")));
        refused("grant.refusal.all-met", () -> send(grant, "Task_DecideOfficial", DIRECTOR, decision("refused")));
        send(grant, "Task_DecideOfficial", DIRECTOR, decision("refused", "refusedAgainst", "true"));

        assertThat(letters.latest(grant, "grant-refused")).isPresent();
        assertThat(cases.get(grant).outcome()).isEqualTo("refused");
        assertThat(grants.get(grant).state()).isEqualTo(State.REFUSED);
    }

    @Test
    void nobodyDecidesBeforeTheProposalAndBothSeeWhereTheMoneyGoes() {
        var grant = asked();
        assertThat(said(grant, "Task_Assess", "payTo")).isEqualTo("BE68 5390 0754 7034, Wijkraad Runkst vzw");
        assess(grant, "granted");
        assertThat(known(grant, "Task_DecideOfficial"))
                .containsEntry("payTo", "BE68 5390 0754 7034, Wijkraad Runkst vzw")
                .containsEntry("payBy", today().plusDays(30).toString())
                .containsEntry("reportDue", "2028-03-31");

        var yesterday = decision("granted", "decisionDate", today().minusDays(1).toString());
        refused("grant.refusal.before-assessment", () -> send(grant, "Task_DecideOfficial", DIRECTOR, yesterday));
        send(grant, "Task_DecideOfficial", DIRECTOR, decision("granted"));
        assertThat(grants.get(grant).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void anEmptyBudgetRefusesAndKeepsWhatWasTyped() {
        budgets.lower(budget().key(), new Allotment(euros("4500"), "2027_GR_0002", "Besparing", DIRECTOR));
        var grant = asked();
        refused("grant.refusal.budget", () -> assess(grant, "granted"));
        assertThat(open(grant)).containsExactly("Task_Assess");
        assertThat(budget()).returns(euros("0"), Budget::reserved);

        assess(grant, "partly", "amount", "500", "reason", "Meer is er niet.");
        assertThat(budget()).returns(euros("500"), Budget::reserved);
    }

    @Test
    void withoutABudgetNothingIsPromised() {
        set("grant.years-ahead", "1");
        forum("2028-10-15");
        var grant = asked();
        refused("grant.refusal.no-budget", () -> assess(grant, "granted"));
    }

    @Test
    void theTreasurerIsNotTheChair() {
        memberships.replace(
                council,
                List.of(
                        new NewMember(
                                "An Peeters",
                                AN,
                                null,
                                "Kerkstraat 1",
                                Set.of(Function.CHAIR, Function.TREASURER),
                                true,
                                true,
                                false,
                                Sex.NOT_STATED),
                        person("Els Maes", ELS, Function.SECRETARY)),
                today(),
                OFFICE);
        var grant = asked();
        assertThat(conditions(grant)).contains("of de voorzitter is het zelf");
        refused("grant.refusal.deviation", () -> assess(grant, "granted"));
    }

    @Test
    void stopsBeforeTheDecisionWhenTheCouncilLeavesTheRegister() {
        var grant = asked();
        assess(grant, "granted");
        councils.end(council, Standing.WITHDRAWN, today(), "Geen leden meer.", null, OFFICE);
        run();

        assertThat(cases.get(grant)).returns(CaseStatus.CLOSED, it -> it.status());
        assertThat(cases.get(grant).outcome()).isEqualTo("register-ended");
        assertThat(letters.latest(grant, "grant-stopped")).isPresent();
        assertThat(grants.get(grant).state()).isEqualTo(State.STOPPED);
        assertThat(budget()).returns(euros("5000"), Budget::available);
    }

    @Test
    void whatWasDecidedIsPaidAlsoWhenTheCouncilLeavesTheRegister() {
        var grant = granted();
        councils.end(council, Standing.WITHDRAWN, today(), "Geen leden meer.", null, OFFICE);
        run();
        wait(3);
        bank.pays();
        run();
        assertThat(grants.get(grant).state()).isEqualTo(State.PAID);
    }

    @Test
    void aGrantStaysWithItsCouncil() {
        var grant = asked();
        var other = council("Wijkraad Kiewit");
        refused(
                "grant.refusal.stays",
                () -> cases.move(grant, cases.get(grant).version(), other, area, "Fout", "Vergissing.", OFFICE));
    }

    @Test
    void whatIsStoppedFreesItsMoney() {
        var grant = asked();
        assess(grant, "granted");
        cases.stop(grant, CaseStatus.STOPPED, "Dubbel.", OFFICE);
        assertThat(budget()).returns(euros("5000"), Budget::available);
        assertThat(grants.get(grant).state()).isEqualTo(State.STOPPED);
    }
}
