package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Standing;
import org.samenspraak.kernel.Refusal;
import org.samenspraak.testing.TypedForm;

class WithdrawalProcessTest extends RecognitionScenario {

    @Test
    void withdrawsAfterTheCouncilGaveItsView() {
        var caseId = recognised(Map.of());
        var term = term(caseId);

        var withdrawal = withdraw(caseId, "withdrawn");

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

        withdraw(caseId, "withdrawn");

        assertThat(view(term).outcome()).isEqualTo("replaced");
    }

    @Test
    void isDecidedOnNoDayBeforeItWasIntended() {
        var withdrawal = intend(recognised(Map.of("kind", "adviesraad")));
        wait(15);
        var task = task(withdrawal, "Task_DecideCouncil");
        var early = new HashMap<>(decided("withdrawn"));
        early.put("decisionDate", today().minusDays(16).toString());

        var judged = forms.judge(form(task), taskData.of(task, form(task), CLERK), TypedForm.of(early));

        assertThat(judged.errors()).extracting("path").containsExactly("decisionDate");
    }

    @Test
    void keepsTheRecognitionWhenTheOrganSaysSo() {
        var caseId = recognised(Map.of());

        var withdrawal = withdraw(caseId, "kept");

        assertThat(view(withdrawal).outcome()).isEqualTo("kept");
        assertThat(council(caseId).standing()).isEqualTo(Standing.RECOGNISED);
    }

    @Test
    void goesToTheOrganWithoutTheViewWhenTheTermIsOver() {
        var caseId = recognised(Map.of("kind", "adviesraad"));
        var withdrawal = intend(caseId);
        assertThat(open(withdrawal)).containsExactly("Task_GiveView");

        wait(15);

        assertThat(open(withdrawal)).containsExactly("Task_DecideCouncil");
        answer(withdrawal, "Task_DecideCouncil", decided("withdrawn"));
        assertThat(council(caseId).standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void refusesASecondWithdrawal() {
        var caseId = recognised(Map.of());
        intend(caseId);

        wait(1);
        assertThatThrownBy(() -> intend(caseId))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo("recognition.refusal.open-withdrawal");
    }
}
