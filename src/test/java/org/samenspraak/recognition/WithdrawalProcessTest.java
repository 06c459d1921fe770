package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Standing;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;

class WithdrawalProcessTest extends RecognitionScenario {

    private static final String REASON = "De raad komt niet meer samen.";

    @Test
    void withdrawsAfterTheCouncilGaveItsView() {
        var caseId = recognised(Map.of());
        var term = term(caseId);

        var withdrawal = withdraw(this, caseId, "withdrawn");

        assertThat(view(withdrawal).outcome()).isEqualTo("withdrawn");
        assertThat(council(caseId).standing()).isEqualTo(Standing.WITHDRAWN);
        assertThat(view(term).outcome()).isEqualTo("ended-early");
        assertThat(councils.inscriptions(council(caseId).id()).get(0).endedReason())
                .isEqualTo("Er is geen werking.");
    }

    @Test
    void withdrawsWhileTheCouncilIsInvitedToRenew() {
        var caseId = recognised(Map.of());
        var term = term(caseId);
        goTo(LocalDate.of(2030, 6, 3));

        withdraw(this, caseId, "withdrawn");

        assertThat(view(term).outcome()).isEqualTo("replaced");
    }

    @Test
    void keepsTheRecognitionWhenTheOrganSaysSo() {
        var caseId = recognised(Map.of());

        var withdrawal = withdraw(this, caseId, "kept");

        assertThat(view(withdrawal).outcome()).isEqualTo("kept");
        assertThat(council(caseId).standing()).isEqualTo(Standing.RECOGNISED);
    }

    @Test
    void goesToTheOrganWithoutTheViewWhenTheTermIsOver() {
        var caseId = recognised(Map.of("kind", "adviesraad"));
        var withdrawal = intend(this, caseId);
        assertThat(open(withdrawal)).containsExactly("Task_GiveView");

        wait(15);

        assertThat(open(withdrawal)).containsExactly("Task_DecideCouncil");
        answer(withdrawal, "Task_DecideCouncil", decided("withdrawn"));
        assertThat(council(caseId).standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void refusesASecondWithdrawal() {
        var caseId = recognised(Map.of());
        intend(this, caseId);

        wait(1);
        assertThatThrownBy(() -> intend(this, caseId))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo("recognition.refusal.open-withdrawal");
    }

    static CaseId withdraw(RecognitionScenario office, CaseId caseId, String decision) {
        var withdrawal = intend(office, caseId);
        office.answer(withdrawal, "Task_GiveView", Map.of("view", "Wij willen verder."));
        office.answer(withdrawal, "Task_DecideCollege", decided(decision));
        return withdrawal;
    }

    private static CaseId intend(RecognitionScenario office, CaseId caseId) {
        var form = office.forms.shipped("withdrawal-intention");
        var answers =
                Map.<String, Object>of("council", office.council(caseId).id().toString(), "reason", REASON);
        var opened = office.intake.start(
                "recognition-withdrawal", form, office.judged(form, Map.of(), answers), office.today(), false, CLERK);
        office.run();
        return opened.id();
    }

    private static Map<String, Object> decided(String decision) {
        return Map.of(
                "decision", decision,
                "decisionReason", "Er is geen werking.",
                "decisionNumber", "2026_CBS_0099",
                "decisionDate", "14-9-2026");
    }
}
