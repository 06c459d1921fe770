package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Memberships;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.CalendarChanges;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.deadlines.TermChange;
import org.samenspraak.deadlines.TermChanges;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.regulation.ChangeParameter;
import org.samenspraak.regulation.Regulations;
import org.springframework.beans.factory.annotation.Autowired;

class RecognitionTermProcessTest extends RecognitionScenario {

    @Autowired
    private TermChanges changes;

    private static final LocalDate INVITATION = LocalDate.of(2030, 5, 13);
    private static final LocalDate AFTER_END = LocalDate.of(2030, 9, 16);

    @Autowired
    private Memberships memberships;

    @Autowired
    private Regulations regulations;

    @Autowired
    private Clocks clocks;

    @Autowired
    private CalendarChanges calendar;

    @Test
    void invitesToRenewFourMonthsBeforeTheEnd() {
        var term = term(recognised(Map.of()));
        goTo(INVITATION.minusDays(1));
        assertThat(open(term)).isEmpty();

        goTo(INVITATION);

        assertThat(open(term)).containsExactly("Task_ApplyForRenewal");
    }

    @Test
    void invitesLaterWhenTheEndMovesLater() {
        var term = term(recognised(Map.of()));
        changes.change(
                term,
                "recognition-end",
                null,
                new TermChange(TermChange.Kind.EXTEND, LocalDate.of(2031, 9, 15), "Verlengd door de gemeenteraad"),
                Actor.SYSTEM);

        goTo(INVITATION);
        assertThat(open(term)).isEmpty();

        goTo(LocalDate.of(2031, 5, 15));
        assertThat(open(term)).containsExactly("Task_ApplyForRenewal");
        assertThat(clocks.find(term, "renewal-invitation", null).orElseThrow().lines())
                .containsExactly(
                        "4 maanden voor 13 september 2030 = 13 mei 2030",
                        "4 maanden voor 15 september 2031 = 15 mei 2031");
    }

    @Test
    void invitesTheNextDayWhenTheDayOfTheInvitationClosesAndTheRegulationSaysSo() {
        jdbc.sql("update regulation_parameter set value = 'yes' where key = 'renewal-invitation.next-working-day'")
                .update();
        var term = term(recognised(Map.of()));
        calendar.add(INVITATION, "Brugdag", CLERK);

        goTo(INVITATION);
        assertThat(open(term)).isEmpty();

        goTo(INVITATION.plusDays(1));
        assertThat(open(term)).containsExactly("Task_ApplyForRenewal");
    }

    @Test
    void invitesOnceAlsoWhenTheEndMovesAfterTheInvitation() {
        var term = term(recognised(Map.of()));
        goTo(INVITATION);

        changes.change(
                term,
                "recognition-end",
                null,
                new TermChange(TermChange.Kind.EXTEND, LocalDate.of(2031, 9, 15), "Verlengd door de gemeenteraad"),
                Actor.SYSTEM);

        assertThat(clocks.find(term, "renewal-invitation", null).orElseThrow().lastDay())
                .isEqualTo(INVITATION);
        goTo(AFTER_END);
        assertThat(open(term)).containsExactly("Task_ApplyForRenewal");
    }

    @Test
    void expiresWhenNobodyRenews() {
        var caseId = recognised(Map.of());
        var term = term(caseId);
        goTo(INVITATION);

        goTo(AFTER_END);

        assertThat(council(caseId).standing()).isEqualTo(Standing.EXPIRED);
        assertThat(view(term).outcome()).isEqualTo("expired");
    }

    @Test
    void renewsFromTheDayAfterTheEndWhenDecidedBefore() {
        var caseId = recognised(Map.of());
        var term = term(caseId);
        var renewal = renew(caseId, term);

        walkToRegister(renewal, Map.of("decisionDate", "13-5-2030"));

        assertThat(view(term).outcome()).isEqualTo("replaced");
        var council = council(caseId);
        assertThat(council.standing()).isEqualTo(Standing.RECOGNISED);
        assertThat(council.until()).isEqualTo(LocalDate.of(2034, 9, 13));
        assertThat(term(caseId)).isNotEqualTo(term);
    }

    @Test
    void joinsUpWithThePreviousRecognitionWhenThatIsDecidedExplicitly() {
        var caseId = recognised(Map.of());
        var renewal = renew(caseId, term(caseId));
        answer(renewal, "Task_GiveAreaView", Map.of("areaView", "Gaat goed."));
        assertThat(taskData.of(task(renewal, "Task_CheckApplication"), forms.shipped("recognition-check"), CLERK))
                .containsEntry("kind", "wijkraad");
        goTo(AFTER_END);
        assertThat(council(caseId).standing()).isEqualTo(Standing.EXPIRED);
        assertThat(letters()).contains("Uw erkenning is afgelopen en uw vernieuwing loopt nog.pdf");

        walkToRegister(renewal, Map.of("continuity", "yes", "decisionDate", "16-9-2030"));

        var inscription = councils.inscriptions(council(caseId).id()).get(0).inscription();
        assertThat(inscription.from()).isEqualTo(LocalDate.of(2030, 9, 14));
        assertThat(inscription.until()).isEqualTo(LocalDate.of(2034, 9, 13));
    }

