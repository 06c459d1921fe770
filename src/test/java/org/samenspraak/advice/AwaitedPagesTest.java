package org.samenspraak.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.samenspraak.identity.SignedInAs.role;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.Map;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.samenspraak.deadlines.Clocks.ClockView;
import org.samenspraak.kernel.CaseId;

/** What a dossier says while it waits, and which of its terms run then: councils are asked on 1 September 2026. */
class AwaitedPagesTest extends AdviceScenario {

    private static final int MOST = 20;
    private static final String NO_TASK = "Er wacht nu geen taak";

    @Test
    void namesTheCouncilsThatWriteAndUntilWhen() throws Exception {
        var request = sentOut();
        shows(
                request,
                containsString("0 van 3 raden antwoordden. Wij wachten op: Cultuurraad, Jeugdraad, Wijkraad Kuringen."
                        + " De laatste dag is 1 oktober 2026."),
                current("Wachten op de raden"));

        answer(caseOf(request, youth), "Task_WriteAdvice", advice("Zet een bank."));

        shows(
                request,
                containsString("1 van 3 raden antwoordden. Wij wachten op: Cultuurraad, Wijkraad Kuringen."),
                current("Wachten op de raden"));
        shows(
                caseOf(request, youth),
                containsString("De raad antwoordde. Wij wachten op de terugkoppeling van: Jeugddienst."),
                current("Wachten op de antwoorden"));
        mvc.perform(get("/zaken/" + view(request).number() + "/taken?lang=en").with(role("participation-office")))
                .andExpect(content()
                        .string(containsString("1 of 3 councils answered. We are waiting for: Cultuurraad, Wijkraad")));
    }

    @Test
    void theTermOfTheQuestionEndsWithTheLastAnswer() throws Exception {
        var request = sentOut();
        assertThat(running(request)).containsExactly("advice");
        for (var council : List.of(youth, neighbourhood, culture)) {
            answer(caseOf(request, council), "Task_WriteAdvice", advice("Zet een bank."));
        }

        assertThat(running(request)).containsExactly("reply");
        shows(request, not(containsString("Wij wachten op")), current("Antwoorden en beslissen"));
    }

    @Test
    void theTermOfTheQuestionEndsWithItsLastDayAndTheWaitWithTheLookBack() throws Exception {
        var request = sentOut();
        wait(31);
        assertThat(running(request)).containsExactly("reply");
        reply(request);
        answer(request, "Task_Agree", Map.of("agreed", "yes"));
        answer(request, "Task_DecideCollege", decision(today()));
        assertThat(running(request)).containsExactly("look-through");
        lookThrough(request);

        assertThat(running(request)).containsExactly("look-back");
        shows(request, containsString("is het tijd om terug te kijken."), current("Antwoorden en beslissen"));
        wait(370);
        assertThat(open(request)).containsExactly("Task_LookBack");
        assertThat(running(request)).containsExactly("look-back-report");
    }

    private List<String> running(CaseId caseId) {
        return clocks.running(caseId, MOST).stream().map(ClockView::term).toList();
    }

    private void shows(CaseId caseId, Matcher<String> awaited, Matcher<String> step) throws Exception {
        mvc.perform(get("/zaken/" + view(caseId).number()).with(role("participation-office")))
                .andExpect(content().string(allOf(awaited, step, not(containsString(NO_TASK)))));
    }

    private static Matcher<String> current(String step) {
        return matchesPattern("(?s).*aria-current=\"step\"\\s*><span>" + step + "</span>.*");
    }
}
