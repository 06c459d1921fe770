package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.samenspraak.casefile.Documents;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;

/** Recognition from the advice on: the decision and the four signatures. */
class DecisionProcessTest extends RecognitionScenario {

    @Autowired
    private Clocks clocks;

    @Autowired
    private Documents documents;

    @Test
    void sendsAnAdvisoryCouncilToTheGemeenteraad() {
        var caseId = complete(Map.of("kind", "adviesraad"));

        advise(caseId);

        assertThat(open(caseId)).containsExactly("Task_DecideCouncil");
        answer(caseId, "Task_DecideCouncil", decision("granted"));
        assertThat(open(caseId)).hasSize(4);
    }

    @Test
    void refusesWithAReason() {
        var caseId = complete(Map.of());
        advise(caseId);

        answer(caseId, "Task_DecideCollege", decision("refused"));

        assertThat(view(caseId).outcome()).isEqualTo("refused");
        assertThat(council(caseId).standing()).isEqualTo(Standing.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"granted", "conditional", "refused"})
    void recordsNoDecisionWithoutAReason(String decision) {
        var caseId = complete(Map.of());
        advise(caseId);
        var task = task(caseId, "Task_DecideCollege");
        var form = forms.parse(task.formJson() == null ? "" : task.formJson());
        var answers = new HashMap<>(decision(decision));
        answers.put("reason", " ");

        var judgement = forms.judge(form, taskData.of(task, form, CLERK), TypedForm.of(answers));

        assertThat(judgement.errors()).extracting(error -> error.path()).containsExactly("reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"15-9-2026", "13-9-2026", "14-9-2001"})
    void recordsNoDecisionOfADayToComeOrBeforeTheApplication(String day) {
        var caseId = complete(Map.of());
        advise(caseId);
        var task = task(caseId, "Task_DecideCollege");
        var form = forms.parse(task.formJson() == null ? "" : task.formJson());
        var answers = new HashMap<>(decision("granted"));
        answers.put("decisionDate", day);

        var judgement = forms.judge(form, taskData.of(task, form, CLERK), TypedForm.of(answers));

        assertThat(judgement.errors()).extracting(error -> error.path()).containsExactly("decisionDate");
    }

    @Test
    void showsWhatIsAdvised() {
        var caseId = complete(Map.of());
        advise(caseId);
        var task = task(caseId, "Task_DecideCollege");
        var form = forms.parse(String.valueOf(task.formJson()));

        assertThat(taskData.of(task, form, CLERK)).containsKeys("advice", "adviceReason", "meeting");
        assertThat(form.json()).contains("\"advice\"", "\"meeting\"");
    }

    @Test
    void refusesToCallAnApplicationCompleteWhoseAreaIsNotClear() {
        var caseId = apply(Map.of());
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "Gaat goed."));

        check(caseId, Map.of("delimited", "no", "missing", "Zeg welke straten erbij horen."));

        assertThat(awaits(caseId, "Task_Supplement")).isTrue();
    }

    @Test
    void keepsTheConditionsOfAConditionalRecognition() {
        var caseId = complete(Map.of());
        advise(caseId);
        answer(caseId, "Task_DecideCollege", decision("conditional"));
        List.of("Chair", "Secretary", "Mayor", "Director").forEach(signer -> sign(caseId, signer));

        assertThat(councils.inscriptions(council(caseId).id())
                        .get(0)
                        .inscription()
                        .conditions())
                .isEqualTo("Elk jaar een open forum.");
    }

    @Test
    void comesBackToTheOfficeWhenASignatureIsMissing() {
        var caseId = granted(Map.of());
        sign(caseId, "Chair");

        wait(31);

        assertThat(open(caseId))
                .containsExactlyInAnyOrder(
                        "Task_SignSecretary", "Task_SignMayor", "Task_SignDirector", "Task_FollowUpSignatures");
    }

    @Test
    void givesNewTimeToSignAndComesBackAgain() {
        var caseId = granted(Map.of());
        wait(31);
        answer(caseId, "Task_FollowUpSignatures", Map.of("signing", "again", "reason", "De secretaris was ziek."));
        assertThat(open(caseId)).hasSize(4);
        var newDay = clocks.find(caseId, "sign", null).orElseThrow();
        assertThat(tasks.ofCase(caseId))
                .allSatisfy(task -> assertThat(task.due()).isEqualTo(newDay.due()));
        assertThat(jdbc.sql("select subject from correspondence_message where key like 'renewed:%'")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allMatch(subject -> subject.startsWith("Nieuwe termijn, tegen "));

        wait(33);
        assertThat(open(caseId)).contains("Task_FollowUpSignatures");

        List.of("Chair", "Secretary", "Mayor", "Director").forEach(signer -> sign(caseId, signer));
        assertThat(view(caseId).outcome()).isEqualTo("recognised");
    }

    @Test
    void closesWithoutRecognitionWhenNobodySigns() {
        var caseId = granted(Map.of());
        wait(31);

        answer(caseId, "Task_FollowUpSignatures", Map.of("signing", "stop", "reason", "De raad wil niet tekenen."));

        assertThat(view(caseId).outcome()).isEqualTo("not-signed");
        assertThat(documents.of(caseId))
                .extracting(Documents.Row::name)
                .contains("De erkenning van uw raad gaat niet door.pdf");
        assertThat(council(caseId).standing()).isEqualTo(Standing.LAPSED);
    }
}