    @Test
    void startsAnewOnTheDecisionWithoutContinuity() {
        var caseId = recognised(Map.of());
        var renewal = renew(caseId, term(caseId));
        goTo(AFTER_END);

        walkToRegister(renewal, Map.of("continuity", "no", "decisionDate", "16-9-2030"));

        assertThat(councils.inscriptions(council(caseId).id())
                        .get(0)
                        .inscription()
                        .from())
                .isEqualTo(LocalDate.of(2030, 9, 16));
    }

    @Test
    void goesOnWithTheApplicationThatTheCouncilMadeByItself() {
        var caseId = recognised(Map.of());
        var term = term(caseId);
        goTo(INVITATION);
        var own = apply(Map.of("purpose", "Wij gaan verder."));

        answer(term, "Task_ApplyForRenewal", renewalAnswers());

        assertThat(cases.openOf("recognition", council(caseId).id())
                        .orElseThrow()
                        .id())
                .isEqualTo(own);
    }

    @Test
    void flagsABrokenCompositionUntilItIsMended() {
        var caseId = recognised(Map.of());
        var term = term(caseId);
        var council = council(caseId).id();
        var treasurer = memberships.today(council).stream()
                .filter(member -> member.details().functions().contains(Memberships.Function.TREASURER))
                .findFirst()
                .orElseThrow();

        wait(10);
        memberships.end(council, treasurer.id(), today().minusDays(1), CLERK);
        run();

        assertThat(council(caseId).compositionBroken()).isTrue();
        assertThat(open(term)).containsExactly("Task_MendComposition");

        memberships.add(council, treasurer.details(), today(), CLERK);
        run();

        assertThat(council(caseId).compositionBroken()).isFalse();
        assertThat(open(term)).isEmpty();
    }

    @Test
    void keepsTheFlagWhenTheOfficeOnlyTookNote() {
        var caseId = recognised(Map.of());
        var council = council(caseId).id();
        wait(10);
        memberships.today(council).stream()
                .filter(member -> member.details().functions().contains(Memberships.Function.CHAIR))
                .forEach(member -> memberships.end(council, member.id(), today().minusDays(1), CLERK));
        run();

        answer(term(caseId), "Task_MendComposition", Map.of("note", "De raad zoekt een nieuwe voorzitter."));

        assertThat(council(caseId).compositionBroken()).isTrue();
    }

    @Test
    void registersWithoutRecognitionWhereTheRegulationSaysSo() {
        registerInsteadOfRecognise();

        var caseId = complete(Map.of("members", members("woman")));

        assertThat(view(caseId).outcome()).isEqualTo("registered");
        var council = council(caseId);
        assertThat(council.standing()).isEqualTo(Standing.REGISTERED);
        assertThat(council.until()).isNull();
        assertThat(open(term(caseId))).isEmpty();
    }

    @Test
    void endsARegistrationThatIsWithdrawn() {
        registerInsteadOfRecognise();
        var caseId = complete(Map.of());
        var term = term(caseId);

        withdraw(caseId, "withdrawn");

        assertThat(view(term).outcome()).isEqualTo("ended");
    }

    private void registerInsteadOfRecognise() {
        var shipped = regulations.inForce("recognition", today());
        var copy = regulations.copy(shipped, Actor.SYSTEM);
        regulations.change(
                copy,
                new ChangeParameter(
                        "recognition.kind",
                        "registration",
                        "",
                        "Elk orgaan telt mee.",
                        "Every body counts.",
                        "Zo.",
                        "So."),
                Actor.SYSTEM);
        regulations.holdFrom(copy, today(), Actor.SYSTEM);
    }

    private List<String> letters() {
        return jdbc.sql("select name from casefile_document where kind = 'LETTER'")
                .query(String.class)
                .list();
    }

    private CaseId renew(CaseId caseId, CaseId term) {
        goTo(INVITATION);
        answer(term, "Task_ApplyForRenewal", renewalAnswers());
        return cases.openOf("recognition", council(caseId).id()).orElseThrow().id();
    }

    private Map<String, Object> renewalAnswers() {
        var answers = new HashMap<>(application(Map.of()));
        answers.remove("contactName");
        answers.remove("contactMail");
        return answers;
    }

    private void walkToRegister(CaseId renewal, Map<String, Object> decided) {
        if (awaits(renewal, "Task_GiveAreaView")) {
            answer(renewal, "Task_GiveAreaView", Map.of("areaView", "Gaat goed."));
        }
        check(renewal, Map.of());
        advise(renewal);
        var answers = decision("granted");
        answers.putAll(decided);
        answer(renewal, "Task_DecideCollege", answers);
        List.of("Chair", "Secretary", "Mayor", "Director").forEach(signer -> sign(renewal, signer));
    }
}
