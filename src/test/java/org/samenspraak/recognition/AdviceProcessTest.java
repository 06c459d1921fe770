package org.samenspraak.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.council.Standing;
import org.samenspraak.deadlines.Meetings;
import org.samenspraak.forms.Answers;
import org.samenspraak.forms.Form;
import org.samenspraak.forms.Forms.FieldError;
import org.samenspraak.kernel.Actor;
import org.samenspraak.kernel.PersonId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** What comes in on paper, and the advice with what the decider takes from it. */
class AdviceProcessTest extends RecognitionScenario {

    @Autowired
    private Recognition recognition;

    @Autowired
    private Meetings meetings;

    @BeforeEach
    void readDutch() {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("nl"));
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void takesAChairWithoutMailFromPaper() {
        var members = members("woman", "man", "man");
        members.get(0).remove("email");
        var form = new ApplicationForm(new Answers(application(Map.of("members", List.copyOf(members)))));

        var council = recognition.applicant(form, Actor.person(new PersonId(UUID.randomUUID()), "Ambtenaar"));

        assertThat(councils.get(council).standing()).isEqualTo(Standing.CANDIDATE);
    }

    @Test
    void hidesTheMailAddressOfWhoFilledInOnPaper() {
        var form = forms.shipped("recognition-application").after(forms.shipped("paper-application"));

        assertThat(wrong(form, Map.of())).contains("contactMail");
        assertThat(wrong(form, Map.of("_paper.came", "true"))).doesNotContain("contactMail");
    }

    @Test
    void letsTheDeciderStartFromTheAdvice() {
        var caseId = complete(Map.of());
        answer(caseId, "Task_Advise", advice("1-10-2026"));

        var task = task(caseId, "Task_DecideCollege");
        var data = taskData.of(task, forms.shipped("recognition-decision"), CLERK);
        assertThat(data).containsEntry("years", 2).containsEntry("conditions", "Elk jaar een open forum.");

        var decision = decision("conditional");
        decision.put("years", "3");
        answer(caseId, "Task_DecideCollege", decision);
        List.of("Chair", "Secretary", "Mayor", "Director").forEach(signer -> sign(caseId, signer));
        assertThat(council(caseId).until()).isEqualTo(LocalDate.of(2029, 9, 13));
    }

    @Test
    void plansNoMeetingBeforeTheApplicationAndWarnsOfOneAfterTheTerm() {
        var caseId = complete(Map.of());
        var form = forms.shipped("recognition-advice");
        var data = taskData.of(task(caseId, "Task_Advise"), form, CLERK);

        assertThat(forms.judge(form, data, TypedForm.of(advice("1-8-2026"))).errors())
                .extracting("path")
                .containsExactly("meeting");
        assertThat(shown(form, data, "1-10-2026")).doesNotContain("na de laatste dag om te beslissen");
        assertThat(shown(form, data, "1-10-2027")).contains("na de laatste dag om te beslissen");
    }

    @Test
    void showsTheMeetingsOfWhoDecidesAndWarnsOfAnotherDay() {
        meetings.add("college", List.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 15)), CLERK);
        meetings.add("gemeenteraad", List.of(LocalDate.of(2026, 9, 30)), CLERK);
        var form = forms.shipped("recognition-advice");
        var data = taskData.of(task(complete(Map.of()), "Task_Advise"), form, CLERK);

        assertThat(forms.view(form, data).toString())
                .contains("Het college vergadert op do 1 oktober 2026, do 15 oktober 2026.")
                .doesNotContain("Op deze dag vergadert");
        assertThat(shown(form, data, "1-10-2026")).doesNotContain("Op deze dag vergadert");
        assertThat(shown(form, data, "30-9-2026")).contains("Op deze dag vergadert het college niet");
    }

    @Test
    void warnsInTheWordsOfTheOrganThatDecides() {
        meetings.add("gemeenteraad", List.of(LocalDate.of(2026, 9, 30)), CLERK);
        var form = forms.shipped("recognition-advice");
        var caseId = complete(Map.of("kind", "adviesraad", "name", "Jeugdraad"));
        var data = taskData.of(task(caseId, "Task_Advise"), form, CLERK);

        assertThat(shown(form, data, "1-10-2026"))
                .contains("De gemeenteraad vergadert op wo 30 september 2026.")
                .contains("Op deze dag vergadert de gemeenteraad niet");
        var judgement = forms.judge(form, data, TypedForm.of(advice("1-10-2026")));
        assertThat(forms.sent(form, judgement.answers(), true).toString()).doesNotContain("vergadert");
    }

    @Test
    void saysNothingOfMeetingsThatNobodyEntered() {
        meetings.add("college", List.of(LocalDate.of(2026, 9, 20)), CLERK);
        var form = forms.shipped("recognition-advice");
        var task = task(complete(Map.of()), "Task_Advise");
        wait(10);
        var data = taskData.of(task, form, CLERK);

        assertThat(shown(form, data, "1-10-2026")).doesNotContain("vergadert");
    }

    private String shown(Form form, Map<String, Object> data, String meeting) {
        return forms.view(form, forms.judge(form, data, TypedForm.of(advice(meeting))))
                .toString();
    }

    private List<String> wrong(Form form, Map<String, Object> answers) {
        return forms.judge(form, Map.of(), TypedForm.of(answers)).errors().stream()
                .map(FieldError::path)
                .toList();
    }

    private static Map<String, Object> advice(String meeting) {
        return Map.of(
                "advice", "grant-conditions",
                "adviceReason", "De raad is nog jong.",
                "adviceYears", "2",
                "adviceConditions", "Elk jaar een open forum.",
                "meeting", meeting,
                "draft", "Het orgaan erkent de raad voor twee jaar.");
    }
}
