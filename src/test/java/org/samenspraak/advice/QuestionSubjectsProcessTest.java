package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;

/** A council with several questions in its mailbox sees which is which. */
class QuestionSubjectsProcessTest extends AdviceScenario {

    private static final LocalDate LATER = LocalDate.of(2026, 10, 20);

    @Test
    void theMailsOfTwoQuestionsSayWhatEachIsAbout() {
        var school = sentOut();
        var park = sentOut(Map.of("subject", "Parkplan Borggraaf"), Map.of());

        assertThat(subjects(caseOf(school, youth)))
                .containsOnly("Tegen donderdag 1 oktober 2026: Advies geven: Schoolomgeving Kuringen");
        assertThat(subjects(caseOf(park, youth)))
                .containsOnly("Tegen donderdag 1 oktober 2026: Advies geven: Parkplan Borggraaf");

        answer(caseOf(park, youth), "Task_WriteAdvice", moreTime(LATER));
        answer(caseOf(park, youth), "Task_DecideMoreTime", Map.of("moreTime", "granted", "decisionReason", "Dat kan."));
        assertThat(subjects(caseOf(park, youth)))
                .contains("Nieuwe laatste dag, dinsdag 20 oktober 2026: Advies geven: Parkplan Borggraaf");
    }

    @Test
    void aSubjectNamesNobodyAndStaysShort() {
        var named = sentOut(
                Map.of(
                        "subject",
                        "Straat van mevrouw Janssens en chair Jeugdraad, bel 011 23 45 67, " + "woord ".repeat(12)),
                Map.of());

        assertThat(subjects(caseOf(named, youth))).isNotEmpty().allSatisfy(subject -> assertThat(subject)
                .doesNotContain("Janssens", "chair Jeugdraad", "23 45")
                .contains("Straat van mevrouw")
                .hasSizeLessThan(140));
    }

    @Test
    void theMailSaysWhyThisCouncilAndCallsEachPartByItsName() {
        var school = sentOut();

        assertThat(texts(caseOf(school, youth))).isNotEmpty().allSatisfy(text -> assertThat(text)
                .contains(
                        "Waarom uw raad? Deze adviesraad gaat over jeugd.",
                        "Onze vraag: Hoe maken we de schoolomgeving veilig?",
                        "Wat nog openligt: Alles behalve de ligging van de school."));
        assertThat(texts(caseOf(school, culture))).allSatisfy(text -> assertThat(text)
                .contains("Waarom uw raad? De dienst wil graag weten wat uw raad hiervan vindt."));
    }

    private List<String> texts(CaseId caseId) {
        return jdbc.sql("select text from correspondence_message where case_id = ? and prompt is not null")
                .param(caseId.value())
                .query(String.class)
                .list();
    }

    private List<String> subjects(CaseId caseId) {
        return jdbc.sql("select distinct subject from correspondence_message where case_id = ? and prompt is not null")
                .param(caseId.value())
                .query(String.class)
                .list();
    }
}
