package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.casefile.CaseLines;
import org.samenspraak.casefile.CaseStatus;
import org.samenspraak.casefile.Documents;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.Clocks;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;

class RecognitionProcessTest extends RecognitionScenario {

    @Autowired
    private Clocks clocks;

    @Autowired
    private CaseLines lines;

    @Autowired
    private Documents documents;

    @Test
    void recognisesACouncilFromTheFirstFormToTheRegister() {
        var caseId = recognised(Map.of());

        assertThat(view(caseId).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(view(caseId).outcome()).isEqualTo("recognised");
        var council = council(caseId);
        assertThat(council.standing()).isEqualTo(Standing.RECOGNISED);
        assertThat(council.from()).isEqualTo(LocalDate.of(2026, 9, 14));
        assertThat(council.until()).isEqualTo(LocalDate.of(2030, 9, 13));
        assertThat(documents.of(caseId)).extracting(Documents.Row::kind).contains(Documents.Kind.DECISION);
    }

    @Test
    void goesOnWithoutTheAreaManagerWhenTheTermIsOver() {
        var caseId = apply();
        assertThat(open(caseId)).containsExactly("Task_GiveAreaView");

        wait(8);

        assertThat(open(caseId)).containsExactly("Task_CheckApplication");
        assertThat(jdbc.sql("select finished and canceled from casefile_step where element = 'Task_GiveAreaView'")
                        .query(Boolean.class)
                        .single())
                .as("over with its term, and not done")
                .isTrue();
    }

    @Test
    void asksTheCouncilWhatTheOfficeMisses() {
        var caseId = incomplete();

        assertThat(open(caseId)).containsExactly("Task_Supplement");
        var task = task(caseId, "Task_Supplement");
        var form = forms.shipped("recognition-supplement");
        assertThat(taskData.of(task, form, CLERK)).containsEntry("asked", "De grenzen ontbreken.");
        assertThat(taskData.of(task, form, CLERK)).containsEntry("name", "Wijkraad Runkst");
    }

    @Test
    void checksAgainWhatTheCouncilSupplemented() {
        var caseId = incomplete();

        supplement(caseId, Map.of());
        assertThat(open(caseId)).containsExactly("Task_CheckApplication");

        check(caseId, Map.of());
        assertThat(open(caseId)).containsExactly("Task_Advise");
    }

    @Test
    void asksForExactlyTheConditionsThatAreNotMet() {
        var caseId = complete(Map.of("members", members("woman", "man")));

        assertThat(open(caseId)).containsExactly("Task_Supplement");
        assertThat(lines.latest(caseId, Conditions.TABLE))
                .filteredOn(line -> !line.met())
                .extracting(CaseLines.Line::key)
                .containsExactly("members", "treasurer");
        var data = taskData.of(task(caseId, "Task_Supplement"), forms.shipped("recognition-supplement"), CLERK);
        assertThat(String.valueOf(data.get("asked")))
                .contains("drie leden")
                .contains("penningmeester")
                .doesNotContain("secretaris");

        supplement(caseId, Map.of("members", members("woman", "man", "man")));
        check(caseId, Map.of());
        assertThat(open(caseId)).containsExactly("Task_Advise");
    }

    @Test
    void holdsAnAdvisoryCouncilToTheBalanceOfSexes() {
        var caseId = complete(Map.of("kind", "adviesraad", "members", members("man", "man", "man", "woman")));

        assertThat(open(caseId)).containsExactly("Task_Supplement");
        assertThat(lines.latest(caseId, Conditions.TABLE))
                .filteredOn(line -> !line.met())
                .extracting(CaseLines.Line::key, CaseLines.Line::article)
                .containsExactly(tuple("balance", "art. 304 §3 decreet lokaal bestuur"));
    }

    @Test
    void judgesTheKindThatTheOfficeFound() {
        var caseId = apply(Map.of("members", members("man", "man", "man")));
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "Eigenlijk een adviesraad."));

        check(caseId, Map.of("kind", "adviesraad"));

