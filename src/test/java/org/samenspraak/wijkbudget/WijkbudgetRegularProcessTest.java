package org.samenspraak.wijkbudget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.samenspraak.identity.SignedInAs.role;
import static org.samenspraak.wijkbudget.WijkbudgetRoundProcessTest.refused;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.samenspraak.kernel.CaseId;
import org.samenspraak.testing.Mails;
import org.samenspraak.wijkbudget.Idea.State;
import org.springframework.beans.factory.annotation.Autowired;

/** An idea that is the work of a department. */
class WijkbudgetRegularProcessTest extends IdeaScenario {

    @Autowired
    private BudgetWords words;

    @Test
    void goesToADepartmentThatAnswersOrGivesItBack() throws Exception {
        var idea = passedOn();
        assertThat(task(idea, "Task_TakeOver").groups()).hasToString("[department-green]");
        assertThat(cohort.owed(round)).containsExactly(new CohortRows.Owed("department-green", 1));

        answer(idea, "Task_TakeOver", Map.of("takesOver", "no", "notOurs", "Dit is van Mobiliteit."));
        mvc.perform(get(address(PROPOSER)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Een dienst gaf het terug"), containsString("Dit is van Mobiliteit."))));
        pass(idea);
        refused(
                "wijkbudget.refusal.promised",
                () -> send(idea, "Task_TakeOver", takesOver(today().minusDays(1).toString())));
        refused("wijkbudget.refusal.promised-far", () -> send(idea, "Task_TakeOver", takesOver("2127-09-01")));
        answer(idea, "Task_TakeOver", takesOver("2027-09-01"));

        assertThat(state(idea)).isEqualTo(State.REGULAR);
        mvc.perform(get("/zaken/" + view(idea).number()).with(role("participation-office")))
                .andExpect(content().string(containsString("vragen om te herbekijken. Komt die vraag niet")));
        assertThat(ideas.get(idea).promisedOn()).hasToString("2027-09-01");
        wait(13);
        assertThat(view(idea).outcome()).isEqualTo("regular");
    }

    @Test
    void isLookedAtAgainWhileTheDepartmentWorksAndGoesBackToItWhenTheDecisionStays() throws Exception {
        var idea = passedOn();
        var last = clocks.find(idea, IdeaCare.LOOK_AGAIN, null).orElseThrow().lastDay();
        mvc.perform(get(address(PROPOSER))).andExpect(content().string(containsString("Vraag om te herbekijken")));
        assertThat(mail.receivedBy(PROPOSER)).last().satisfies(one -> assertThat(Mails.text(one))
                .contains("Dat kan tot en met " + words.dutchDay(last)));

        askAgain(idea);
        assertThat(open(idea)).containsExactly("Task_LookAgain");
        assertThat(clocks.find(idea, IdeaCare.LOOK_AGAIN, null).orElseThrow().running())
                .as("the term is used")
                .isFalse();
        mvc.perform(get(address(PROPOSER))).andExpect(content().string(containsString("dienst, wordt herbekeken")));
        assertThat(cohort.owed(round)).containsExactly(new CohortRows.Owed("participation-office", 1));
        answer(idea, "Task_LookAgain", Map.of("verdict", "upheld", "reviewReason", "Groen doet dit al."));

        assertThat(open(idea)).containsExactly("Task_TakeOver");
        assertThat(state(idea)).isEqualTo(State.REGULAR_ASKED);
        assertThat(cohort.owed(round)).containsExactly(new CohortRows.Owed("department-green", 1));
        refused("wijkbudget.refusal.not-refused", () -> askAgain(idea));
        mvc.perform(get(address(PROPOSER)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Opnieuw bekeken. De beslissing blijft: Groen doet dit al."),
                                containsString("Iemand anders keek opnieuw."))));
        answer(idea, "Task_TakeOver", takesOver("2027-09-01"));
        assertThat(view(idea).outcome()).as("nobody looks again twice").isEqualTo("regular");
    }

    @Test
    void isAdmittedByWhoLooksAgainAlsoAfterTheAnswerOfTheDepartment() throws Exception {
        var idea = passedOn();
        answer(idea, "Task_TakeOver", takesOver("2027-09-01"));

        askAgain(idea);
        answer(idea, "Task_LookAgain", Map.of("verdict", "admitted", "reviewReason", "Dit is meer dan onderhoud."));

        assertThat(state(idea)).isEqualTo(State.ADMITTED);
        assertThat(ideas.get(idea).promisedOn()).as("the day of the department").isNull();
        assertThat(open(idea)).isEmpty();
    }

    @Test
    void isLookedAtAgainWithinTheTermOnly() throws Exception {
        var idea = passedOn();
        wait(13);

        assertThat(open(idea)).containsExactly("Task_TakeOver");
        refused("wijkbudget.refusal.not-refused", () -> askAgain(idea));
    }

    private CaseId passedOn() throws Exception {
        var idea = toCheck("bank");
        pass(idea);
        return idea;
    }

    private void pass(CaseId idea) {
        answer(
                idea,
                "Task_Check",
                check("regular", "department", "department-green", "own", "no", "checkReason", "Dat doet Groen."));
    }

    private void askAgain(CaseId idea) {
        care.askAgain(ideas.get(idea), "Het is meer dan onderhoud.", RESIDENT);
        run();
    }

    private static Map<String, Object> takesOver(String promised) {
        return Map.of("takesOver", "yes", "answer", "Wij zetten een bank.", "promised", promised);
    }
}
