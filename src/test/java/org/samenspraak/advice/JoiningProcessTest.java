package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.samenspraak.forms.Forms;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.kernel.CouncilId;
import org.samenspraak.testing.TypedForm;
import org.springframework.beans.factory.annotation.Autowired;

/** Councils that advise together: each by its own answer, and in whose names. */
class JoiningProcessTest extends AdviceScenario {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 1);

    @Autowired
    private Points points;

    private CaseId request;
    private CaseId ofYouth;
    private CaseId ofNeighbours;
    private CaseId ofCulture;

    @BeforeEach
    void askThree() {
        request = sentOut();
        ofYouth = caseOf(request, youth);
        ofNeighbours = caseOf(request, neighbourhood);
        ofCulture = caseOf(request, culture);
    }

    @Test
    void adviceIsOfTwoCouncilsOnceTheOtherSaysSoItself() {
        askToJoin(neighbourhood);

        assertThat(open(ofNeighbours)).containsExactly("Task_WriteAdvice");
        assertThat(value(ofNeighbours, "answer")).isEmpty();
        assertThat(value(ofYouth, "joint_with")).isEqualTo("{}");
        assertThat(letters("joint-asked")).isEqualTo(1);
        assertThat(mailed(ofNeighbours))
                .contains("– Schoolomgeving Kuringen")
                .contains("Jeugdraad schreef al een advies en vraagt of uw raad zich erbij aansluit.");
        assertThat(String.valueOf(known(ofNeighbours, "Task_WriteAdvice").get("invited")))
                .contains("Jeugdraad", "Zet een bank.", "Stemmen: 7 voor", "paaltjes");

        answer(ofNeighbours, "Task_WriteAdvice", joins(youth));

        assertThat(value(ofNeighbours, "answer")).isEqualTo("advice");
        assertThat(value(ofNeighbours, "joint_with")).contains(youth.toString());
        assertThat(value(ofNeighbours, "chair")).isEqualTo("Voorzitter Jeugdraad (ad interim)");
        assertThat(value(ofYouth, "joint_with")).contains(neighbourhood.toString());
        assertThat(points.of(ofNeighbours)).isEmpty();
        assertThat(letters("joint-answered")).isEqualTo(1);
        assertThat(open(request)).isEmpty();
        answer(ofCulture, "Task_WriteAdvice", Map.of("answer", "none"));
        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        assertThat(List.of(
                        view(ofYouth).outcome() + "",
                        view(ofNeighbours).outcome() + "",
                        view(ofCulture).outcome() + ""))
                .containsExactly("advice", "joint", "none");
    }

    @Test
    void aCouncilThatDoesNotJoinKeepsItsOwnAdviceAndTheOtherOneToo() {
        askToJoin(neighbourhood, culture);

        answer(ofNeighbours, "Task_WriteAdvice", advice("Plant een boom."));
        answer(ofCulture, "Task_WriteAdvice", Map.of("answer", "none"));

        assertThat(points.of(ofNeighbours)).hasSize(1);
        assertThat(List.of(value(ofYouth, "joint_with"), value(ofNeighbours, "joint_with")))
                .containsOnly("{}");
        assertThat(value(ofCulture, "answer")).isEqualTo("none");
        assertThat(letters("joint-answered")).isEqualTo(2);
        assertThat(open(request)).containsExactly("Task_Reply");
    }

    @Test
    void aCouncilThatSaysNothingDidNotJoin() {
        askToJoin(neighbourhood);
        goTo(LAST.plusDays(1));

        assertThat(value(ofNeighbours, "answer")).isEqualTo("silent");
        assertThat(value(ofYouth, "joint_with")).isEqualTo("{}");
    }

    @Test
    void refusesToJoinACouncilThatDidNotAskIt() {
        assertThat(offers(ofNeighbours)).doesNotContain("joint");
        askToJoin(neighbourhood);
        assertThat(offers(ofNeighbours)).contains("joint");

        assertThat(errors(ofNeighbours, joins(culture))).containsExactly("joins");
        assertThat(errors(ofCulture, joins(youth))).contains("answer");
    }

    @Test
    void signsByAMemberWithThatFunctionOrSomebodyWhoStandsIn() {
        var byName = advice("Zet een bank.");
        byName.put("chair", "chair Jeugdraad");
        assertThat(errors(ofYouth, byName)).isEmpty();
        byName.put("chair", "Jan en alleman");
        assertThat(errors(ofYouth, byName)).containsExactly("chair");
    }

    @Test
    void adviceThatLostItsVoteGoesOutOnlyWhenTheCouncilSaysSo() {
        var lost = advice("Zet een bank.");
        lost.putAll(Map.of("votesFor", "2", "votesAgainst", "7"));
        assertThat(errors(ofYouth, lost)).containsExactly("lost");
        lost.put("lost", "true");
        assertThat(errors(ofYouth, lost)).isEmpty();
        assertThat(errors(ofYouth, advice("Zet een bank."))).isEmpty();
    }

    private void askToJoin(CouncilId... others) {
        var together = advice("Zet een bank.");
        together.put(
                "jointWith",
                Stream.of(others).map(CouncilId::toString).collect(Collectors.toCollection(LinkedHashSet::new)));
        answer(ofYouth, "Task_WriteAdvice", together);
    }

    private String offers(CaseId caseId) {
        return String.valueOf(((Map<?, ?>)
                        Objects.requireNonNull(known(caseId, "Task_WriteAdvice").get("advice")))
                .get("answers"));
    }

    private List<String> errors(CaseId caseId, Map<String, Object> answers) {
        var task = task(caseId, "Task_WriteAdvice");
        var form = form(task);
        var known = taskData.of(task, form, CLERK);
        return forms.judge(form, known, TypedForm.of(answers)).errors().stream()
                .map(Forms.FieldError::path)
                .toList();
    }

    private int letters(String template) {
        return jdbc.sql("select count(*) from correspondence_letter where template = ?")
                .param(template)
                .query(Integer.class)
                .single();
    }

    private String mailed(CaseId caseId) {
        return jdbc.sql(
                        "select subject || text from correspondence_message where case_id = ? and key like 'letter:%' limit 1")
                .param(caseId.value())
                .query(String.class)
                .single();
    }
}