        assertThat(open(caseId)).containsExactly("Task_Supplement");
    }

    @Test
    void allowsNoMoreRoundsThanTheRegulation() {
        var caseId = incomplete();
        supplement(caseId, Map.of());
        check(caseId, missing());
        supplement(caseId, Map.of());

        check(caseId, missing());

        assertThat(open(caseId)).containsExactly("Task_DecideNotHandled");
    }

    @Test
    void readsTheLastOfTwoSupplementsOfOneMoment() {
        var caseId = incomplete();
        supplement(caseId, Map.of("purpose", "Eerst dit."));
        check(caseId, missing());

        supplement(caseId, Map.of("purpose", "Toch dat."));

        assertThat(taskData.of(task(caseId, "Task_CheckApplication"), forms.shipped("recognition-supplement"), CLERK))
                .containsEntry("purpose", "Toch dat.");
    }

    @Test
    void leavesToTheOrganWhatTheCouncilNeverSupplemented() {
        var caseId = incomplete();

        wait(31);

        assertThat(open(caseId)).containsExactly("Task_DecideNotHandled");
        answer(
                caseId,
                "Task_DecideNotHandled",
                Map.of(
                        "handling", "not-handled",
                        "reason", "Er kwam geen aanvulling.",
                        "decisionNumber", "2026_AD_7",
                        "decisionDate", "15-10-2026"));
        assertThat(view(caseId).outcome()).isEqualTo("not-handled");
        assertThat(documents.of(caseId)).extracting(Documents.Row::kind).contains(Documents.Kind.DECISION);
    }

    @Test
    void handlesALateApplicationAllTheSameWhenThatIsDecided() {
        var caseId = incomplete();
        wait(31);

        answer(caseId, "Task_DecideNotHandled", Map.of("handling", "handled", "reason", "De raad belde."));

        assertThat(open(caseId)).containsExactly("Task_CheckApplication");
    }

    @Test
    void bringsToTheOrganWhatMustBeHandledAllTheSame() {
        var caseId = complete(Map.of("members", members("woman", "man")));
        wait(31);
        answer(caseId, "Task_DecideNotHandled", Map.of("handling", "handled", "reason", "De raad belde."));

        check(caseId, Map.of());

        assertThat(lines.latest(caseId, Conditions.TABLE)).anyMatch(line -> !line.met());
        assertThat(open(caseId)).containsExactly("Task_Advise");
    }

    @Test
    void countsTheDecisionTermFromTheDayThePapersWereComplete() {
        var caseId = incomplete();
        wait(10);
        supplement(caseId, Map.of());
        wait(3);

        check(caseId, Map.of());

        assertThat(clocks.find(caseId, "decision", null).orElseThrow().from()).isEqualTo(LocalDate.of(2026, 9, 24));
    }

    @Test
    void refusesASecondOpenApplication() {
        apply();

        assertThatThrownBy(() -> apply(Map.of("purpose", "Nog eens.")))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo("recognition.refusal.applied-before");
    }

    @Test
    void refusesAnApplicationOfACouncilThatIsRecognisedForLong() {
        recognised(Map.of());

        assertThatThrownBy(() -> apply(Map.of("purpose", "Nog eens.")))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo("recognition.refusal.already-recognised");
    }

    @Test
    void refusesAChairWithoutMail() {
        var members = members("woman", "man", "man");
        members.get(0).remove("email");

        assertThatThrownBy(() -> apply(Map.of("members", members)))
                .isInstanceOf(Refusal.class)
                .extracting("messageKey")
                .isEqualTo("recognition.refusal.contact-without-mail");
    }

    private CaseId incomplete() {
        var caseId = apply();
        answer(caseId, "Task_GiveAreaView", Map.of("areaView", "Grenzen niet duidelijk."));
        check(caseId, missing());
        return caseId;
    }

    private static Map<String, Object> missing() {
        return Map.of("complete", "", "missing", "De grenzen ontbreken.");
    }

    private void supplement(CaseId caseId, Map<String, Object> changes) {
        answer(caseId, "Task_Supplement", application(changes));
    }
}
