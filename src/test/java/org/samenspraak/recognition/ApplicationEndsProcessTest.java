package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.correspondence.Letters;
import org.samenspraak.council.Standing;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;

/** However an application ends, the register says so, and the council may apply again. */
class ApplicationEndsProcessTest extends RecognitionScenario {

    @Autowired
    private Letters letters;

    @Test
    void endsWithALetterWhenTheCouncilWithdraws() {
        var caseId = complete(Map.of());

        cases.stop(caseId, CaseStatus.WITHDRAWN, "Wij beginnen anders.", CLERK);
        run();

        assertThat(view(caseId).status()).isEqualTo(CaseStatus.WITHDRAWN);
        assertThat(open(caseId)).isEmpty();
        assertThat(letters.latest(caseId, "application-withdrawn")).isPresent();
        lapsedAndMayApplyAgain(caseId);
    }

    @Test
    void endsWithoutALetterWhenTheOfficeStops() {
        var caseId = complete(Map.of());

        cases.stop(caseId, CaseStatus.STOPPED, "Dubbel.", CLERK);
        run();

        assertThat(letters.latest(caseId, "application-withdrawn")).isEmpty();
        lapsedAndMayApplyAgain(caseId);
    }

    @Test
    void lapsesWhenItIsSetAside() {
        var caseId = complete(Map.of("members", members("woman")));
        wait(31);

        answer(
                caseId,
                "Task_DecideNotHandled",
                Map.of(
                        "handling", "not-handled",
                        "reason", "Er kwam geen aanvulling.",
                        "decisionNumber", "2026_AD_7",
                        "decisionDate", "15-10-2026"));

        lapsedAndMayApplyAgain(caseId);
    }

    @Test
    void isSetAsideOnNoDayBeforeItCameIn() {
        var caseId = complete(Map.of("members", members("woman")));
        wait(31);
        var task = task(caseId, "Task_DecideNotHandled");

        var judged = forms.judge(
                form(task),
                taskData.of(task, form(task), CLERK),
                TypedForm.of(Map.of(
                        "handling", "not-handled",
                        "reason", "Er kwam geen aanvulling.",
                        "decisionNumber", "2026_AD_7",
                        "decisionDate", "1-1-2019")));

        assertThat(judged.errors()).extracting("path").containsExactly("decisionDate");
    }

    @Test
    void lapsesWhenNobodySigns() {
        var caseId = granted(Map.of());
        wait(31);

        answer(caseId, "Task_FollowUpSignatures", Map.of("signing", "stop", "reason", "De raad wil niet tekenen."));

        lapsedAndMayApplyAgain(caseId);
    }

    @Test
    void staysInTheRegisterWhenARenewalIsWithdrawn() {
        var caseId = recognised(Map.of());
        wait(4 * 365 - 30);
        var renewal = apply();

        cases.stop(renewal, CaseStatus.WITHDRAWN, "Nog niet.", CLERK);
        run();

        assertThat(council(caseId).standing()).isEqualTo(Standing.RECOGNISED);
    }

    @Test
    void takesARefusedCouncilInAgain() {
        var caseId = complete(Map.of());
        advise(caseId);
        answer(caseId, "Task_DecideCollege", decision("refused"));
        assertThat(council(caseId).standing()).isEqualTo(Standing.REFUSED);

        mayApplyAgain(caseId);
    }

    private void lapsedAndMayApplyAgain(CaseId caseId) {
        assertThat(council(caseId).standing()).isEqualTo(Standing.LAPSED);
        mayApplyAgain(caseId);
    }

    private void mayApplyAgain(CaseId caseId) {
        var again = apply(Map.of("purpose", "Opnieuw begonnen."));

        assertThat(view(again).council()).isEqualTo(view(caseId).council());
        assertThat(council(again).standing()).isEqualTo(Standing.CANDIDATE);
    }
}
